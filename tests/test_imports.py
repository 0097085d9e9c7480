"""What is not imported: each floor stays its own, and commands that draw nothing start fast."""

from __future__ import annotations

import ast
import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import hiptimer

PACKAGE = Path(hiptimer.__file__).parent
CHECKOUT = PACKAGE.parent
OUTSIDE = {"textual", "rich", "simpleaudio", "platformdirs", "filelock", "tomlkit", "argcomplete"}
DOERS = {"sqlite3", "time", "pathlib", "random", "os", "sys", "subprocess", "threading", "logging"}
PURE_FLOORS = ("circuit", "exchange", "figure", "progress", "report", "session")
NOT_PURE = {
    "hiptimer.circuit.keeping",
    "hiptimer.circuit.knowing",
    "hiptimer.circuit.library",
    "hiptimer.exchange.shelf",
    "hiptimer.exchange.taking",
    "hiptimer.session.clock",
    "hiptimer.session.lives",
    "hiptimer.session.opening",
    "hiptimer.session.runner",
    "hiptimer.session.todays",
}
"""In the packages of the workout; a new module there is pure until it is written here, with a reason."""


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(CHECKOUT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}
PURE = [
    name
    for name in MODULES
    if name.startswith(tuple(f"hiptimer.{floor}." for floor in PURE_FLOORS)) and name not in NOT_PURE
] + [
    "hiptimer.history.changes",
    "hiptimer.history.migrations",
    "hiptimer.history.records",
    "hiptimer.key_names",
    "hiptimer.keyboard",
    "hiptimer.limits",
    "hiptimer.look",
    "hiptimer.values",
    "hiptimer.weight_keys",
    "hiptimer.weights",
]


def imported(path: Path) -> set[str]:
    """Every module that a file names in an import, wherever in it, as `package` and `package.module`."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0 and node.module, f"{path}: imports are written out here"
            found.update({node.module, *(f"{node.module}.{alias.name}" for alias in node.names)})
    return found


@pytest.mark.parametrize("name", PURE)
def test_a_pure_module_imports_no_doer(name: str) -> None:
    tops = {one.split(".")[0] for one in imported(MODULES[name])}
    assert not tops & (OUTSIDE | DOERS)
    ours = {one for one in imported(MODULES[name]) if one in MODULES}
    packages = {f"hiptimer.{name}" for name in (*PURE_FLOORS, "history")}
    assert ours <= {*PURE, *packages}


def test_textual_is_imported_by_the_screens_alone() -> None:
    screens = {name for name, path in MODULES.items() if imported(path) & {"textual", "rich"}}
    drawing = {
        name for name, path in MODULES.items() if any(one.startswith("textual") for one in imported(path))
    }
    assert drawing and all(name.startswith("hiptimer.tui") for name in drawing | screens)


def test_the_contracts_name_every_pure_module() -> None:
    contracts = configparser.ConfigParser()
    contracts.read(CHECKOUT / ".importlinter", "utf-8")
    assert set(contracts["importlinter:contract:pure"]["source_modules"].split()) == set(PURE)


def modules_after(home: Path, *args: str) -> set[str]:
    """What a process has imported when a command is done."""
    code = (
        "import sys; from hiptimer.cli import main; code = main(sys.argv[1:]);"
        "print(*sys.modules, sep='\\n', file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *args],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "HIPTIMER_HOME": str(home), "PYTHONUTF8": "1"},
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "args",
    [
        ("--version",),
        ("log",),
        ("log", "--json"),
        ("export",),
        ("stats",),
        ("stats", "--json"),
        ("circuits", "list"),
        ("circuits", "show", "runner-hips"),
        ("circuits", "new", "mine"),
    ],
)
def test_commands_that_draw_nothing_import_no_screen_and_no_sound(
    tmp_path: Path, args: tuple[str, ...]
) -> None:
    found = modules_after(tmp_path, *args)
    assert "hiptimer.cli" in found
    assert not {one for one in found if one.split(".")[0] in OUTSIDE}
    assert not {one for one in found if one.startswith(("hiptimer.tui", "hiptimer.audio", "asyncio"))}


def test_a_session_line_by_line_imports_nothing_that_draws(tmp_path: Path) -> None:
    found = modules_after(tmp_path, "start", "--plain", "--mute")
    assert "hiptimer.plain.session" in found
    assert not {one for one in found if one.split(".")[0] in ("textual", "rich", "asyncio")}


HOME = """
import asyncio, sys
import hiptimer.tui.app
from hiptimer.tui import launch
from hiptimer.history.rescue import open_history
from hiptimer.paths import find_paths
from hiptimer.session.clock import SystemClock

