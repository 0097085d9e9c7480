import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.tui import font, glyphs
from hiptimer.tui.font import Font

WALL_PUSH = """
█   █ ▄▀▀▀▄ █     █         █▀▀▀▄ █   █ ▄▀▀▀▀ █   █
█ ▄ █ █▄▄▄█ █     █         █▄▄▄▀ █   █ ▀▄▄▄  █▄▄▄█
█▄▀▄█ █   █ █     █         █     █   █     █ █   █
▀   ▀ ▀   ▀ ▀▀▀▀▀ ▀▀▀▀▀     ▀      ▀▀▀  ▀▀▀▀  ▀   ▀
"""
FRONT = """
█▀▀▀▀ █▀▀▀▄ ▄▀▀▀▄ █▄  █ ▀▀█▀▀
█▄▄▄  █▄▄▄▀ █   █ █ ▀▄█   █
█     █ ▀▄  █   █ █   █   █
▀     ▀   ▀  ▀▀▀  ▀   ▀   ▀
"""
RIGHT = """
█▀▀▀▄  ▀█▀  ▄▀▀▀▄ █   █ ▀▀█▀▀
█▄▄▄▀   █   █ ▄▄▄ █▄▄▄█   █
█ ▀▄    █   █   █ █   █   █
▀   ▀  ▀▀▀   ▀▀▀  ▀   ▀   ▀
"""
BACK = """
█▀▀▀▄ ▄▀▀▀▄ ▄▀▀▀▄ █  ▄▀
█▄▄▄▀ █▄▄▄█ █     █▄▀
█   █ █   █ █   ▄ █ ▀▄
▀▀▀▀  ▀   ▀  ▀▀▀  ▀   ▀
"""
LUNGE_HALO = """
█     █   █ █▄  █ ▄▀▀▀▄ █▀▀▀▀     █   █ ▄▀▀▀▄ █     ▄▀▀▀▄
█     █   █ █ ▀▄█ █ ▄▄▄ █▄▄▄      █▄▄▄█ █▄▄▄█ █     █   █
█     █   █ █   █ █   █ █         █   █ █   █ █     █   █
▀▀▀▀▀  ▀▀▀  ▀   ▀  ▀▀▀  ▀▀▀▀▀     ▀   ▀ ▀   ▀ ▀▀▀▀▀  ▀▀▀
"""
THREE_PLUS_THREE = """
  ██████                  ██████
██      ██      ██      ██      ██
        ██      ██              ██
    ████    ██████████      ████
        ██      ██              ██
██      ██      ██      ██      ██
  ██████                  ██████
"""
THIRTY_FOUR = """
    ████████████                    ████
    ████████████                    ████
████            ████            ████████
████            ████            ████████
                ████        ████    ████
                ████        ████    ████
        ████████        ████        ████
        ████████        ████        ████
                ████    ████████████████████
                ████    ████████████████████
████            ████                ████
████            ████                ████
    ████████████                    ████
    ████████████                    ████
"""
TWENTY_FOUR = """
    ████████████                    ████
    ████████████                    ████
████            ████            ████████
████            ████            ████████
                ████        ████    ████
                ████        ████    ████
            ████        ████        ████
            ████        ████        ████
        ████            ████████████████████
        ████            ████████████████████
    ████                            ████
    ████                            ████
████████████████████                ████
████████████████████                ████
"""

drawable = st.text(alphabet=sorted(font.glyphs()), max_size=40)


def drawn(text: str, scale: int) -> list[str]:
    return [row.rstrip() for row in glyphs.render(text, scale)]


@pytest.mark.parametrize(
    ("text", "scale", "picture"),
    [
        ("WALL PUSH", 1, WALL_PUSH),
        ("FRONT", 1, FRONT),
        ("RIGHT", 1, RIGHT),
        ("BACK", 1, BACK),
        ("LUNGE HALO", 1, LUNGE_HALO),
        ("3+3", 2, THREE_PLUS_THREE),
        ("34", 4, THIRTY_FOUR),
        ("24", 4, TWENTY_FOUR),
    ],
)
def test_the_letters_are_those_of_the_design(text: str, scale: int, picture: str) -> None:
    assert drawn(text, scale) == picture.strip("\n").split("\n")


@pytest.mark.parametrize("face", Font)
@pytest.mark.parametrize("char", sorted(font.glyphs()))
def test_every_glyph_is_as_many_equally_long_rows_as_its_font_is_high(char: str, face: Font) -> None:
    bitmap = font.glyphs(face)[char]
    assert len(bitmap) == face.height
    assert len({len(row) for row in bitmap}) == 1
    assert set("".join(bitmap)) <= {"#", "."}
    assert ("#" in "".join(bitmap)) == (char != " ")


@pytest.mark.parametrize("face", Font)
def test_no_two_characters_look_the_same_but_zero_and_o(face: Font) -> None:
    shapes: dict[tuple[str, ...], str] = {}
    twins = {shapes.setdefault(bitmap, char) + char for char, bitmap in font.glyphs(face).items()}
    assert {pair for pair in twins if pair[0] != pair[1]} == {"O0"}


def test_both_fonts_have_the_same_characters() -> None:
    assert font.glyphs(Font.FULL).keys() == font.glyphs(Font.COMPACT).keys()


def test_the_font_has_all_it_must() -> None:
    assert font.can_draw("ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 +-:/.'&!?,()%×✓·")


def test_digits_are_equally_wide_so_that_a_count_does_not_jump() -> None:
    assert {glyphs.size(digit, 4) for digit in "0123456789"} == {(20, 14)}
    assert {glyphs.size(digit, 4, Font.COMPACT) for digit in "0123456789"} == {(12, 10)}


def test_small_letters_accents_and_lookalikes_are_drawn_as_what_they_resemble() -> None:
    assert glyphs.render("Brücke – won’t", 1) == glyphs.render("BRUCKE - WON'T", 1)
    assert glyphs.render("8\u00a0kg", 1) == glyphs.render("8 KG", 1)


@pytest.mark.parametrize("text", ["漢字", "🏃", "שלום", "a[b", "tab_"])
def test_what_the_font_lacks_is_refused(text: str) -> None:
    assert not font.can_draw(text)
    with pytest.raises(ValueError, match="the block font has no"):
        glyphs.render(text, 1)


def test_a_scale_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="1 or more, not 0"):
        glyphs.render("A", 0)


@given(drawable, st.integers(1, 9))
def test_the_size_told_is_the_size_drawn(text: str, scale: int) -> None:
    rows = glyphs.render(text, scale)
    columns, height = glyphs.size(text, scale)
    assert len(rows) == height
    assert {len(row) for row in rows} == {columns}


@pytest.mark.parametrize("scale", [1, 2, 3])
@pytest.mark.parametrize("face", Font)
def test_lines_stand_apart_and_end_where_they_are_told_to(scale: int, face: Font) -> None:
    one, other = glyphs.render("LEFT", scale, face=face), glyphs.render("I", scale, face=face)
    both = glyphs.render("LEFT\nI", scale, face=face, align="right")
    assert (len(both[0]), len(both)) == glyphs.size("LEFT\nI", scale, face)
    assert both[: len(one)] == one
    assert [row.lstrip() for row in both[-len(other) :]] == [row.lstrip() for row in other]
    pixels = "".join("#" if row.strip() else "." for row in both)
    assert "." in pixels or scale == 1
