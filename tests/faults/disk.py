"""A history on a disk that is full, or that can only be read; and one that another program holds."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.e2e.circuits import THRUST
from tests.e2e.user import User
from tests.e2e.walking import do_sets, leave, to_work
from tests.history.days import Gym

from .proof import CannotBeDone, for_each_user

UNSAVED = "NOT BEING SAVED"
SIZE = "16m"
MOST_PAIRS = 200
"""Of keys, each of which is a page at least: more than a session has room for."""


@contextmanager
def small_disk(at: Path) -> Iterator[Path]:
    """A file system of its own, with room for what SQLite writes before it tidies up."""
    if sys.platform != "linux" or os.geteuid() != 0:
        raise CannotBeDone("mounting a small disk needs Linux, and root")
    at.mkdir()
    done = mount("-t", "tmpfs", "-o", f"size={SIZE}", "none", str(at))
    if done.returncode:
        raise CannotBeDone(f"a small disk can't be mounted: {done.stderr.strip()}")
    try:
        yield at
    finally:
        subprocess.run(["umount", "--lazy", str(at)], check=True, timeout=30)


def mount(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["mount", *words], capture_output=True, encoding="utf-8", timeout=30)


def fill(disk: Path) -> Path:
    """Take every byte that is left."""
    path = disk / "full"
    with path.open("wb", buffering=0) as file:
        for size in (65536, 1):
            try:
                while file.write(b"x" * size) == size:
                    pass
            except OSError:
                continue
    return path


def full(room: Path, seed: int, times: int) -> None:
    """The disk is full in the middle of a session, and then as one begins; later there is room again."""
    for n in range(times):
        home = room / f"home{n}"
        with small_disk(home) as disk:
            user = User(disk, aside=room / f"aside{n}")
            try:
                circuit = user.circuit(THRUST)
                filled_in_a_session(user, circuit)
                filled_before_a_session(user, circuit)
                taken = one_to_import(user, room / f"other{n}")
                with whole(user):
                    filling = fill(disk)
                    check_refused(user, taken)
                    filling.unlink()
            finally:
                user.close()


def one_to_import(user: User, home: Path) -> str:
    """The path of a file with a session, on another disk."""
    gym = Gym(home)
    gym.finished()
    gym.store.close()
    path = home / "out.json"
    assert user.run("export", "-o", str(path), env={"HIPTIMER_HOME": str(home)}).returncode == 0
    return str(path)


@contextmanager
def whole(user: User) -> Iterator[None]:
    """An export and a circuit that are there before are there afterwards, and nothing is there by half."""
    for words in (("export", "-o", str(user.directory / "out.json")), ("circuits", "new", "mine")):
        assert user.run(*words).returncode == 0
    ours = [user.directory / "out.json", user.directory / "config" / "circuits" / "mine.toml"]
    before, log = [path.read_bytes() for path in ours], user.sessions()
    names = {path.name for our in ours for path in our.parent.iterdir()}
    yield
    assert [path.read_bytes() for path in ours] == before and user.sessions() == log
    more = {path.name for our in ours for path in our.parent.iterdir()} - names
    assert not more, f"left behind: {more}"


def check_refused(user: User, taken: str) -> None:
    """What can't be written is refused in a sentence each; what only reads is as always."""
    directory = user.directory
    for words in (
        ("export", "-o", str(directory / "out.json")), ("export", "-o", str(directory / "new.json")),
        ("report", "-o", str(directory / "report.html")), ("circuits", "new", "fresh"),
        ("circuits", "copy", "runner-hips", "own"), ("import", taken),
    ):  # fmt: skip
        done = user.run(*words)
        assert done.returncode == 1, (words, done.stdout)
        sentence = done.stderr.strip()
        assert sentence.startswith("hiptimer: ") and "\n" not in sentence, (words, sentence)
        assert "should not" not in sentence, (words, sentence)
    for command in ("log", "stats", "export", "report"):
        assert user.run(command).returncode == 0, command


