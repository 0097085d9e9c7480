"""The colours as they stand on the real screens: legible in every theme, and another for every phase."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import dist

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from hiptimer.look import Look, ThemeName
from hiptimer.session.state import Phase
from tests.fakes import Gym
from tests.often import long

from .live import live
from .screens import Seen, a_day

OWN = [name for name in ThemeName if name.startswith("hiptimer-")]
TERMINAL = [ThemeName.ANSI_DARK, ThemeName.ANSI_LIGHT]
"""In the terminal's own colours, which nobody can know."""
TEXTUALS = [name for name in ThemeName if name not in (*OWN, *TERMINAL)]
SHAPES = frozenset("█▀▄▰▱◆×¦┏━┓┃┗┛▁▂▃▅▆▇▔▊▎")
"""What is large, or only a line around something: WCAG 2.2, 1.4.3 and 1.4.11 ask for 3 to 1."""

APART = 7.0
"""The least distance of two phases' backgrounds, of the 441 from black to white."""


def luminance(rgb: tuple[int, int, int]) -> float:
    parts = [value / 255 for value in rgb]
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(segment: Segment) -> float:
    assert segment.style and segment.style.color and segment.style.bgcolor, segment
    pair = [
        luminance(tuple(colour.get_truecolor())) for colour in (segment.style.color, segment.style.bgcolor)
    ]
    return (max(pair) + 0.05) / (min(pair) + 0.05)


def too_faint(seen: Seen, text: float, shape: float) -> Iterator[str]:
    for segment in seen.segments():
        signs = set(segment.text) - {" "}
        if not signs:
            continue
        ratio, least = contrast(segment), shape if signs <= SHAPES else text
        if ratio < least:
            yield f"{seen.name}: {segment.text.strip()!r} {ratio:.2f}, {least} needed"


def dressed(gym: Gym, theme: ThemeName) -> Gym:
    gym.look = Look(theme=theme)
    return gym


@pytest.mark.parametrize("theme", [OWN[0], *long(*OWN[1:])])
async def test_all_that_is_written_or_drawn_can_be_read(gym: Gym, theme: ThemeName) -> None:
    text, shape = (7.0, 7.0) if theme is ThemeName.HIPTIMER_HIGH_CONTRAST else (4.5, 3.0)
    faint = [words async for seen in a_day(dressed(gym, theme)) for words in too_faint(seen, text, shape)]
    assert faint == []


@pytest.mark.long
async def test_textuals_themes_can_be_read_in_every_phase(gym: Gym) -> None:
    # a third of them in each phase: all would take 20 s
    faint: list[str] = []
    async with live(gym) as it:
        for turn, phase in enumerate((None, *Phase)):
            if phase is Phase.READY:
                await it.keys("space")
            elif phase is Phase.PAUSED:
                await it.keys("p")
            elif phase is not None:
                await it.until(phase)
            for theme in TEXTUALS[turn % 3 :: 3]:
                it.app.theme = theme
                await it.picture()
                faint += too_faint(Seen(f"{theme}, {phase}", it), 4.5, 3.0)
            if phase is Phase.PAUSED:
                await it.keys("p")
    assert faint == []


@pytest.mark.parametrize("theme", [*OWN, *TEXTUALS])
def test_every_phase_has_a_colour_of_its_own(gym: Gym, theme: ThemeName) -> None:
    made = dressed(gym, theme).app().get_css_variables()
    grounds = [Color.parse(made[f"phase-{phase.lower()}-background"]).rgb for phase in Phase]
    assert min(dist(one, other) for one, other in combinations(grounds, 2)) > APART, grounds


def test_all_of_textuals_themes_are_offered() -> None:
    assert {*ThemeName} - {*OWN} == set(BUILTIN_THEMES)


# -- without colours


@pytest.mark.long
async def test_without_colours_all_can_be_read_and_told_apart_by_words(
    gym: Gym, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    faint, coloured, unmarked = [], [], []
    words: set[str] = set()
    async for seen in a_day(gym):
        faint += too_faint(seen, 4.5, 3.0)
        coloured += [f"{seen.name}: {segment}" for segment in seen.segments() if is_coloured(segment)]
        text = "".join(segment.text for segment in seen.segments())
        words |= {phase for phase in Phase if text.startswith(f" {phase} ·")}
        if seen.name.endswith((", s", ", q", ", ctrl+t")) and text.count("> ") != 1:
            unmarked.append(seen.name)
    assert (faint, coloured, unmarked) == ([], [], [])
    assert words == set(Phase)


def is_coloured(segment: Segment) -> bool:
    style = segment.style or Style()
    return any(len({*one.get_truecolor()}) > 1 for one in (style.color, style.bgcolor) if one)
