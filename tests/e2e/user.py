"""A user of hiptimer: a home directory of their own, terminals, circuit files and the log."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import uuid
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import IO, Any

from hiptimer.history.records import to_json
from hiptimer.history.store import Store

from .terminal import Terminal

HIPTIMER = (sys.executable, "-m", "hiptimer")
FAST = ("--lead-in", "1", "--switch", "1", "--rest", "1", "--round-rest", "1")
FOREIGN = ("NO_COLOR", "COLORFGBG", "PS1", "PROMPT_COMMAND", "COLUMNS", "LINES", "HIPTIMER_DEBUG")
MARK = "HIPTIMER_TEST"
"""The environment variable by which a user's processes are known."""


class User:
    """Somebody with an empty history. `close` ends whatever they have left running.

    `aside` is for what programs keep only while they run, and leave there when they are killed; a library of
    PulseAudio's leaves a directory for each home. Without it, they have a place in `directory`.
    """

    def __init__(self, directory: Path, aside: Path | None = None) -> None:
        self.directory = directory
        aside = aside or directory / "tmp"
        aside.mkdir(exist_ok=True)
        self._mark = uuid.uuid4().hex
        self._terminals: list[Terminal] = []
        kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        self.env = {
            **kept,
            "HOME": str(directory),
            "HIPTIMER_HOME": str(directory),
            "TMPDIR": str(aside),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            MARK: self._mark,
        }

    # -- programs

    def start(self, *options: str, mute: bool = True, **more: Any) -> Terminal:
        """`hiptimer start` with countdowns of a second; what `options` say comes first."""
        return self.terminal("start", *FAST, *(["--mute"] if mute else []), *options, **more)

    def terminal(self, *words: str, **more: Any) -> Terminal:
        """hiptimer in a terminal."""
        return self.program(*HIPTIMER, *words, **more)

    def line(self, *words: str) -> bytes:
        """hiptimer as it is typed into a shell."""
        return shlex.join((*HIPTIMER, *words)).encode() + b"\r"

    def program(
        self,
        *argv: str,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        errors: IO[bytes] | None = None,
    ) -> Terminal:
        """Any program in a terminal."""
        found = Terminal(argv, {**self.env, **(env or {})}, columns, rows, errors)
        self._terminals.append(found)
        return found

    def run(self, *words: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        """hiptimer without a terminal."""
        return subprocess.run(
            [*HIPTIMER, *words],
            env={**self.env, **(env or {})},
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
        )

    def with_module(self, name: str, text: str) -> dict[str, str]:
        """Changes to the environment after which Python finds this module before any other of its name."""
        (self.directory / f"{name}.py").write_text(text, encoding="utf-8")
        return {"PYTHONPATH": self._first_on_path()}

    def with_player(self, name: str, text: str) -> dict[str, str]:
        """The same, after which this program is the only one that plays sounds."""
        only = self.only_the_bell()
        program = self.directory / "bin" / name
        program.write_text(text, encoding="utf-8")
        program.chmod(0o755)
        return only

    def only_the_bell(self) -> dict[str, str]:
        """The same, after which no player of sounds is found, simpleaudio neither."""
        (self.directory / "bin").mkdir()
        silent = self.with_module("simpleaudio", "raise ImportError('none here')\n")
        return {**silent, "PATH": str(self.directory / "bin")}

    def _first_on_path(self) -> str:
        return os.pathsep.join(filter(None, (str(self.directory), os.environ.get("PYTHONPATH"))))

    def processes(self) -> Iterator[tuple[int, str]]:
        """What runs of this user's, by /proc: number and command line."""
        wanted = f"{MARK}={self._mark}".encode()
        for entry in Path("/proc").iterdir():
            with suppress(OSError):
                if entry.name.isdecimal() and wanted in (entry / "environ").read_bytes().split(b"\0"):
                    command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                    yield int(entry.name), command

    def close(self) -> None:
        for terminal in self._terminals:
            terminal.close()

    def kill(self) -> None:
        """End everything from another thread, whose waits then come to an end."""
        for terminal in self._terminals:
            with suppress(OSError):
                terminal.process.kill()

    # -- files

    @property
    def database(self) -> Path:
        return Path(self.env["HIPTIMER_HOME"], "data", "history.db")

    def circuit(self, text: str, name: str = "mine") -> str:
        """Write a circuit file; its path."""
        path = self.directory / f"{name}.toml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    # -- the log

    def sessions(self) -> list[dict[str, Any]]:
        """The log as another process reads it, and `hiptimer log --json` prints it."""
        store = Store.read(self.database)
        if store is None:
            return []
        with closing(store):
            log = json.loads(json.dumps(to_json(store.sessions())))
        assert (log["format"], log["version"]) == ("hiptimer", 1)
        found: list[dict[str, Any]] = log["sessions"]
        return found

    def session(self) -> dict[str, Any]:
        """The only session in the log."""
        (found,) = self.sessions()
        return found

    def rows(self, *names: str) -> list[Any]:
        """The rows of the only session; one name: the values, several: tuples of them."""
        rows = self.session()["sets"]
        if len(names) == 1:
            return [row[names[0]] for row in rows]
        return [tuple(row[name] for name in names) for row in rows] if names else rows
