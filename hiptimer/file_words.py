"""Why a file can't be read or written, and what to do about it: sentences in place of the system's words."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

from hiptimer.circuit.text import clean, nearest, quoted

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def not_read(path: str | Path, error: Exception) -> str:
    """What keeps a file from being read, with what was probably meant where it is not there."""
    where, path = clean(str(path)) or '""', Path(path)
    match _number(error):
        case errno.ENOENT if path.is_symlink():
            return f"{where} is a link to {clean(os.readlink(path))}, which is not there. Check the path."
        case errno.ENOENT:
            return f"There is no file {where}.{_meant(path)} Check the path."
        case errno.EISDIR:
            return f"{where} is a directory. Give the path of a file."
        case errno.EACCES | errno.EPERM:
            return f"{where} may not be read. Change its permissions."
    return f"{where} can't be read: {why(path, error)}. Check the path."


def not_written(path: Path, error: Exception, instead: str = "take another path") -> str:
    """What keeps a file from being written; `instead` is what helps where the place itself is at fault."""
    advice = f"{_remedy(_at_fault(path, error), error)}{instead}"
    return f"{clean(str(path))} can't be written: {why(path, error)}. {advice[0].upper()}{advice[1:]}."


def no_output(error: Exception) -> str:
    """What keeps standard output from taking more."""
    return not_written(Path("standard output"), error, "send it elsewhere")


def why(path: Path, error: Exception) -> str:
    """A few words; of the file where the fault is in it, else of the directory that is at fault."""
    path = _at_fault(path, error)
    match _number(error):
        case errno.ENOENT:
            there = "no file can be made in" if path.parent.is_dir() else "there is no directory"
            return f"{there} {clean(str(path.parent))}"
        case errno.ENOTDIR:
            return f"{clean(str(_nearest_that(_is_no_directory, path)))} is a file, not a directory"
        case errno.EEXIST:
            return f"{clean(str(path))} is in the way"
        case errno.EISDIR:
            return "it is a directory"
        case errno.EACCES | errno.EPERM:
            return _forbidden(path, error)
        case errno.EROFS:
            return "the disk it is on can only be read"
        case number if number in _FULL:
            return "the disk is full"
        case errno.ENAMETOOLONG:
            return "its name is too long"
        case errno.ELOOP:
            return "it is a link that leads to itself"
        case None if isinstance(error, UnicodeDecodeError):
            return "it is not UTF-8 text"
        case None:
            return "it is no name of a file"
    return clean(getattr(error, "strerror", None) or str(error))


def _remedy(path: Path, error: Exception) -> str:
    match _number(error):
        case errno.EACCES | errno.EPERM:
            return "change its permissions, or "
        case number if number in _FULL:
            return "make room there, or "
        case errno.EEXIST:
            return "move it away, or "
        case errno.ENOENT if not path.parent.is_dir():
            return "make it first, or "
    return ""


def _at_fault(path: Path, error: Exception) -> Path:
    """What the system names: not a link but where it leads, and of two directories the closed one."""
    named = _named(error)
    closed = (one for one in named if not os.access(one.parent, os.W_OK))
    return next(closed, named[0] if named else path)


def _named(error: Exception) -> list[Path]:
    """The file of which the error tells; both, the new one first, where one was to be moved; or none."""
    given = (getattr(error, "filename2", None), getattr(error, "filename", None))
    return [Path(name) for name in given if isinstance(name, str)]


def _forbidden(path: Path, error: Exception) -> str:
    if len(_named(error)) == 1 and _sure(_is_no_directory, path):
        return "you may not use it"
    directory = _nearest_that(Path.is_dir, path)
    act = "write in" if os.access(directory, os.X_OK) else "look into"
    return f"you may not {act} {clean(str(directory))}"


def _number(error: Exception) -> int | None:
    """The system's number; None for a text, or a name that can be none, such as one with a NUL in it."""
    return None if isinstance(error, ValueError) else getattr(error, "errno", None) or 0


def _nearest_that(holds: Callable[[Path], bool], path: Path) -> Path:
    """The path itself, or the nearest of the directories above, for which it holds."""
    return next((one for one in (path, *path.parents) if _sure(holds, one)), path)


def _is_no_directory(path: Path) -> bool:
    return path.exists() and not path.is_dir()


def _sure(holds: Callable[[Path], bool], path: Path) -> bool:
    try:
        return holds(path)
    except OSError:
        return False


def _meant(path: Path) -> str:
    """A file beside it that is called nearly so; the same ending alone makes none alike."""
    try:
        beside = [Path(name) for name in os.listdir(path.parent)]
    except OSError:
        return ""
    alike = {one.stem: one.name for one in beside if one.suffix.lower() == path.suffix.lower()}
    hint = path.stem if path.stem in alike else nearest(path.stem, alike)
    return f" Did you mean {quoted(alike[hint])}?" if hint else ""
