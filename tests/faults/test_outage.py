"""What may lie on a disk after the power has failed, by every way that chance can go."""

from __future__ import annotations

import random
from pathlib import Path

from .outage import SECTOR, Call, fail

OLD, NEW = b"o" * 2 * SECTOR, b"n" * 2 * SECTOR
HALVES = {OLD[:SECTOR] + NEW[SECTOR:], NEW[:SECTOR] + OLD[SECTOR:]}
WAYS = 200


def call(at: float, kind: str, *paths: str, data: bytes = b"", to: int | None = None) -> Call:
    return Call(at, at + 0.1, kind, paths, data, to)


OVER = call(1.0, "write", "log", data=NEW, to=0)
SYNC = call(2.0, "sync", "log")
BESIDE = (call(1.0, "create", "new"), call(2.0, "write", "new", data=NEW))
SYNCED = call(3.0, "sync", "new")
MOVED = call(4.0, "rename", "new", "log")


def left(room: Path, *done: Call, cut: float = 9.0) -> set[frozenset[tuple[str, bytes]]]:
    """The files that there may be, in a directory that had a file `log` before."""
    home = room / "home"
    home.mkdir(parents=True)
    (home / "log").write_bytes(OLD)
    found = set()
    for way in range(WAYS):
        there = room / f"way{way}"
        there.mkdir()
        fail(home, list(done), cut, there, random.Random(way))
        found.add(frozenset((path.name, path.read_bytes()) for path in there.iterdir()))
    return found


def log(*contents: bytes) -> set[frozenset[tuple[str, bytes]]]:
    return {frozenset({("log", content)}) for content in contents}


def test_a_write_that_nobody_waited_for_is_there_or_not_or_in_part(tmp_path: Path) -> None:
    assert left(tmp_path, OVER) == log(OLD, NEW, *HALVES)


def test_a_write_that_was_waited_for_is_there(tmp_path: Path) -> None:
    assert left(tmp_path / "after", OVER, SYNC) == log(NEW)
    assert left(tmp_path / "in", OVER, SYNC, cut=2.05) == log(OLD, NEW, *HALVES)
    assert left(tmp_path / "before", OVER, SYNC, cut=1.0) == log(OLD)


def test_a_file_moved_into_the_place_of_another_is_whole_only_if_it_was_waited_for(tmp_path: Path) -> None:
    whole = {dict(files)["log"] for files in left(tmp_path / "waited", *BESIDE, SYNCED, MOVED)}
    assert whole == {OLD, NEW}
    torn = {dict(files)["log"] for files in left(tmp_path / "not", *BESIDE, MOVED)}
    assert {OLD, NEW, b""} < torn


def test_a_name_is_sure_when_its_directory_was_waited_for(tmp_path: Path) -> None:
    gone = call(1.0, "unlink", "log")
    assert left(tmp_path / "not", gone) == {frozenset(), *log(OLD)}
    assert left(tmp_path / "waited", gone, call(2.0, "sync", ".")) == {frozenset()}


def test_what_is_written_behind_a_gap_leaves_zeros_in_it(tmp_path: Path) -> None:
    longer = call(1.0, "write", "log", data=NEW, to=3 * SECTOR)
    assert left(tmp_path, longer, SYNC) == log(OLD + bytes(SECTOR) + NEW)
    shorter = call(1.0, "length", "log", to=7)
    assert left(tmp_path / "cut", shorter, SYNC) == log(OLD[:7])
