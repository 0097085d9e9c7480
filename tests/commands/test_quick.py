"""`hiptimer quick`, up to the moment when the screen would be drawn, and line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiptimer.circuit.file import parse
from hiptimer.circuit.plan import Options

from .shell import Shell, own_process
from .test_start import Asked, asked

__all__ = ["asked"]


def test_it_is_a_session_like_any_other(shell: Shell, asked: Asked) -> None:
    assert shell("quick", "8x20/10", "--lead-in", "5", "--guest", "--mute", "--new") == (0, "", "")
    ((_, start, mute),) = asked
    assert start is not None and mute
    assert (start.options, start.resume) == (Options(lead_in=5.0, guest=True), False)
    circuit = parse(start.text)
    assert (circuit.name, circuit.sets, circuit.rests.round) == ("8x20/10", (8, 8), 10.0)


def test_without_options_one_that_was_left_open_is_asked_about(shell: Shell, asked: Asked) -> None:
    shell("quick", "8x20")
    ((_, start, mute),) = asked
    assert start is not None and (start.options, start.resume, mute) == (Options(), None, False)


def test_it_can_have_a_name_and_be_kept(shell: Shell, asked: Asked, home: Path) -> None:
    code, out, err = shell("quick", "4x45/15", "--name", 'Core "hard"', "--save", "core")
    path = home / "config" / "circuits" / "core.toml"
    assert (code, out, err) == (0, f"kept as {path}\n", "")
    ((_, start, _),) = asked
    assert start is not None and start.text == path.read_text()
    assert parse(start.text).name == 'Core "hard"'
    shell("start", "core")
    assert asked[1][1] is not None and asked[1][1].text == start.text


@pytest.mark.parametrize(
    ("name", "said"), [("a/b", "this is a path"), ("con", "a device"), ("core", "already")]
)
def test_what_can_not_be_kept_does_not_start(shell: Shell, asked: Asked, name: str, said: str) -> None:
    shell("circuits", "new", "core")
    result = shell("quick", "4x45/15", "--save", name)
    assert result.code == 1 and said in result.sentence
    assert asked == []


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("20/10",), 'expected ROUNDSxWORK/REST such as 8x20/10 or 5x3:00/1:00, got "20/10"'),
        (("80x20",), 'expected 1 to 50 rounds, got "80x20"'),
        (("8x0",), "expected work of 1 to 3600 s (60:00)"),
        (("8x20/2:00:00",), "expected ROUNDSxWORK/REST"),
        (("\x1b[2J",), "\\u001b[2J"),
        (("8x20", "--name", ""), "--name: expected 1 to 200 characters"),
        (("8x20", "--name", "a\nb"), "--name: expected"),
        (("8x20", "--name", "x" * 201), "--name: expected"),
        (("8x20", "--lead-in", "-1"), "--lead-in: expected seconds"),
        (("8", "x", "20"), "INTERVALS: expected ROUNDSxWORK"),
        (("8x20", "10"), "unrecognized arguments"),
    ],
)
def test_what_makes_no_sense_is_one_sentence_and_2(shell: Shell, args: tuple[str, ...], said: str) -> None:
    result = shell("quick", *args)
    assert result.code == 2 and said in result.sentence


def test_without_a_terminal_nothing_is_kept(shell: Shell, home: Path) -> None:
    result = shell("quick", "8x20", "--save", "core")
    assert result.code == 1 and "not a terminal" in result.sentence
    assert not (home / "config" / "circuits").exists()


def test_line_by_line(home: Path) -> None:
    code, out, err = own_process("quick", "8x20/10", "--plain", "--mute")
    assert (code, err) == (0, "")
    assert "8x20/10: 8 rounds, about 4 min left." in out