async def look():
    hiptimer.tui.app.AHEAD = 600
    paths, clock = find_paths(), SystemClock()
    store = open_history(paths.database, clock.wall())
    store.prefer({"first-start": "done"})
    app = hiptimer.tui.app.HiptimerApp(launch._world(paths, store, clock, None, True))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.screen.query_one("#home-circuit").content_size.height
        print(*sys.modules, sep="\\n")

asyncio.run(look())
"""
"""Home as it is drawn by the real launch, before anything that is imported ahead."""


def test_home_is_drawn_before_what_stands_behind_its_keys_is_imported(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", HOME], capture_output=True, text=True, timeout=60, check=False,
        env={**os.environ, "HIPTIMER_HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = set(done.stdout.split())
    screens = {one for one in found if one.startswith("hiptimer.tui.screens.")}
    assert screens == {"hiptimer.tui.screens.home"}
    session = {one for one in found if one.startswith("hiptimer.session.")}
    assert not session & {f"hiptimer.session.{one}" for one in ("events", "machine", "opening", "runner")}
    assert not found & {"filelock", "argparse", "hiptimer.audio.sound", "hiptimer.history.journal"}


def test_the_log_imports_nothing_that_reads_code_or_guesses_words(tmp_path: Path) -> None:
    """Python's dataclasses read code; both together cost as much as all of bare Python.

    Of them is left out what Python's own argparse imports: since 3.14, for the colours of its help.
    """
    from .history.days import Gym

    gym = Gym(tmp_path)
    gym.finished()
    gym.store.close()
    found = modules_after(tmp_path, "log")
    parser = "import argparse, sys; argparse.ArgumentParser().add_argument('--days'); print(*sys.modules)"
    pythons = subprocess.run([sys.executable, "-c", parser], capture_output=True, text=True, check=True)
    slow = {"dataclasses", "inspect", "difflib"} - set(pythons.stdout.split())
    assert slow and "hiptimer.values" in found and not found & slow


def test_a_value_has_fields_of_its_own_kind_and_never_those_of_dataclasses() -> None:
    """They would be taken for a default."""
    for name, path in MODULES.items():
        names = imported(path)
        assert not {"dataclasses.field", "hiptimer.values.dataclass"} <= names, name


def test_the_version_imports_no_floor_at_all(tmp_path: Path) -> None:
    found = {one for one in modules_after(tmp_path, "--version") if one.startswith("hiptimer")}
    assert found == {"hiptimer", "hiptimer.cli", "hiptimer.commands", "hiptimer.commands.refusal"}


@pytest.mark.parametrize(
    "args",
    [("log",), ("stats",), ("stats", "--json"), ("report",), ("export",), ("export", "--format", "csv")],
)
def test_what_reads_the_log_does_not_import_the_session_machine(
    tmp_path: Path, args: tuple[str, ...]
) -> None:
    from .history.days import Gym

    gym = Gym(tmp_path)
    gym.finished()
    gym.store.close()
    found = modules_after(tmp_path, *args)
    assert not {one for one in found if one.startswith("hiptimer.session") or one.split(".")[0] in OUTSIDE}


def test_nothing_happens_on_import() -> None:
    """Every module but `__main__` and the helper process can be imported without a word or a file."""
    names = [name for name in MODULES if name not in ("hiptimer.__main__", "hiptimer.audio.helper")]
    code = f"import importlib\nfor name in {names!r}: importlib.import_module(name)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_contracts_are_kept() -> None:
    command = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert command, "import-linter belongs to the dev extra"
    done = subprocess.run(
        [command, "--no-cache"], cwd=CHECKOUT, capture_output=True, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"}, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
