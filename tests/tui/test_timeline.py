import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.geometry import Region

from hiptimer.tui.course import Cell
from hiptimer.tui.signs import Signs
from hiptimer.tui.widgets.timeline import Timeline, lay_out

D, A, S, I, C = Cell.DONE, Cell.AHEAD, Cell.SKIPPED, Cell.INTERRUPTED, Cell.CURRENT  # noqa: E741
ROUNDS = (D, D, S, I, C, A, A, A)


class Watched(Timeline):
    """Keeps what it was asked to repaint."""

    repainted: list[tuple[Region, ...]]

    def refresh(self, *regions: Region, **options: bool) -> "Watched":
        self.__dict__.setdefault("repainted", []).append(regions)
        super().refresh(*regions, **options)
        return self


class OneLine(App[None]):
    def __init__(self, timeline: Timeline) -> None:
        super().__init__()
        self.timeline = timeline

    def compose(self) -> ComposeResult:
        yield self.timeline


def text_of(timeline: Timeline) -> str:
    return timeline.render_line(0).text.rstrip()


def test_the_signs_differ_without_colour() -> None:
    for signs in Signs:
        assert len({signs.spell(cell.sign) for cell in Cell}) == len(Cell)


def test_rounds_are_set_apart_where_there_is_room() -> None:
    assert lay_out((D, D, C, A), (0, 2, 4), 5) == (D, D, None, C, A)
    assert lay_out((D, D, C, A), (2,), 4) == (D, D, C, A)


def test_the_current_piece_is_seen_however_many_share_its_column() -> None:
    cells = (*[D] * 7_000, C, *[A] * 2_999)
    columns = lay_out(cells, (5_000,), 24)
    assert columns == (*[D] * 16, C, *[A] * 7)


def test_a_shared_column_shows_the_most_frequent_state_and_of_equals_the_unusual() -> None:
    assert lay_out((D, D, S, D, A, A), (), 2) == (D, A)
    assert lay_out((D, S, I, D), (), 2) == (S, I)


@given(st.lists(st.sampled_from(Cell)), st.lists(st.integers(-2, 60)), st.integers(0, 60))
def test_it_never_is_wider_than_its_line(cells: list[Cell], breaks: list[int], width: int) -> None:
    columns = lay_out(cells, breaks, width)
    assert len(columns) <= width
    assert (C in cells and width > 0) == (C in columns)


@pytest.mark.parametrize("width", [20, 80, 120])
async def test_a_session_in_one_line(width: int) -> None:
    app = OneLine(Timeline(ROUNDS, (4,)))
    async with app.run_test(size=(width, 5)):
        assert text_of(app.timeline) == "▰▰×¦ ◆▱▱▱"
        assert app.timeline.render_line(0).cell_length == app.timeline.size.width == width
        assert app.timeline.render_line(1).text.strip() == ""
        assert app.timeline.outer_size.height == 1


async def test_states_differ_in_colour_as_well() -> None:
    app = OneLine(Timeline((D, C, I)))
    async with app.run_test():
        colours = [
            segment.style.color
            for segment in app.timeline.render_line(0)
            if segment.text.strip() and segment.style
        ]
        assert len(set(colours)) == 3


async def test_only_the_columns_that_changed_are_repainted() -> None:
    timeline = Watched(ROUNDS, (4,))
    async with OneLine(timeline).run_test() as pilot:
        timeline.repainted.clear()
        timeline.show((D, D, S, I, D, C, A, A), (4,))
        assert timeline.repainted == [(Region(5, 0, 2, 1),)]
        assert text_of(timeline) == "▰▰×¦ ▰◆▱▱"
        timeline.repainted.clear()
        timeline.show([D, D, S, I, D, C, A, A], [4])
        assert timeline.repainted == []
        timeline.show((C, A))
        assert timeline.repainted == [()]
        await pilot.resize_terminal(1, 5)
        assert text_of(timeline) == "◆"


async def test_one_step_of_ten_thousand_repaints_nothing_unless_it_is_seen() -> None:
    timeline = Watched((*[D] * 5_000, C, *[A] * 4_999))
    async with OneLine(timeline).run_test():
        timeline.repainted.clear()
        timeline.show((*[D] * 5_001, C, *[A] * 4_998))
        assert timeline.repainted == []
        timeline.show((*[D] * 5_200, C, *[A] * 4_799))
        assert [len(regions) for regions in timeline.repainted] == [1]


async def test_a_width_of_its_own_choice() -> None:
    timeline = Timeline(ROUNDS)
    async with OneLine(timeline).run_test() as pilot:
        timeline.styles.width = "auto"
        await pilot.pause()
        assert timeline.size.width == 8
        timeline.show((*ROUNDS, A, A), (8,))
        await pilot.pause()
        assert timeline.size.width == 11
