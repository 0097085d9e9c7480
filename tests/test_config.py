"""The settings file: what it sets, what is wrong in it, and what is written into it."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from hiptimer.audio.settings import SoundSettings
from hiptimer.config import Settings, forget_settings, keep_setting, keep_weights, load_settings
from hiptimer.look import Flash, Look, Motion, ThemeName
from hiptimer.session.cues import Voice
from hiptimer.weights import Unit, Weights


def settings(folder: Path, text: str) -> tuple[Settings, str]:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == (Settings(), "")


def test_what_is_set_holds_and_the_rest_stays_as_it_is(tmp_path: Path) -> None:
    text = '[sound]\nvolume = 4\nvoice = "counts"\nlatency = 0.25\n'
    expected = Settings(SoundSettings(volume=4, latency=0.25), voice=Voice.COUNTS)
    assert settings(tmp_path, text) == (expected, "")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[sound]\nvolume = 11\n", 2, "from 0 to 10"),
        ('[sound]\nvoice = "word"\n', 2, 'did you mean "words"'),
        ("[sound]\n\nvolum = 3\n", 3, 'did you mean "volume"'),
        ("[sound\n", 1, "a ] after the name of the table"),
        ('[screen]\n\ntheme = "nrod"\n', 3, "screen.theme: expected a theme that ctrl+t lists"),
        ('[screen]\ntheme = "nrod"\n', 2, 'did you mean "nord"'),
        ("[screen]\nflash = true\n", 2, '"always" or "silent" or "never", found true'),
        ("[weights]\nowned = [\n  4,\n  0,\n]\n", 4, "weights.owned[2]: expected weights from 0.1 to 441"),
        ("[weights]\nowned = [4, 300]\n", 2, "weights.owned[2]: expected kg from 0.1 to 200, found 300"),
        ('[weights]\nowned = [442]\nunit = "lb"\n', 2, "from 0.1 to 441, found 442"),
        ("[weights]\nowned = [-4]\n", 2, "found -4"),
        ("[weights]\nowned = [nan]\n", 2, "found nan"),
        ('[weights]\nowned = ["4"]\n', 2, 'found "4"'),
        ("[weights]\nowned = 8\n", 2, "a list of at most 50 weights"),
        (f"[weights]\nowned = {list(range(1, 52))}\n", 2, "found a list of 51"),
        ('[weights]\nunit = "kgs"\n', 2, 'did you mean "kg"'),
        ("[weights]\nadjustable = 1\n", 2, "true or false"),
        ("weights = [4, 6]\n", 1, "a table of keys"),
    ],
)
def test_a_fault_is_a_line_with_its_place_and_the_defaults_hold(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    found, problem = settings(tmp_path, text)
    assert found == Settings()
    assert f"settings.toml:{line}:" in problem
    assert words in problem
    assert "the defaults hold" in problem
    assert "\n" not in problem


def test_a_file_that_is_no_text_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\xfe\x00")
    assert load_settings(path) == (
        Settings(),
        f"{path}: can't be read: it is not UTF-8 text; the defaults hold",
    )
    assert load_settings(tmp_path)[0] == Settings()


def test_the_look_of_the_screen_is_set(tmp_path: Path) -> None:
    text = '[screen]\ntheme = "nord"\nflash = "always"\nmotion = "reduced"\n'
    look = Look(ThemeName.NORD, Flash.ALWAYS, Motion.REDUCED)
    assert settings(tmp_path, text) == (Settings(look=look), "")


# -- what is chosen on the screen is kept in the file


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


# -- weights


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


def test_weights_are_read_as_kilograms_in_order_and_once(tmp_path: Path) -> None:
    found, problem = settings(tmp_path, "[weights]\nowned = [8, 4.5, 8]\nadjustable = true\n")
    assert (found.weights, problem) == (Weights((4.5, 8.0), Unit.KG, True), "")
    found, problem = settings(tmp_path, '[weights]\nowned = [20, 10]\nunit = "lb"\n')
    assert (found.weights, problem) == (Weights((4.54, 9.07), Unit.LB), "")


MINE = """[weights]
# all there is in the cellar
owned = [
    4,  # pink
    8,  # kettlebell
]  # for now
unit = "kg"
"""


def test_one_more_weight_leaves_the_comments_with_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(MINE, "utf-8")
    assert keep_weights(path, Weights((4.0, 6.5, 8.0), adjustable=True)) == ""
    text = MINE.replace("    8,", "    6.5,\n    8,")
    assert path.read_text("utf-8") == text + "adjustable = true\n"
    assert keep_weights(path, Weights((6.5, 8.0), adjustable=True)) == ""
    assert path.read_text("utf-8") == text.replace("    4,  # pink\n", "") + "adjustable = true\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[weights]\nowned = [8, 4, 8] # none in order\n",
        "[weights]\nowned = [\n8, # big\n4]\n",
        "weights = {}\n",
    ],
)
def test_weights_are_kept_however_the_file_is_written(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, "utf-8")
    for weights in (
        Weights((4.0, 6.0), Unit.KG, True),
        Weights((4.0, 6.0, 9.07), Unit.LB, True),
        Weights((6.0, 9.07), Unit.KG),
        Weights((), Unit.LB),
    ):
        assert keep_weights(path, weights) == ""
        assert load_settings(path) == (Settings(weights=weights), "")


def test_what_would_be_a_fault_in_the_file_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(MINE, "utf-8")
    problem = keep_weights(path, Weights((4.0, 250.0)))
    assert problem.startswith("not kept: settings.toml:5: weights.owned[2]: expected kg from 0.1 to 200")
    assert path.read_text("utf-8") == MINE
