"""Whatever is typed into the builder: shown as text, or refused in words."""

from __future__ import annotations

import pytest
from textual.events import Paste

from hiptimer.tui.screens.builder import BuilderScreen
from hiptimer.tui.screens.dialogs import EntryDialog
from tests.fakes import Gym

from .forms import go, hint, write
from .live import live
from .own import MINE, keep, to


async def test_what_can_not_be_is_refused_in_words_and_can_be_typed_again(gym: Gym) -> None:
    keep(gym, "mine", MINE)
    async with live(gym) as it:
        await to(it, "mine")
        await it.keys("e")
        await go(it, ("sets",))
        await it.keys("enter")
        await write(it, "4-3")
        assert 'low-high with the lower first, please; not "4-3"' in hint(it)
        await write(it, "many")
        assert 'not "many"' in hint(it)
        await write(it, "3-4")
        assert isinstance(it.top, BuilderScreen)
        assert it.top.desk.draft.raw["sets"] == [3, 4]


ODD = ["[bold]x[/]", "שלום", "🏃‍♀️ 👩🏽", "é" * 200, "{other}", "a\u200db", "体幹" * 60]


@pytest.mark.parametrize(
    ("name", "size"),
    [
        pytest.param(name, size, marks=[pytest.mark.long] if (number + small) % 2 else [])
        for number, name in enumerate(ODD)
        for small, size in enumerate([(80, 24), (40, 12)])
    ],
)
async def test_any_name_is_shown_as_text_and_breaks_no_line(
    gym: Gym, name: str, size: tuple[int, int]
) -> None:
    keep(gym, "mine", MINE.replace('"Mine"', f'"{name}"').replace('"Plank"', f'"{name}"'))
    async with live(gym, size=size) as it:
        await to(it, "mine")
        for keys in ((), ("e",), ("enter",), ("enter",), ("escape", "p")):
            await it.keys(*keys)
            await it.picture()
            strips = it.top._compositor.render_strips()
            assert all(strip.cell_length == size[0] for strip in strips)
        if name == ODD[0]:
            assert "[bold]" in (await it.picture()).lower()


@pytest.mark.parametrize("name", ["x" * 501, "\x1b[31mred", "a\u202eb"])
async def test_a_name_that_could_steer_the_terminal_or_has_no_end_never_gets_in(gym: Gym, name: str) -> None:
    async with live(gym) as it:
        await it.keys("c", "n")
        it.app.post_message(Paste(name))
        await it.settle()
        await it.keys("enter")
        assert isinstance(it.top, EntryDialog)
        assert "please" in await it.picture()
        assert "\x1b" not in await it.picture() and "\u202e" not in await it.picture()
