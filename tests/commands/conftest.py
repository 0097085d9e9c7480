from __future__ import annotations

from pathlib import Path

import pytest

from .shell import Shell


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A HIPTIMER_HOME with nothing in it."""
    home = tmp_path / "home"
    monkeypatch.setenv("HIPTIMER_HOME", str(home))
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("HIPTIMER_DEBUG", "PYTHONIOENCODING", "PYTHONUNBUFFERED", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def shell(home: Path, capfd: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capfd)
