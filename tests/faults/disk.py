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

from .proof import CannotBeDone, for_each_user

UNSAVED = "NOT BEING SAVED"
SIZE = "16m"


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
            user = User(disk)
            try:
                circuit = user.circuit(THRUST)
                filled_in_a_session(user, circuit)
                filled_before_a_session(user, circuit)
            finally:
                user.close()


def filled_in_a_session(user: User, circuit: str) -> None:
    with user.start(circuit, "--switch", "60") as terminal:
        do_sets(terminal, 1)
        filling = fill(user.directory)
        terminal.press("down")
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
            user = User(disk)
            try:
                write_protected(user, user.circuit(THRUST))
            finally:
                user.close()


def write_protected(user: User, circuit: str) -> None:
    with user.start(circuit, "--switch", "60") as terminal:
        do_sets(terminal, 1)
        leave(terminal, "f", "as partial")
        assert terminal.exit_code() == 0
    before = user.database.read_bytes()
    assert mount("-o", "remount,ro", str(user.directory)).returncode == 0
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
