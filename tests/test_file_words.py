"""What is said of a file that can't be read or written: which, why, and what to do."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hiptimer.file_words import not_read, not_written, why

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows numbers its faults otherwise")


def fault(act: Callable[[], object]) -> Exception:
    """What the system really raises."""
    with pytest.raises((OSError, ValueError)) as caught:
        act()
    return caught.value


def reading(path: Path) -> str:
    return not_read(path, fault(path.read_bytes))


def writing(path: Path) -> str:
    return not_written(path, fault(lambda: path.write_bytes(b"")))


def test_a_file_that_is_not_there_is_named_with_the_one_that_was_probably_meant(tmp_path: Path) -> None:
    (tmp_path / "hips.json").touch()
    near, far = tmp_path / "hip.json", tmp_path / "log.json"
    assert reading(near) == f'There is no file {near}. Did you mean "hips.json"? Check the path.'
    (tmp_path / "HIPS.TOML").touch()
    assert 'Did you mean "HIPS.TOML"?' in reading(tmp_path / "hip.toml")
    other_case = not_read(tmp_path / "hips.JSON", FileNotFoundError(errno.ENOENT, "not there"))
    assert 'Did you mean "hips.json"?' in other_case
    assert reading(far) == f"There is no file {far}. Check the path."
    assert "Did you mean" not in reading(tmp_path / "none" / "hips.json")


@POSIX
def test_what_is_there_and_is_no_file(tmp_path: Path) -> None:
    assert reading(tmp_path) == f"{tmp_path} is a directory. Give the path of a file."
    (tmp_path / "file").touch()
    if os.path.exists(os.devnull):
        assert ": /dev/null is a file, not a directory. Take" in writing(Path("/dev/null/x/hips.json"))
    file, below = tmp_path / "file", tmp_path / "file" / "x" / "hips.json"
    assert reading(below) == f"{below} can't be read: {file} is a file, not a directory. Check the path."
    (tmp_path / "link").symlink_to("gone")
    assert reading(tmp_path / "link").endswith("link is a link to gone, which is not there. Check the path.")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    assert "it is a link that leads to itself. Check" in reading(tmp_path / "round")
    assert not_read("", fault(lambda: os.stat(""))) == 'There is no file "". Check the path.'


@POSIX
def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    none = tmp_path / "none"
    start = f"{none / 'x'} can't be written: "
    assert writing(none / "x") == f"{start}there is no directory {none}. Make it first, or take another path."
    assert writing(tmp_path).endswith("can't be written: it is a directory. Take another path.")
    assert writing(file / "x").endswith(f": {file} is a file, not a directory. Take another path.")
    assert writing(tmp_path / ("x" * 5000)).endswith(": its name is too long. Take another path.")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "you may not write in {}. Change its permissions, or set X."),
        (errno.EPERM, "you may not write in {}. Change its permissions, or set X."),
        (errno.EROFS, "the disk it is on can only be read. Set X."),
        (errno.ENOSPC, "the disk is full. Make room there, or set X."),
        (errno.EDQUOT, "the disk is full. Make room there, or set X."),
        (errno.ENOENT, "no file can be made in {}. Set X."),
        (errno.EIO, f"{os.strerror(errno.EIO)}. Set X."),
    ],
)
def test_what_the_system_refuses_is_said_with_what_helps(tmp_path: Path, number: int, said: str) -> None:
    error = OSError(number, os.strerror(number))
    sentence = not_written(tmp_path / "hips.json", error, "set X")
    assert sentence == f"{tmp_path / 'hips.json'} can't be written: {said.format(tmp_path)}"


def test_the_directory_that_is_at_fault_is_where_a_link_leads(tmp_path: Path) -> None:
    link, far = tmp_path / "hips.json", tmp_path / "far"
    far.mkdir()
    refused = PermissionError(errno.EACCES, "refused", str(far / ".hips.json.1"))
    assert f"can't be written: you may not write in {far}. " in not_written(link, refused)
    moved = PermissionError(errno.EACCES, "refused", str(link), None, str(far / "hips.json"))
    assert why(link, moved) == f"you may not write in {far}"
    gone = OSError(errno.ENOENT, "gone", str(far / "none" / ".hips.json.1"))
    assert f"there is no directory {far / 'none'}. Make it first" in not_written(link, gone)


def test_what_is_in_the_way_is_told(tmp_path: Path) -> None:
    file = tmp_path / "earlier"
    file.touch()
    sentence = not_written(tmp_path / "hips.toml", fault(file.mkdir), "set X")
    assert sentence.endswith(f"hips.toml can't be written: {file} is in the way. Move it away, or set X.")


def test_a_file_that_itself_is_closed_or_no_text(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(b"\xff")
    assert why(file, PermissionError(errno.EACCES, "closed", str(file))) == "you may not use it"
    assert why(file, fault(lambda: file.read_text("utf-8"))) == "it is not UTF-8 text"


def test_a_closed_file() -> None:
    error = PermissionError(errno.EACCES, "closed")
    assert not_read("x", error) == "x may not be read. Change its permissions."


def test_a_name_that_can_be_none_is_told_and_steers_nothing(tmp_path: Path) -> None:
    nul = tmp_path / "a\0b\x1b[2J"
    for sentence in (reading(nul), writing(nul), reading(nul / "c"), writing(nul / "c")):
        assert "it is no name of a file. " in sentence and sentence.isprintable()
