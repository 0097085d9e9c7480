"""What can't be done is refused in one sentence, and nothing is damaged."""

from __future__ import annotations

import os
import subprocess
from contextlib import closing
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from hiptimer.session.events import Leave, Leaving
from tests.history.days import Gym

from .circuits import THRUST

if TYPE_CHECKING:
    from .user import User

WRONG_OPTIONS = [
    ("--sets", "0"),
    ("--sets", "three"),
    ("--rest", "-5"),
    ("--rest", "1e9"),
    ("--rest", "nan"),
    ("--switch", "inf"),
    ("--reach", "-1"),
    ("--count", "fingers"),
    ("--new", "--resume"),
    ("--sweat",),
]
BROKEN = """
name = "Broken"
sets = 0

[[exercise]]
id = "squat"
name = "Squat"
short = "SQUAT"
reps = 5
seconds = 30
"""


def refused(user: User, *words: str) -> str:
    """What a command that is refused in a terminal says on standard error; nothing is drawn."""
    said = user.directory / "said"
    with said.open("wb") as errors, user.terminal(*words, errors=errors) as terminal:
        assert terminal.exit_code() == 1
        assert terminal.text().strip() == ""
        assert terminal.is_sane()
    return one_clear_text(said.read_text(encoding="utf-8"))


def one_clear_text(said: str) -> str:
    """Check that this is a sentence and no traceback."""
    assert "Traceback" not in said and "Error" not in said and "\x1b" not in said
    assert said.strip()
    return said


def with_history(user: User) -> bytes:
    """Leave one partial session of an hour ago in the log; the database as it is now."""
    with closing(Gym(user.directory)) as gym:
        gym.clock.set_wall(datetime.now().astimezone() - timedelta(hours=1) - gym.clock.wall())
        runner = gym.begin(THRUST)
        gym.do(runner)
        runner.send(Leave(Leaving.PARTIAL))
        runner.close()
    return user.database.read_bytes()


def test_wrong_options_are_named_and_change_nothing(user: User) -> None:
    before = with_history(user)
    for words in WRONG_OPTIONS:
        done = user.run("start", *words)
        assert done.returncode == 2, words
        assert done.stdout == ""
        assert one_clear_text(done.stderr).count("\n") == 1, done.stderr
        assert words[0] in done.stderr
    assert user.database.read_bytes() == before


def test_circuits_that_are_not_to_be_had_are_named_and_change_nothing(user: User) -> None:
    before = with_history(user)
    assert "nowhere" in refused(user, "start", "nowhere")
    assert "missing.toml" in refused(user, "start", str(user.directory / "missing.toml"))
    said = refused(user, "start", user.circuit(BROKEN, "broken"))
    assert all("broken.toml:" in line for line in said.strip().splitlines())
    assert len(said.strip().splitlines()) >= 2
    no_toml = user.circuit("name = \n", "torn")
    assert "torn.toml:1" in refused(user, "start", no_toml)
    (user.directory / "binary.toml").write_bytes(bytes(range(256)))
    assert "binary.toml" in refused(user, "start", str(user.directory / "binary.toml"))
    assert user.database.read_bytes() == before


def test_without_a_terminal_nothing_starts(user: User) -> None:
    before = with_history(user)
    for words in ((), ("start",), ("start", "--resume"), ("start", "--new")):
        done = user.run(*words)
        assert (done.returncode, done.stdout) == (1, "")
        assert "not a terminal" in one_clear_text(done.stderr)
    assert user.database.read_bytes() == before


def test_an_output_that_is_a_pipe_is_refused_too(user: User) -> None:
    with user.program("sh", "-c", f"{user.line('start').decode().strip()} | cat; echo end") as terminal:
        terminal.until("not a terminal")
        terminal.exit_code()
        assert 1049 not in terminal.modes()
    assert not user.database.exists()


def test_there_is_nothing_to_resume(user: User) -> None:
    assert "unfinished" in refused(user, "start", "--resume")
    before = with_history(user)
    assert "unfinished" in refused(user, "start", "--resume")
    assert user.database.read_bytes() == before


def unsaved(user: User, *words: str) -> str:
    """What is said in front of the screen where a session can be timed, but not saved."""
    with user.terminal(*words, columns=300) as terminal:
        terminal.until(lambda: "NOT BEING SAVED:" in terminal.text())
        terminal.signal("TERM")
        assert terminal.exit_code() == 143
        assert terminal.is_sane()
        said, _, _ = terminal.raw.partition(b"\x1b")
    return one_clear_text(said.decode())


@pytest.mark.long
def test_a_data_directory_that_cannot_be_is_named(user: User) -> None:
    blocked = user.directory / "file"
    blocked.write_text("not a directory")
    user.env["HIPTIMER_HOME"] = str(blocked / "below")
    for words in (("start",), ()):
        assert str(blocked) in unsaved(user, *words)
    with user.terminal("start", "--resume", columns=300) as terminal:
        assert terminal.exit_code() == 1
        assert str(blocked) in one_clear_text(terminal.text())
    done = user.run("log")
    assert done.returncode in (0, 1)
    one_clear_text(done.stderr + done.stdout)
    assert blocked.read_text() == "not a directory"


@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write anywhere")
def test_a_history_that_can_only_be_read_is_shown_and_not_changed(user: User) -> None:
    before = with_history(user)
    user.database.chmod(0o444)
    user.database.parent.chmod(0o555)
    try:
        for words in (("start",), (), ("start", "--new")):
            assert str(user.database) in unsaved(user, *words)
        assert user.rows("side", "reps") == [("left", 8)]
        assert user.database.read_bytes() == before
    finally:
        user.database.parent.chmod(0o755)


def test_a_data_directory_that_is_a_device_is_named(user: User) -> None:
    user.database.parent.mkdir()
    user.database.symlink_to("/dev/full")
    assert str(user.database) in unsaved(user, "start")
    assert user.database.is_symlink()


def test_errors_sent_to_a_file_do_not_take_the_screen_with_them(user: User) -> None:
    said = user.directory / "said"
    with said.open("wb") as errors, user.start(errors=errors) as terminal:
        terminal.until(lambda: terminal.phase() == "READY" or said.stat().st_size > 0)
        assert b"\x1b" not in said.read_bytes()


def test_the_shell_sees_the_refusal_in_the_terminal(user: User) -> None:
    with user.terminal("start", "nowhere") as terminal:
        assert terminal.exit_code() == 1
        assert terminal.text().startswith("hiptimer: ")


def test_a_reader_that_goes_away_is_no_error(user: User) -> None:
    with_history(user)
    done = subprocess.run(
        ["sh", "-c", f"{user.line('log', '--json').decode().strip()} | true"],
        env=user.env,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stderr == ""
