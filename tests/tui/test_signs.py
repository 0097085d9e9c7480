"""Terminals that know only ASCII: which those are, and that nothing else is drawn on them."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from hiptimer.tui.signs import Signs, signs_of
from tests.circuits import SHORT
from tests.fakes import Gym
from tests.often import long

from .glass import titled
from .screens import a_day


@pytest.mark.parametrize(
    ("environ", "signs"),
    [
        ({}, Signs.UNICODE),
        ({"LANG": "de_DE.UTF-8"}, Signs.UNICODE),
        ({"LANG": "de_DE.utf8@euro"}, Signs.UNICODE),
        ({"LANG": "C.UTF-8"}, Signs.UNICODE),
        ({"LC_CTYPE": "UTF-8"}, Signs.UNICODE),
        ({"LANG": "C"}, Signs.ASCII),
        ({"LANG": "POSIX"}, Signs.ASCII),
        ({"LANG": "de_DE.ISO-8859-1"}, Signs.ASCII),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, Signs.ASCII),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": ""}, Signs.UNICODE),
        ({"LANG": "de_DE.UTF-8", "LC_CTYPE": "C"}, Signs.ASCII),
        ({"LANG": "C", "LC_CTYPE": "de_DE.UTF-8"}, Signs.UNICODE),
        ({"LANG": "C", "LC_ALL": "de_DE.UTF-8", "LC_CTYPE": "C"}, Signs.UNICODE),
    ],
)
def test_the_locale_says_what_the_terminal_knows(environ: dict[str, str], signs: Signs) -> None:
    assert signs_of(environ) is signs


def test_what_python_makes_of_the_c_locale_is_not_what_the_user_said() -> None:
    assert signs_of({"LANG": "C", "LC_CTYPE": "C.UTF-8"}) is Signs.ASCII
    assert signs_of({"LANG": "de_DE.UTF-8", "LC_CTYPE": "C.UTF-8"}) is Signs.UNICODE


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("WORK · ROUND 2/3 · ~9 min", "WORK - ROUND 2/3 - ~9 min"),
        ("▰▰◆▱▱ ×¦ 3–6…", "##>.. x! 3-6~"),
        ("┏━┓┃┗┛ │─", "+-+|++ |-"),
        ("Übung für Füße", "Ubung fur Fuse"),
        ("5½ kg, 3 m²", "5? kg, 3 m2"),
        ("漢字 ok", "???? ok"),
        ("e\u0301te\u0301", "ete"),
        ("👍🏽!", "??!"),
        ("⠀⣿", " :"),
    ],
)
def test_a_sign_becomes_one_that_looks_alike_and_takes_as_much_room(text: str, spelled: str) -> None:
    assert Signs.ASCII.spell(text) == spelled
    assert cell_len(spelled) == cell_len(text)
    assert Signs.UNICODE.spell(text) == text


@pytest.mark.parametrize("size", [(40, 12), *long((80, 24), (120, 40))])
async def test_a_whole_day_is_drawn_in_ascii_alone(gym: Gym, size: tuple[int, int]) -> None:
    gym.signs = Signs.ASCII
    gym.text = SHORT.replace('"WALL PUSH"', '"WÄND ↑ 漢"').replace('"Wall push"', '"Wände → 漢字…"')
    names, other = [], []
    async for seen in a_day(gym, size):
        names.append(seen.name)
        lines = [strip.text for strip in seen.top._compositor.render_strips()]
        other += [f"{seen.name}: {line}" for line in lines if not line.isascii() or len(line) != size[0]]
    assert other == []
    assert len(names) > 15


def test_the_title_of_the_window_is_ascii_too() -> None:
    assert "REST - ROUND 1/3" in titled("REST · ROUND 1/3", Signs.ASCII)
