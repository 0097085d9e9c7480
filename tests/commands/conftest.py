from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..history.days import Gym
from .completing import HIPTIMER
from .shell import Shell

SQUAT = 'name = "Squat"\nsets = 2\n[[exercise]]\nid = "squat"\nname = "Squat"\nshort = "SQUAT"\nreps = 5\n'


@pytest.fixture
def home(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A HIPTIMER_HOME with nothing in it, and a place for what programs leave that are killed."""
    home = tmp_path / "home"
    monkeypatch.setenv("HIPTIMER_HOME", str(home))
    monkeypatch.setenv("TMPDIR", str(tmp_path_factory.mktemp("aside")))
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("HIPTIMER_DEBUG", "PYTHONIOENCODING", "PYTHONUNBUFFERED", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def gym(home: Path) -> Iterator[Gym]:
    """A gym whose history is that of the programs."""
    gym = Gym(home)
    yield gym
    gym.close()


@pytest.fixture
def shell(home: Path, capfd: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capfd)


@pytest.fixture
def circuit(tmp_path: Path) -> str:
    path = tmp_path / "squat.toml"
    path.write_text(SQUAT)
    return str(path)


@pytest.fixture
def here(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory to stand in, which is the home directory too, with a hiptimer to be found."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "hiptimer").write_text(HIPTIMER)
    (tmp_path / "bin" / "hiptimer").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    here = tmp_path / "here"
    here.mkdir()
    for name, value in (("HOME", str(here)), ("TERM", "dumb"), ("LC_ALL", "C.UTF-8")):
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(here)
    return here
