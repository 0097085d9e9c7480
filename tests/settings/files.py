"""A settings file of a test's own."""

from __future__ import annotations

from pathlib import Path

from hiptimer.config import Settings, load_settings


def settings(folder: Path, text: str) -> tuple[Settings, str]:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path)
