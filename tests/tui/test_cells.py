"""Lines with cells in them: where they are, and which one comes next."""

from __future__ import annotations

from hiptimer.tui.cells import Cells, Line, Span, Spot


def line(*words: str) -> Line:
    """A cell for each word, under its own name, after a blank; `-` is none."""
    spans: list[Span] = []
    for word in words:
        spans += [Span(" "), Span(word, key=None if word == "-" else word)]
    return tuple(spans)


PAGE = [line("-"), line("one", "two", "three"), (), line("four"), line("five", "six")]


def test_a_cell_is_where_it_is_drawn() -> None:
    cells = Cells(PAGE)
    assert cells.first == "one"
    assert cells.spot("two") == Spot(5, 1, 3)
    assert cells.spot("-") is None and "two" in cells and "-" not in cells


def test_left_and_right_stay_in_the_line() -> None:
    cells = Cells(PAGE)
    assert [cells.beside("two", by) for by in (-1, 1, 9, -9)] == ["one", "three", "three", "one"]


def test_up_and_down_go_to_the_nearest_cell_of_the_next_line_that_has_one() -> None:
    cells = Cells(PAGE)
    assert cells.below("three", 1) == "four"
    assert cells.below("three", 2) == "six"
    assert cells.below("six", -2) == "two"
    assert cells.below("six", 9) == "six" and cells.below("two", -9) == "two"


def test_a_click_is_for_the_nearest_cell_of_its_line() -> None:
    cells = Cells(PAGE)
    assert [cells.at(x, 1) for x in (0, 4, 6, 70)] == ["one", "one", "two", "three"]
    assert cells.at(2, 0) is None and cells.at(2, 2) is None and cells.at(2, 99) is None


def test_lines_that_are_added_stand_below() -> None:
    cells = Cells(PAGE)
    assert cells.rows_below(3) == 1
    cells.add([line("seven")])
    assert cells.below("five", 1) == "seven"
    assert (cells.rows_below(3), cells.rows_below(5), cells.rows_below(-1)) == (2, 0, 4)


def test_without_cells_there_is_nowhere_to_go() -> None:
    cells = Cells([line("-")])
    assert cells.first is None
    assert cells.beside(None, 1) is None and cells.below("gone", 1) is None


def test_a_cell_that_is_gone_gives_way_to_the_first() -> None:
    assert Cells(PAGE).below("gone", 3) == "one"
