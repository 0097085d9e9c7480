"""What writes files besides a session, to be disturbed: the log, an export, circuits, settings."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from hiptimer.circuit.file import parse
from tests.e2e.user import HIPTIMER, User
from tests.history.days import Gym
from tests.history.files import write_first

from .scripted import CIRCUIT

AMENDING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from hiptimer.history.changes import of_session
from hiptimer.history.store import Store
store = Store.open(Path(sys.argv[1]))
(one,) = store.sessions()
store.amend(one.id, [of_session(one, "morning", "worse", datetime.now(UTC))])
store.close()
"""
SETTING = """
import sys
from pathlib import Path
from hiptimer.config import keep_setting
assert not keep_setting(Path(sys.argv[1]), "screen", "theme", "nord")
"""
CHANGING = """
import sys
from pathlib import Path
from hiptimer.circuit.keeping import change
new = 'name = "New"\\n[[exercise]]\\nid = "squat"\\nname = "Squat"\\nreps = 5\\n'
change("mine", new, None, Path(sys.argv[1]))
"""


@dataclass(frozen=True, slots=True)
class Work:
    """Something that writes files, and what is seen of it in them."""

    name: str
    prepare: Callable[[Path], None]
    """Makes what is there before, in an empty home."""
    argv: Callable[[Path], tuple[str, ...]]
    look: Callable[[User, Path], object]
    """What is there, as the user sees it. Fails where something is half done."""


def one_session(home: Path) -> None:
    gym = Gym(home)
    gym.finished()
    gym.store.close()


def old_history(home: Path) -> None:
    """Of the first hiptimer; and a file with nothing to import."""
    (home / "none.json").write_text('{"format": "hiptimer", "version": 1, "sessions": []}', encoding="utf-8")
    (home / "data").mkdir(parents=True)
    write_first(home / "data" / "history.db")


def two_to_import(home: Path) -> None:
    """One session here, two in a file."""
    one_session(home)
    other = Gym(home / "other")
    other.finished(3)
    other.finished(5)
    other.store.close()
    env = {**os.environ, "HIPTIMER_HOME": str(home / "other")}
    done = subprocess.run([*HIPTIMER, "export"], env=env, capture_output=True, check=True)
    (home / "two.json").write_bytes(done.stdout)


def with_export(home: Path) -> None:
    one_session(home)
    (home / "out.json").write_text("{}", encoding="utf-8")


def with_circuit(home: Path) -> None:
    (home / "config" / "circuits").mkdir(parents=True)
    (home / "config" / "circuits" / "mine.toml").write_text(CIRCUIT, encoding="utf-8")


def with_settings(home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text('[sound]\nvoice = "words"\n', encoding="utf-8")


def the_log(user: User, home: Path) -> object:
    done = user.run("log", "--json")
    assert done.returncode == 0, done.stderr
    with closing(sqlite3.connect(home / "data" / "history.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return json.loads(done.stdout)["sessions"]


def the_file(user: User, home: Path) -> object:
    return json.loads((home / "out.json").read_text("utf-8")).get("sessions"), the_log(user, home)


def the_circuits(user: User, home: Path) -> object:
    """Every one there is can be read, and `mine` is somewhere still."""
    own = home / "config" / "circuits"
    for path in own.glob("*.toml"):
        parse(path.read_text("utf-8"), path.name)
    kept = [path.read_text("utf-8") for path in own.rglob("*.toml")]
    assert CIRCUIT in kept, "the circuit is gone"
    return sorted(path.name for path in own.glob("*.toml"))


def the_settings(user: User, home: Path) -> object:
    return (home / "config" / "settings.toml").read_text("utf-8")


def hiptimer(*words: str) -> Callable[[Path], tuple[str, ...]]:
    return lambda home: (*HIPTIMER, *(word.replace("HOME", str(home)) for word in words))


def python(code: str, path: str) -> Callable[[Path], tuple[str, ...]]:
    return lambda home: (sys.executable, "-c", code, str(home / path))


WORKS = (
    Work("an old history is changed", old_history, hiptimer("import", "HOME/none.json"), the_log),
    Work("import", two_to_import, hiptimer("import", "HOME/two.json"), the_log),
    Work("a change of the log", one_session, python(AMENDING, "data/history.db"), the_log),
    Work("export", with_export, hiptimer("export", "-o", "HOME/out.json"), the_file),
    Work("a new circuit", with_circuit, hiptimer("circuits", "new", "fresh"), the_circuits),
    Work("a copy of a circuit", with_circuit, hiptimer("circuits", "copy", "mine", "yours"), the_circuits),
    Work("a circuit is changed", with_circuit, python(
        CHANGING, "config/circuits"), the_circuits),
    Work("a circuit is removed", with_circuit, hiptimer("circuits", "remove", "mine", "--yes"), the_circuits),
    Work("a setting", with_settings, python(
        SETTING, "config/settings.toml"), the_settings),
)  # fmt: skip