def filled_in_a_session(user: User, circuit: str) -> None:
    with user.start(circuit, "--switch", "60") as terminal:
        do_sets(terminal, 1)
        filling = fill(user.directory)
        terminal.press("down")
        terminal.settled()
        assert user.rows("side", "reps") == [("left", 7)]
        # the session has room of its own, as long as that lasts
        for _ in range(MOST_PAIRS):
            terminal.press("up")
            terminal.press("down")
            terminal.settled()
            if UNSAVED in terminal.text():
                break
        terminal.until(UNSAVED)
        filling.unlink()
        terminal.until(lambda: UNSAVED not in terminal.text(), "it is saved again", limit=10.0)
        leave(terminal, "f", "as partial")
        assert terminal.exit_code() == 0
    assert user.rows("side", "reps") == [("left", 7)]


def filled_before_a_session(user: User, circuit: str) -> None:
    before = user.sessions()
    filling = fill(user.directory)
    with user.start(circuit, "--switch", "60") as terminal:
        to_work(terminal)
        terminal.big()
        terminal.until(UNSAVED)
        filling.unlink()
        terminal.until(lambda: UNSAVED not in terminal.text(), "it is saved in the end", limit=10.0)
        leave(terminal, "f", "as partial")
        assert terminal.exit_code() == 0
    after = user.sessions()
    assert after[: len(before)] == before
    assert [row["status"] for row in after[-1]["sets"]] == ["done"]


def read_only(room: Path, seed: int, times: int) -> None:
    """The directory can only be read, in all or from the middle of a session on."""
    for n in range(times):
        with small_disk(room / f"home{n}") as disk:
            user = User(disk, aside=room / f"aside{n}")
            try:
                write_protected(user, user.circuit(THRUST), room / f"beside{n}")
            finally:
                user.close()


def write_protected(user: User, circuit: str, room: Path) -> None:
    with user.start(circuit, "--switch", "60") as terminal:
        do_sets(terminal, 1)
        leave(terminal, "f", "as partial")
        assert terminal.exit_code() == 0
    taken = one_to_import(user, room / "other")
    with whole(user):
        assert mount("-o", "remount,ro", str(user.directory)).returncode == 0
        check_refused(user, taken)
    before = user.database.read_bytes()
    with user.start(circuit, "--switch", "60") as terminal:
        terminal.until(UNSAVED)
        do_sets(terminal, 1)
        terminal.until(UNSAVED)
        leave(terminal, "r", "resume later")
        terminal.until("Not saved")
        terminal.settled()
        terminal.press("l")
        assert terminal.exit_code() == 0 and terminal.is_sane()
    assert user.rows("side", "reps") == [("left", 8)]
    assert user.database.read_bytes() == before
    with user.start(circuit, "--switch", "60") as terminal:
        do_sets(terminal, 1)
        terminal.until(UNSAVED)
        assert mount("-o", "remount,rw", str(user.directory)).returncode == 0
        terminal.until(lambda: UNSAVED not in terminal.text(), "it is saved in the end", limit=10.0)
    assert [record["status"] for record in user.sessions()] == ["partial", "open"]


def locked(room: Path, seed: int, times: int) -> None:
    """Another program holds the history for ten seconds: all that was done meanwhile is in it afterwards."""

    def act(user: User, chance: object, share: int) -> None:
        for _ in range(share):
            with user.start(user.circuit(THRUST), "--switch", "2", "--new") as terminal:
                terminal.until_status("READY")
                with closing(sqlite3.connect(user.database, isolation_level=None)) as database:
                    database.execute("BEGIN EXCLUSIVE")
                    to_work(terminal)
                    terminal.until(UNSAVED)
                    terminal.big()
                    terminal.until_status("WORK · ROUND 1/1 · HIP THRUST")
                    terminal.wait(5.0)
                    assert UNSAVED in terminal.text()
                    terminal.big()
                    terminal.until_status("FINISHED")
                    terminal.wait(1.0)
                    database.execute("ROLLBACK")
                terminal.until(lambda: UNSAVED not in terminal.text(), "it is saved", limit=10.0)
            found = user.sessions()[-1]
            assert found["status"] == "finished"
            assert [row["reps"] for row in found["sets"]] == [8, 8]

    for_each_user(room, seed, times, act)
