"""What is chosen on the screen is written into the settings file, and all else stays as the user wrote it."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from hiptimer.config import forget_settings, keep_setting, load_settings
from hiptimer.look import ThemeName

from .files import settings

COMMENTED = """# my settings
[sound]   # loud
volume = 4

[screen]
# the room is bright
theme = "gruvbox"  # for now
flash = "never"
"""


def kept(folder: Path, text: str) -> str:
    """The file, once a theme has been chosen."""
    path = folder / "settings.toml"
    path.write_bytes(text.encode())
    assert keep_setting(path, "screen", "theme", ThemeName.NORD) == ""
    assert load_settings(path)[0].look.theme is ThemeName.NORD
    return path.read_bytes().decode()


def test_a_chosen_theme_is_kept_and_all_else_stays_as_the_user_wrote_it(tmp_path: Path) -> None:
    assert kept(tmp_path, COMMENTED) == COMMENTED.replace("gruvbox", "nord")


def test_a_new_setting_does_not_come_between_a_comment_and_what_it_is_about(tmp_path: Path) -> None:
    text = '[screen]\nflash = "never"\n\n# the neighbours\n[sound]\nvolume = 3\n'
    assert kept(tmp_path, text) == text.replace('"never"\n', '"never"\ntheme = "nord"\n')


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[screen]\n",
        "[screen]\n# nothing yet\n",
        '[screen]\nflash = "never"',
        "screen = {}\n",
        'sound.volume = 3\nscreen.flash = "never"\n',
        "# nothing yet\n",
        "[sound]\nvolume = 4",
        "[sound]\r\nvolume = 4\r\n",
        'screen.theme = "gruvbox"\n',
        'screen = { theme = "gruvbox", flash = "never" }\n',
        'screen = { flash = "never" }\n[sound]\nvolume = 4\n',
        '\ufeff[screen]\nmotion = "reduced"\n',
    ],
)
def test_a_theme_is_kept_however_the_file_is_written(tmp_path: Path, text: str) -> None:
    before = settings(tmp_path, text)[0]
    after = kept(tmp_path, text)
    look = replace(before.look, theme=ThemeName.NORD)
    assert load_settings(tmp_path / "settings.toml") == (replace(before, look=look), "")
    assert ("\r\n" in text) <= after.startswith("[sound]\r\nvolume = 4\r\n")


def test_the_first_thing_kept_makes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.toml"
    assert keep_setting(path, "screen", "theme", "nord") == ""
    assert path.read_text("utf-8") == '[screen]\ntheme = "nord"\n'
    assert [one.name for one in path.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize("text", ["[screen\n", '[screen]\ntheme = "nrod"\n', "[sound]\nvolume = 11\n"])
def test_a_file_with_a_fault_is_never_written_and_the_fault_is_said(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, "utf-8")
    problem = keep_setting(path, "screen", "theme", "nord")
    assert problem.startswith("not kept: settings.toml:")
    assert path.read_text("utf-8") == text


@pytest.mark.skipif(sys.platform == "win32", reason="links are for administrators there")
def test_a_file_that_is_a_link_into_the_dotfiles_stays_one(tmp_path: Path) -> None:
    real, link = tmp_path / "dotfiles.toml", tmp_path / "settings.toml"
    link.symlink_to(real)
    assert keep_setting(link, "screen", "theme", "gruvbox") == ""
    real.chmod(0o600)
    assert keep_setting(link, "screen", "theme", "nord") == ""
    assert link.is_symlink()
    assert "nord" in real.read_text("utf-8")
    assert real.stat().st_mode & 0o777 == 0o600


def test_a_directory_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    path = tmp_path / "file" / "settings.toml"
    problem = keep_setting(path, "screen", "theme", "nord")
    assert problem.startswith("not kept: ")
    assert "\n" not in problem


@pytest.mark.parametrize(
    ("text", "keys", "left"),
    [
        ("sound.volume = 5\nsound.muted = true\n", ["volume"], "sound.muted = true\n"),
        ("sound.volume = 5\nsound.muted = true\n", ["volume", "muted"], ""),
        ("sound.volume = 5\n# the room\nscreen.flash = \"never\"\nsound.muted = true\n", ["muted"],
         "sound.volume = 5\n# the room\nscreen.flash = \"never\"\n"),
        ("[sound]\n# loud\nvolume = 5\n", ["volume"], "[sound]\n# loud\n"),
        ("[sound]\nvolume = 5\n", ["volume"], ""),
        ("[sound]\nvolume = 5\n", ["muted"], "[sound]\nvolume = 5\n"),
    ],
)  # fmt: skip
def test_a_setting_is_forgotten_however_the_file_is_written(
    tmp_path: Path, text: str, keys: list[str], left: str
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, "utf-8")
    assert load_settings(path)[1] == ""
    assert forget_settings(path, "sound", keys) == ""
    assert path.read_text("utf-8") == left


def test_what_tomlkit_cannot_change_is_a_sentence_and_the_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("[sound]\nvolume = 5\n", "utf-8")

    def stumble(*_: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr("hiptimer.config._drop_all", stumble)
    assert "settings.toml is written in a way that can't be changed here" in forget_settings(
        path, "sound", ["volume"]
    )
    assert path.read_text("utf-8") == "[sound]\nvolume = 5\n"
