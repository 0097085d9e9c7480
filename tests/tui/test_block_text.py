import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.app import App, ComposeResult
from textual.containers import Container
from textual.geometry import Region

from hiptimer.tui import glyphs
from hiptimer.tui.fit import clean, shorten
from hiptimer.tui.widgets.block_text import BlockText, changed_regions


class Watched(BlockText):
    """Keeps what it was asked to repaint."""

    repainted: list[tuple[Region, ...]]

    def refresh(self, *regions: Region, **options: bool) -> "Watched":
        self.__dict__.setdefault("repainted", []).append(regions)
        super().refresh(*regions, **options)
        return self


class OneText(App[None]):
    CSS = """
    .loud { color: red; background: blue; }
    """

    def __init__(self, block: BlockText, css: str = "") -> None:
        super().__init__()
        self.block = block
        self.block.set_styles(css)

    def compose(self) -> ComposeResult:
        with Container():
            yield self.block


def lines_of(block: BlockText) -> list[str]:
    return [block.render_line(y).text for y in range(block.size.height)]


def shown(block: BlockText) -> list[str]:
    return [line.rstrip() for line in lines_of(block) if line.strip()]


def style_of(block: BlockText) -> Style | None:
    return next(iter(block.render_line(0))).style


def on_screen(app: App[None]) -> list[str]:
    return [strip.text for strip in app.screen._compositor.render_strips(app.screen.size)]


@pytest.mark.parametrize(
    ("size", "scale"),
    [((80, 24), 6), ((44, 14), 4), ((43, 14), 3), ((44, 13), 3), ((120, 40), 10), ((11, 4), 1)],
)
async def test_the_largest_scale_that_fits(size: tuple[int, int], scale: int) -> None:
    app = OneText(BlockText("34"))
    async with app.run_test(size=size):
        assert app.block.scale == scale
        assert shown(app.block) == [row.rstrip() for row in glyphs.render("34", scale)]


async def test_it_grows_and_shrinks_with_the_terminal() -> None:
    app = OneText(BlockText("34"))
    async with app.run_test(size=(80, 24)) as pilot:
        for size, scale in [((44, 14), 4), ((10, 2), 0), ((1, 1), 0), ((130, 50), 11)]:
            await pilot.resize_terminal(*size)
            assert app.block.scale == scale
            app.block.update("3" + app.block.text[::-1][0])
            assert {cell_len(line) for line in lines_of(app.block)} <= {size[0]}


@pytest.mark.parametrize(
    ("align", "left", "above"),
    [("left top", 0, 0), ("center middle", 34, 1), ("right bottom", 69, 2)],
)
async def test_content_align_places_it(align: str, left: int, above: int) -> None:
    app = OneText(BlockText("34"), f"content-align: {align};")
    async with app.run_test(size=(80, 6)):
        lines = lines_of(app.block)
        assert next(y for y, line in enumerate(lines) if line.strip()) == above
        row = lines[above]
        assert row == " " * left + glyphs.render("34", 1)[0] + " " * (69 - left)


async def test_a_reserve_keeps_the_scale_when_the_count_gets_shorter() -> None:
    app = OneText(BlockText("10", reserve="88"))
    async with app.run_test(size=(44, 40)) as pilot:
        assert app.block.scale == 4
        app.block.update("9")
        assert app.block.scale == 4
        app.block.update("100")
        assert app.block.scale == 2
        app.block.update("9")
        app.block.reserve = ""
        assert app.block.scale == 8
        await pilot.resize_terminal(6, 40)
        app.block.reserve = "88"
        assert app.block.scale == 1, "a reserve without room does not make the digit small print"


async def test_a_changed_digit_repaints_that_digit_only() -> None:
    app = OneText(block := Watched("33"), "width: 44; height: 14; padding: 1 2; box-sizing: content-box;")
    async with app.run_test(size=(80, 24)) as pilot:
        block.repainted.clear()
        block.update("38")
        assert block.repainted == [(Region(24, 4, 4, 2), Region(28, 6, 4, 2), Region(24, 8, 4, 2))]
        await pilot.pause()
        rows = [line[2:46] for line in on_screen(app)[1:15]]
        assert rows == list(glyphs.render("38", 4))


async def test_repainted_parts_leave_what_a_full_repaint_leaves() -> None:
    app = OneText(Watched("100", reserve="100"), "content-align: center middle;")
    async with app.run_test(size=(80, 24)) as pilot:
        for count in [99, 98, 9, 8, 11, 71, 100, 999]:
            app.block.update(str(count))
            await pilot.pause()
            assert on_screen(app) == lines_of(app.block)


async def test_the_same_text_again_repaints_nothing() -> None:
    app = OneText(block := Watched("wall push"))
    async with app.run_test():
        block.repainted.clear()
        block.update("wall push")
        block.update("WALL PUSH")
        block.update("WALL PUSH\x07")
        assert block.repainted == []


async def test_markup_is_text_like_any_other() -> None:
    app = OneText(BlockText("[b]10[/b] [red"))
    async with app.run_test():
        assert shown(app.block) == ["[b]10[/b] [red"]
        assert app.block.scale == 0
        style = style_of(app.block)
        assert style is not None and style.bold


@pytest.mark.parametrize(
    "text",
    ["🏋️‍♂️" * 40, "漢字" * 40, "שלום עולם " * 20, "\u202eevil\u202c", "x" * 500, "", " ", "\x1b[31mred\n\tend"],
)
@pytest.mark.parametrize("width", [1, 2, 39, 80])
async def test_nothing_breaks_the_width(text: str, width: int) -> None:
    app = OneText(BlockText(text), "content-align: center middle;")
    async with app.run_test(size=(width, 5)) as pilot:
        assert {cell_len(line) for line in lines_of(app.block)} == {width}
        app.block.update(text[::-1] + "9")
        await pilot.pause()
        assert {cell_len(line) for line in lines_of(app.block)} == {width}


async def test_a_new_colour_reaches_the_text_also_from_an_ancestor() -> None:
    app = OneText(BlockText("34"))
    async with app.run_test() as pilot:
        for node in (app.block, app.query_one(Container)):
            before = style_of(app.block)
            node.add_class("loud")
            await pilot.pause()
            after = style_of(app.block)
            assert before and after and before.bgcolor != after.bgcolor and before.color != after.color
            node.remove_class("loud")
            await pilot.pause()
            assert style_of(app.block) == before


async def test_an_automatic_width_follows_the_text() -> None:
    app = OneText(BlockText("34"), "width: auto;")
    async with app.run_test(size=(80, 7)) as pilot:
        assert app.block.size == (22, 7)
        app.block.update("345")
        await pilot.pause()
        assert app.block.size == (34, 7)
        app.block.update("[x]")
        await pilot.pause()
        assert app.block.size == (3, 7)


@given(st.text(max_size=30), st.integers(0, 20))
def test_shortened_text_fits_and_is_marked(text: str, width: int) -> None:
    line = clean(text)
    cut = shorten(line, width)
    assert cell_len(cut) <= width
    assert cut == line or not width or cut.endswith("…")


def test_the_changed_regions_are_the_smallest() -> None:
    assert changed_regions(("ab", "cd"), ("ab", "cd")) == []
    before = ("abc", "abc", "def", "ghi", "jkl")
    after = ("aXc", "aXc", "def", "Xhi", "XkX")
    assert changed_regions(before, after) == [Region(1, 0, 1, 2), Region(0, 3, 1, 1), Region(0, 4, 3, 1)]
