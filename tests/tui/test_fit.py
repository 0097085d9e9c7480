"""How large a text can be drawn in a region."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hiptimer.tui import font, glyphs
from hiptimer.tui.column import paragraphs
from hiptimer.tui.fit import KEPT, again, cut, largest, plain, unbroken, ways
from hiptimer.tui.font import Font

drawable = st.text(alphabet=sorted(font.glyphs()), max_size=20).filter(str.strip)


@pytest.mark.parametrize(
    ("size", "lines", "scale", "face"),
    [
        ((80, 4), ["WALL PUSH"], 1, Font.FULL),
        ((60, 15), ["WALL", "PUSH"], 2, Font.FULL),
        ((46, 15), ["WALL", "PUSH"], 2, Font.FULL),
        ((40, 15), ["WALL", "PUSH"], 1, Font.FULL),
        ((40, 4), ["WALL PUSH"], 1, Font.COMPACT),
        ((30, 6), ["WALL", "PUSH"], 1, Font.COMPACT),
        ((30, 2), ["WALL PUSH"], 0, Font.FULL),
        ((6, 2), ["WALL", "PUSH"], 0, Font.FULL),
    ],
)
def test_a_name_gets_the_largest_letters_on_as_few_lines_as_that_takes(
    size: tuple[int, int], lines: list[str], scale: int, face: Font
) -> None:
    fit = largest("WALL PUSH", *size)
    assert (fit.text.split("\n"), fit.scale, fit.face) == (lines, scale, face)


def test_words_that_belong_together_stay_on_one_line() -> None:
    assert largest(f"LEFT{KEPT}+ RIGHT", 35, 8).text == f"LEFT{KEPT}+\nRIGHT"


def test_another_alphabet_is_plain_text_and_whole_if_it_can_be() -> None:
    assert (largest("ПЛАНКА", 80, 20).scale, largest("ПЛАНКА", 80, 20).text) == (0, "ПЛАНКА")
    assert largest("ПЛАНКА НА БОКУ", 9, 2).text == "ПЛАНКА НА\nБОКУ"
    assert ways("ПЛАНКА", 5, 9) == ()
    assert largest("ПЛАНКА", 5, 9).text == "ПЛАН…"


def test_what_does_not_fit_is_marked() -> None:
    assert cut("push right knee into wall", 10, 2).text == "push right\nknee into…"
    assert cut("push right knee", 10, 0).rows == 0
    assert plain("knee into wall", 9) == ["knee into", "wall"]


def test_a_shorter_text_is_drawn_as_the_widest_one_is() -> None:
    room = largest("STAND RIGHT", 40, 20)
    fit = again(room, "STAND LEFT", 40, 20)
    assert fit is not None
    assert (fit.scale, fit.face, fit.text) == (room.scale, room.face, "STAND\nLEFT")
    assert again(room, "OVERHEADWALK", 40, 20) is None


def _words(text: str) -> list[str]:
    # the sign between two parts may go where a line is broken
    return text.replace("·", " ").split()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("KNEE · WALL", ["KNEE", "WALL"]),
        ("KNEE ·WALL", ["KNEE", "WALL"]),
        ("KNEE ", ["KNEE"]),
        ("KNEE · ", ["KNEE"]),
    ],
)
def test_no_line_begins_or_ends_with_the_sign_between_two_parts(text: str, lines: list[str]) -> None:
    assert plain(text, 4) == lines


@given(drawable, st.integers(1, 200), st.integers(1, 60))
@example("0 ", 1, 1)
@example("0 · 0", 1, 3)
def test_every_way_fits_and_each_is_better_than_the_one_before(text: str, width: int, height: int) -> None:
    found = ways(text, width, height)
    assert [fit.worth for fit in found] == sorted({fit.worth for fit in found})
    for fit in found:
        assert fit.columns <= width and fit.rows <= height
        assert _words(fit.text) == _words(text)
        if fit.scale:
            assert (fit.columns, fit.rows) == glyphs.size(fit.text, fit.scale, fit.face)


@given(drawable, st.integers(1, 200), st.integers(4, 60))
def test_one_line_more_room_never_makes_it_smaller(text: str, width: int, height: int) -> None:
    now = largest(text, width, height)
    if now.scale:
        assert largest(text, width, height + 1).worth >= now.worth
        assert largest(text, width + 1, height).worth >= now.worth


@pytest.mark.parametrize("amount", ["8 kg", "17.6 lb", "40 s", "90 %"])
def test_a_number_is_never_parted_from_its_unit(amount: str) -> None:
    text = f"3+3 reps · MEDIUM-HEAVY {amount}, twice"
    for width in range(len("MEDIUM-HEAVY"), len(text) + 1):
        shown = paragraphs([unbroken(text)], width, 20)
        assert amount in shown and KEPT not in shown
    assert unbroken("3 sets of 8 kgs") == "3 sets of 8 kgs"
