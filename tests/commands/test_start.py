"""`hiptimer` and `hiptimer start`, up to the moment when the screen would be drawn."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from hiptimer.circuit.plan import Options
from hiptimer.commands import terminal
from hiptimer.history.faults import HistoryError
from hiptimer.paths import Paths
from hiptimer.session.lives import Busy, NothingToResume
from hiptimer.session.todays import Start
from hiptimer.tui import launch

from .shell import Shell, in_terminal, needs_pty, own_process

Check = Callable[[], None]
Asked = list[tuple[Paths, Start | None, bool]]


def play_app(monkeypatch: pytest.MonkeyPatch, app: Callable[..., int]) -> None:
    """In place of the app, once it is found that there is a terminal."""

    def run(paths: Paths, start: Start | None = None, *, mute: bool, before_drawing: Check) -> int:
        before_drawing()
        return app(paths, start, mute)

    monkeypatch.setattr(terminal, "is_terminal", lambda stream: True)
    monkeypatch.setattr(launch, "run", run)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What the app was asked for, by a user in front of a terminal."""
    asked: Asked = []

    def app(paths: Paths, start: Start | None, mute: bool) -> int:
        asked.append((paths, start, mute))
        return 0

    play_app(monkeypatch, app)
    return asked


def failing(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def app(*_: object) -> int:
        raise error

    play_app(monkeypatch, app)


def test_without_a_command_it_is_the_home_screen(shell: Shell, home: Path, asked: Asked) -> None:
    assert shell() == (0, "", "")
    ((paths, start, mute),) = asked
    assert (paths.data, start, mute) == (home / "data", None, False)


def test_start_hands_over_the_circuit_and_what_was_asked_for(shell: Shell, asked: Asked) -> None:
    assert shell("start", "--sets", "4", "--rest", "60", "--mute").code == 0
    ((_, start, mute),) = asked
    assert start is not None and mute
    assert start.text.count("[[exercise]]") == 4
    assert (start.options, start.resume) == (Options(sets=4, rest=60.0), None)


@pytest.mark.parametrize(("option", "resume"), [("--new", False), ("--resume", True)])
def test_new_and_resume(shell: Shell, asked: Asked, option: str, resume: bool) -> None:
    shell("start", option)
    ((_, start, _),) = asked
    assert start is not None and start.resume is resume


def test_a_users_own_file(shell: Shell, asked: Asked, tmp_path: Path) -> None:
    text = 'name = "Mine"\n[[exercise]]\nid = "plank"\nname = "Plank"\nseconds = 40\n'
    (tmp_path / "mine.toml").write_text(text)
    shell("start", str(tmp_path / "mine.toml"))
    ((_, start, _),) = asked
    assert start is not None and start.text == text


@pytest.mark.parametrize("args", [(), ("start",), ("start", "--new")])
def test_without_a_terminal_it_says_so(shell: Shell, args: tuple[str, ...]) -> None:
    result = shell(*args)
    assert result.code == 1 and "not a terminal" in result.sentence


def test_an_output_that_is_none(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    stdin = sys.stdin
    monkeypatch.setattr(terminal, "is_terminal", lambda stream: stream is stdin)
    assert "the output is not a terminal" in shell().sentence


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (HistoryError("can't use the history"), "can't use the history"),
        (NothingToResume("nothing to resume"), "nothing to resume"),
        (Busy("live elsewhere"), "live elsewhere"),
        (sqlite3.DatabaseError("database disk image is malformed"), "damaged"),
        (IsADirectoryError(21, "Is a directory", "/locks"), "/locks can't be used: it is a directory. Check"),
    ],
)
def test_what_keeps_the_app_from_starting_is_a_sentence(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    failing(monkeypatch, error)
    for args in ((), ("start",)):
        result = shell(*args)
        assert result.code == 1 and said in result.sentence


def test_what_goes_wrong_meanwhile_is_in_the_log_file_and_nowhere_else(
    shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*_: object) -> int:
        logging.getLogger("hiptimer.session.runner").warning("not being saved")
        return 0

    play_app(monkeypatch, run)
    assert shell() == (0, "", "")
    assert "not being saved" in (home / "state" / "hiptimer.log").read_text()
    assert logging.getLogger("hiptimer").handlers == []


def test_a_log_file_that_cannot_be_written_stops_nothing(
    shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*_: object) -> int:
        logging.getLogger("hiptimer").warning("lost")
        return 0

    play_app(monkeypatch, run)
    (home / "state" / "hiptimer.log").mkdir(parents=True)
    assert shell() == (0, "", "")


def test_input_from_nowhere_in_a_process_of_its_own(home: Path) -> None:
    for args in ((), ("start",)):
        result = own_process(*args)
        assert result.code == 1 and "the input is not a terminal" in result.sentence


@pytest.mark.parametrize("args", [("start",), ("quick", "8x20")])
@pytest.mark.parametrize("term", ["dumb", ""])
def test_where_nothing_can_be_drawn_it_is_line_by_line_without_a_terminal_too(
    home: Path, args: tuple[str, ...], term: str
) -> None:
    result = own_process(*args, "--mute", TERM=term)
    assert (result.code, result.err) == (0, "")
    assert result.out.endswith("The input has ended. Nothing was done, so nothing is kept.\n")


def test_home_is_line_by_line_there_too(home: Path) -> None:
    result = own_process(TERM="dumb")
    assert (result.code, result.err) == (0, "")
    assert result.out.endswith("Enter starts, q leaves.\n")


@needs_pty
def test_nothing_to_resume_in_a_terminal(home: Path) -> None:
    result = in_terminal(["start", "--resume"])
    assert result.code == 1 and "unfinished" in result.sentence


@needs_pty
def test_nothing_can_be_resumed_from_a_history_that_cannot_be_used(home: Path) -> None:
    (home / "data").mkdir(parents=True)
    path = home / "data" / "history.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    result = in_terminal(["start", "--resume"])
    assert result.code == 1 and "newer hiptimer" in result.err and "nothing can be resumed" in result.err
    assert path.read_bytes() == before
    path.unlink()
    path.parent.rmdir()
    path.parent.write_text("in the way")
    assert str(path) in in_terminal(["start", "--resume"]).err


def test_a_log_whose_end_finds_the_disk_full_spoils_nothing(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(logging.FileHandler, "close", full)
    play_app(monkeypatch, lambda *_: 0)
    assert shell() == (0, "", "")
