"""Files are written whole or not at all, with the permissions the user gives; a device stays where it is."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from hiptimer.files import write_new, write_whole

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions and pipes are others on Windows")


@pytest.fixture
def private() -> Iterator[None]:
    """A user who shows nobody anything."""
    before = os.umask(0o077)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def breaking_off() -> Iterator[bytes]:
    yield b"half"
    raise ValueError("spoilt")


@posix
def test_a_new_file_is_as_private_as_the_user_has_it(tmp_path: Path, private: None) -> None:
    write_whole(tmp_path / "page.html", "hips")
    write_new(tmp_path / "hips.toml", "name = 'Hips'")
    assert mode(tmp_path / "page.html") == mode(tmp_path / "hips.toml") == 0o600


@posix
@pytest.mark.parametrize("kept", [0o600, 0o664])
def test_a_file_keeps_its_permissions_through_a_link(tmp_path: Path, kept: int) -> None:
    file, link = tmp_path / "settings.toml", tmp_path / "link.toml"
    file.write_text("before")
    file.chmod(kept)
    link.symlink_to(file)
    write_whole(link, [b"af", b"ter"])
    assert link.is_symlink() and file.read_text() == "after" and mode(file) == kept


@posix
def test_a_link_that_leads_to_itself_is_no_file_and_stays_one(tmp_path: Path) -> None:
    around = tmp_path / "round.toml"
    around.symlink_to(tmp_path / "back.toml")
    (tmp_path / "back.toml").symlink_to(around)
    with pytest.raises(OSError) as refused:
        write_whole(around, "lost")
    assert refused.value.errno == errno.ELOOP and around.is_symlink() and len(list(tmp_path.iterdir())) == 2


def test_what_breaks_off_leaves_what_was_there_and_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "hips.json"
    for before in (None, "before"):
        if before is not None:
            file.write_text(before)
        with pytest.raises(ValueError, match="spoilt"):
            write_whole(file, breaking_off())
        assert [one.read_text() for one in tmp_path.iterdir()] == ([before] if before else [])


@posix
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    write_whole(pipe, "hips")
    reader.join(5.0)
    assert read == [b"hips"] and pipe.is_fifo()


def test_a_new_file_takes_no_other_s_place_and_is_gone_where_it_can_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "hips.toml"
    write_new(file, "first\n")
    with pytest.raises(FileExistsError):
        write_new(file, "second\n")
    assert file.read_bytes() == b"first\n"

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_new(tmp_path / "more.toml", "third\n")
    assert [one.name for one in tmp_path.iterdir()] == ["hips.toml"]
