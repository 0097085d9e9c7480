"""The settings file: what it sets, and what is wrong in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiptimer.audio.settings import SoundSettings
from hiptimer.config import Settings, load_settings
from hiptimer.look import Flash, Look, Motion, ThemeName
from hiptimer.session.cues import Voice

from .files import settings


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
        ("weights = [4, 6]\n", 1, "[weights] with any of unit, owned, adjustable"),
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
