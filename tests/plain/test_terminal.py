"""How a line is written: in the letters that its reader has, and without broken words."""

from __future__ import annotations

import pytest

from hiptimer.plain.terminal import broken, fit


@pytest.mark.parametrize(
    ("text", "encoding", "written"),
    [
        ("café – 3 · 4…", "utf-8", "café – 3 · 4…"),
        ("café – 3 · 4…", "ascii", "cafe - 3 , 4..."),
        ("café – 3", "latin-1", "café - 3"),
        ("蹲", "ascii", "\\u8e72"),
    ],
)
def test_letters_that_are_not_there(text: str, encoding: str, written: str) -> None:
    assert fit(text, encoding) == written


def test_a_line_on_a_narrow_terminal_breaks_between_words() -> None:
    line = "REST: 45 s, then lunge halo, left. Medium-heavy."
    assert broken(line, 24).split("\n") == ["REST: 45 s, then lunge", "halo, left.", "Medium-heavy."]
    assert broken(line, 0) == line
