import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.tui import font, glyphs

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
ASCII_HIP = """
#   #  "#"  #\"""o
#ooo#   #   #ooo"
#   #   #   #
"   "  \"""  "
"""

drawable = st.text(alphabet=sorted(font.glyphs()), max_size=40)


def drawn(text: str, scale: int, *, ascii: bool = False) -> list[str]:
    return [row.rstrip() for row in glyphs.render(text, scale, ascii=ascii)]


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


def test_without_block_characters_the_shapes_stay() -> None:
    assert drawn("HIP", 1, ascii=True) == ASCII_HIP.strip("\n").split("\n")
    assert set("".join(glyphs.render("HIP 34%", 4, ascii=True))) == {"#", " "}


@pytest.mark.parametrize("char", sorted(font.glyphs()))
def test_every_glyph_is_seven_equally_long_rows(char: str) -> None:
    bitmap = font.glyphs()[char]
    assert len(bitmap) == font.HEIGHT
    assert len({len(row) for row in bitmap}) == 1
    assert set("".join(bitmap)) <= {"#", "."}
    assert ("#" in "".join(bitmap)) == (char != " ")


def test_no_two_characters_look_the_same_but_zero_and_o() -> None:
    shapes: dict[tuple[str, ...], str] = {}
    twins = {shapes.setdefault(bitmap, char) + char for char, bitmap in font.glyphs().items()}
    assert {pair for pair in twins if pair[0] != pair[1]} == {"O0"}


def test_the_font_has_all_it_must() -> None:
    assert font.can_draw("ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 +-:/.'&!?,()%×✓·")


def test_digits_are_equally_wide_so_that_a_count_does_not_jump() -> None:
    assert {glyphs.size(digit, 4) for digit in "0123456789"} == {(20, 14)}


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


@given(drawable, st.integers(1, 9), st.booleans())
def test_the_size_told_is_the_size_drawn(text: str, scale: int, ascii: bool) -> None:
    rows = glyphs.render(text, scale, ascii=ascii)
    columns, height = glyphs.size(text, scale)
    assert len(rows) == height
    assert {len(row) for row in rows} == {columns}


@given(drawable.filter(bool), st.integers(0, 300), st.integers(0, 60), st.none() | st.integers(0, 6))
def test_the_best_scale_is_the_largest_that_fits(
    text: str, width: int, height: int, most: int | None
) -> None:
    def fits(scale: int) -> bool:
        columns, rows = glyphs.size(text, scale)
        return columns <= width and rows <= height and (most is None or scale <= most)

    best = glyphs.best_scale(text, width, height, most)
    assert best == max((scale for scale in range(1, 20) if fits(scale)), default=0)
