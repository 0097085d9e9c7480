"""What is typed comes from a thread of its own, and its end is told whatever standard input is."""

from __future__ import annotations

import os
from pathlib import Path
from queue import SimpleQueue

import pytest

from hiptimer.plain.keys import Ended, Given, Typed
from hiptimer.plain.stdin import Stdin


class Descriptor:
    """Standard input, as far as its number goes."""

    def __init__(self, number: int) -> None:
        self._number = number

    def fileno(self) -> int:
        return self._number


def given(monkeypatch: pytest.MonkeyPatch, descriptor: int, number: int) -> list[Given]:
    """The first things handed over."""
    inbox: SimpleQueue[Given] = SimpleQueue()
    monkeypatch.setattr("sys.stdin", Descriptor(descriptor))
    Stdin(inbox.put).start()
    return [inbox.get(timeout=5.0) for _ in range(number)]


def test_lines_come_whole_and_the_last_one_without_its_end(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "lines"
    file.write_bytes(b"28\r\nw 8\nlast")
    descriptor = os.open(file, os.O_RDONLY)
    assert given(monkeypatch, descriptor, 4) == [Typed("28"), Typed("w 8"), Typed("last"), Ended()]
    os.close(descriptor)


def test_an_input_that_can_not_be_read_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    descriptor = os.open(os.devnull, os.O_WRONLY)
    assert given(monkeypatch, descriptor, 1) == [Ended()]
    os.close(descriptor)
