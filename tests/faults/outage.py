"""What lies on a disk after the power has failed: worked out from every change that strace saw.

Sure are only the writes to a file after which it was synchronised, and the names in a directory after which
that was. Of the rest, each write may have reached the disk, or some of its sectors, and the names up to any
one of them. SQLite's shared memory is lost.
"""

from __future__ import annotations

import random
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from .proof import CannotBeDone

SECTOR = 512
MEMORY = "-shm"
LOST = 0.5
"""The chance of a write, or of a sector, that nobody waited for."""
KINDS = {
    "pwrite64": "write", "write": "write", "ftruncate": "length", "fsync": "sync", "fdatasync": "sync",
    "rename": "rename", "renameat": "rename", "renameat2": "rename", "link": "link", "linkat": "link",
    "unlink": "unlink", "unlinkat": "unlink", "openat": "create",
}  # fmt: skip
_LINE = re.compile(r"(\d+\.\d+) (\w+)\((.*)\) += (\d+)(?:<([^>]*)>)? <([\d.]+)>")
_FILE = re.compile(r"\d+<([^>]*)>")
_TEXT = re.compile(r'"([^"]*)"')
_NUMBER = re.compile(r", (\d+)(?=,|$)")


@dataclass(frozen=True, slots=True)
class Call:
    """A change of the disk, between two instants on the wall's clock."""

    began: float
    ended: float
    kind: str
    paths: tuple[str, ...]
    """The file or directory, below home; of a rename or a link, what it was called and what it is called."""
    data: bytes = b""
    at: int | None = None
    """Where the data goes, or how long the file is to be; None: at its end."""


@cache
def require_strace() -> None:
    """Raise `CannotBeDone` where no program can be watched."""
    try:
        subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise CannotBeDone(f"strace is needed: {error}") from error


def watched(trace: Path) -> tuple[str, ...]:
    """What stands before a command whose changes of the disk are written down: a file for each thread."""
    how = ("-ff", "--seccomp-bpf", "-qq", "-ttt", "-T", "-y", "-xx", "-s", str(1 << 24))
    return ("strace", *how, "-e", f"trace={','.join(KINDS)}", "-o", str(trace), "--")


def changes(trace: Path, home: Path) -> list[Call]:
    """All that was done below `home`, in order of time."""
    found = []
    for thread in trace.parent.glob(f"{trace.name}.*"):
        for call in filter(None, map(_call, thread.read_text("ascii").splitlines())):
            if all(Path(path).is_relative_to(home) for path in call.paths):
                below = (str(Path(path).relative_to(home)) for path in call.paths)
                found.append(replace(call, paths=tuple(below)))
    return sorted(found, key=lambda call: call.began)


def _call(line: str) -> Call | None:
    """A line of strace; None for one that changes nothing, or where the program ended."""
    if (match := _LINE.fullmatch(line)) is None:
        return None
    began, name, arguments, result, opened, took = match.groups()
    times, kind = (float(began), float(began) + float(took)), KINDS[name]
    if kind == "create":
        if "O_TRUNC" in arguments:
            return Call(*times, "length", (_text(opened).decode(),), at=0)
        return Call(*times, kind, (_text(opened).decode(),)) if "O_CREAT" in arguments else None
    texts = [_text(word) for word in _TEXT.findall(arguments)]
    if kind in ("rename", "link", "unlink"):
        return Call(*times, kind, tuple(text.decode() for text in texts))
    path = _text(_FILE.findall(arguments)[0]).decode()
    number = int(_NUMBER.findall(arguments)[-1]) if name in ("pwrite64", "ftruncate") else None
    return Call(*times, kind, (path,), texts[0][: int(result)] if kind == "write" else b"", number)


def _text(word: str) -> bytes:
    return bytes.fromhex(word.replace("\\x", "")) if word.startswith("\\x") else word.encode()


@dataclass
class _File:
    sure: bytes = b""
    size: int = 0
    open: list[Call] = field(default_factory=list)
    """What nobody has waited for."""

    def write(self, call: Call) -> None:
        at = self.size if call.at is None else call.at
        self.size = at if call.kind == "length" else max(self.size, at + len(call.data))
        self.open.append(replace(call, at=at))

    def sync(self) -> None:
        for call in self.open:
            self.sure = _written(self.sure, call.at or 0, call)
        self.open.clear()

    def left(self, chance: random.Random) -> bytes:
        found = self.sure
        for call in self.open:
            at = call.at or 0
            if chance.random() >= LOST:
                found = _written(found, at, call)
                continue
            for first in range(0, len(call.data), SECTOR):
                if chance.random() >= LOST:
                    sector = replace(call, data=call.data[first : first + SECTOR])
                    found = _written(found, at + first, sector)
        return found


def _written(before: bytes, at: int, call: Call) -> bytes:
    begin = before[:at].ljust(at, b"\0")
    return begin if call.kind == "length" else begin + call.data + before[at + len(call.data) :]


@dataclass(frozen=True)
class _Named:
    """A change of names: this file has the last of the paths now."""

    kind: str
    paths: tuple[str, ...]
    file: _File

    def apply(self, names: dict[str, _File]) -> None:
        if self.kind in ("rename", "unlink"):
            names.pop(self.paths[0], None)
        if self.kind != "unlink":
            names[self.paths[-1]] = self.file


class Disk:
    """The files of a home, and what becomes of them until the power fails at the instant `cut`."""

    def __init__(self, home: Path, cut: float) -> None:
        self._cut = cut
        self._names: dict[str, _File] = {}
        for path in filter(Path.is_file, home.rglob("*")):
            whole = path.read_bytes()
            self._names[str(path.relative_to(home))] = _File(whole, len(whole))
        self._sure = dict(self._names)
        self._open: list[_Named] = []

    def do(self, call: Call) -> None:
        """The next change; none that begins after the cut."""
        path = call.paths[0]
        match call.kind:
            case "sync" if call.ended <= self._cut:
                self._sync(path)
            case "create" | "length" | "write":
                if path not in self._names:
                    self._name(_Named("create", call.paths, _File()))
                if call.kind != "create":
                    self._names[path].write(call)
            case "rename" | "link" | "unlink" if path in self._names:
                self._name(_Named(call.kind, call.paths, self._names[path]))

    def _name(self, named: _Named) -> None:
        named.apply(self._names)
        self._open.append(named)

    def _sync(self, path: str) -> None:
        if path in self._names:
            self._names[path].sync()
            return
        for named in [*self._open]:
            if {str(Path(name).parent) for name in named.paths} == {path}:
                named.apply(self._sure)
                self._open.remove(named)

    def left(self, there: Path, chance: random.Random) -> None:
        """Write what may be found afterwards into an empty place."""
        names = dict(self._sure)
        for named in self._open[: chance.randint(0, len(self._open))]:
            named.apply(names)
        for path, file in names.items():
            if not path.endswith(MEMORY):
                (there / path).parent.mkdir(parents=True, exist_ok=True)
                (there / path).write_bytes(file.left(chance))


def instants(done: list[Call], chance: random.Random) -> Iterator[float]:
    """Instants at which the power may fail, by chance: before, in and after a change of the disk."""
    while True:
        call = chance.choice(done)
        yield chance.choice((call.began, (call.began + call.ended) / 2, call.ended + 1e-6))


def fail(home: Path, done: list[Call], cut: float, there: Path, chance: random.Random) -> None:
    """Make in `there` what may be left of `home`, which is as it was before all that was done."""
    disk = Disk(home, cut)
    for call in done:
        if call.began < cut:
            disk.do(call)
    disk.left(there, chance)
