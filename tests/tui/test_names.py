"""An exercise may be named anything: it is shown so, the layout stays whole and the log intact."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from hiptimer.circuit.plan import Options
from hiptimer.circuit.text import steers
from hiptimer.session.state import Phase
from tests.fakes import Gym
from tests.often import long

from .live import Live, live

NAMES = {
    "markup": ("[red]x[/]", "[@click=app.quit]quit[/] [bold red on blue]x[/red] [/]"),
    "escapes written out": (r"\u001b[2J", r"\x1b[31m \033[2J ^[[H \e]0;title\a"),
    "right to left": ("שלום עולם", "שלום עולם, תרגיל על רגל אחת; تمرين على ساق واحدة"),
    "emoji": ("🦵🏽👩‍🦰🏋️‍♀️", "🦵🏽 leg 👩‍👩‍👧‍👦 family 🏋️‍♀️ lifts 🇩🇪"),
    "wide": ("漢字漢字漢字漢字漢字", "漢字" * 250),
    "as long as may be": ("M" * 10, "M" * 500),
    "marks without a letter": ("\u0301\u0301\u0301e\u0301", "\u0301" * 490),
    "invisible": ("\u200b\u200b\u2060", "\u200b" * 490),
}
SOME = ("markup", "right to left", "wide", "as long as may be")
"""Those that `pytest` alone has."""
SIZES = [(80, 24), (40, 12)]
"""The names are shown in one of them, in turn: to draw all this takes a second each time."""


def circuit(short: str, name: str) -> str:
    """A hold of each side and a set of reps, everything in it called so."""
    tip = name[:200]
    return f"""
    name = '{name}'
    kit = ['{name[:60]}']
    sets = 2
    [[exercise]]
    id = "hold"
    name = '{name}'
    short = '{short}'
    to_fatigue = true
    sides = "each"
    side_label = '{short}'
    other = '{name[:60]}'
    load = '{name[:40]}'
    tips = {{ how = ['{tip}'], stop = '{tip}', setup = ['{tip}'], work = ['{tip}'], why = ['{tip}'] }}
    [[exercise]]
    id = "reps"
    name = '{name}'
    short = '{short}'
    reps = 5
    block = "cool-down"
    [[exercise]]
    id = "other"
    name = '{name}'
    short = '{short}'
    reps = 5
    instead_of = "reps"
    """


async def check_whole(it: Live, size: tuple[int, int]) -> None:
    """Every row of the screen is exactly as wide as the terminal, and nothing in it steers one."""
    text = await it.picture()
    rows = it.top._compositor.render_strips()
    assert len(rows) == size[1]
    for row in rows:
        assert cell_len("".join(part.text for part in row)) == size[0], text
    assert not any(steers(character) for character in text.replace("\n", "")), text


@pytest.mark.parametrize("named", [*SOME, *long(*(name for name in NAMES if name not in SOME))])
async def test_the_layout_is_whole_whatever_the_exercise_is_called(gym: Gym, named: str) -> None:
    gym.text, gym.options = circuit(*NAMES[named]), Options()
    size = SIZES[list(NAMES).index(named) % 2]
    async with live(gym, size=size) as it:
        await check_whole(it, size)
        await it.keys("space")
        assert it.place == (Phase.READY, 0)
        await it.keys("h")
        await check_whole(it, size)
        await it.keys("escape")
        for phase, cursor in ((Phase.READY, 0), (Phase.WORK, 1), (Phase.REST, 4), (Phase.FINISHED, None)):
            await it.until(phase, cursor)
            await check_whole(it, size)
    done = [(exercise, status) for exercise, _, status in gym.rows()]
    assert done == [("hold", "done")] * 4 + [("reps", "done")]


@pytest.mark.parametrize("named", ["markup", "escapes written out", "right to left", "as long as may be"])
async def test_the_name_is_shown_as_its_characters(gym: Gym, named: str) -> None:
    short, name = NAMES[named]
    gym.text, gym.options = circuit(short, name), Options()
    async with live(gym, gym.begin(), size=(120, 40)) as it:
        assert short in it.says("#status")
        assert short.upper() in it.says("#heading").upper()
        await it.keys("h")
        assert name[:40] in await it.picture()
