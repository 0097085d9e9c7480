"""The line of a key, however the file is written."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.circuit.locate import Place, line_of, locate
from tests.often import often

TRICKY = r'''# name = "not this one"
name = "a # b"   # 2
"quo.ted" = 'x = 1'
"\u0072eps" = 4 # the key reps
rest . round = 5

text = """
[rest]
name = 1 \""" still "" inside
"""""
raw = """one line"""
literal = \'\'\'
''it's
[[exercise]]\'\'\'\'\'
list = [ # 15
  1, [2, "]"], # 16 ]
  { a = 1, b = { c = "}" } },

  """
  x""",
  1979-05-27 07:32:00,
]
point = { x = 1, "y z".w = [1, 2] }
"" = 24
[[exercise]] # 25
id = 1
  [exercise.tips]
  how = "28"
[[ exercise ]]
[exercise."tips"]
how = ["31",
"32"]
[[exercise.more]]
a = 34
[[exercise.more]]
a = 36
[other.table]
a.b.c = 38'''.replace(r"\'", "'")


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("name",), 2),
        (("quo.ted",), 3),
        (("reps",), 4),
        (("rest",), 5),
        (("rest", "round"), 5),
        (("text",), 7),
        (("raw",), 11),
        (("literal",), 12),
        (("list",), 15),
        (("list", 0), 16),
        (("list", 1), 16),
        (("list", 1, 1), 16),
        (("list", 2, "b", "c"), 17),
        (("list", 3), 19),
        (("list", 4), 21),
        (("point",), 23),
        (("point", "y z", "w", 1), 23),
        (("",), 24),
        (("exercise",), 25),
        (("exercise", 0), 25),
        (("exercise", 0, "id"), 26),
        (("exercise", 0, "tips"), 27),
        (("exercise", 0, "tips", "how"), 28),
        (("exercise", 1), 29),
        (("exercise", 1, "tips"), 30),
        (("exercise", 1, "tips", "how", 1), 32),
        (("exercise", 1, "more", 0), 33),
        (("exercise", 1, "more", 1, "a"), 36),
        (("other", "table"), 37),
        (("other", "table", "a", "b", "c"), 38),
    ],
)
def test_the_line_of_a_key(place: Place, line: int) -> None:
    assert tomllib.loads(TRICKY)
    assert locate(TRICKY)[place] == line


def test_what_is_missing_is_told_by_what_is_around_it() -> None:
    lines = locate(TRICKY)
    assert line_of(lines, ("exercise", 1, "name")) == 29
    assert line_of(lines, ("nothing",)) == 1


def test_deep_brackets_are_stepped_over() -> None:
    deep = "[" * 100 + '"]" # ]\n' + "]" * 100
    lines = locate(f"a = {deep}\nb.{'.'.join('c' * 50)} = 1\nc = 1")
    assert (lines[("a",)], lines[("b",)], lines[("c",)]) == (1, 3, 4)


VALUES = st.recursive(
    st.sampled_from(
        [
            "1",
            "-2.5e3",
            "true",
            '"a"',
            '"\\" # ["',
            "'\\'",
            '"""\n"" ]"""',
            "''''x\n'''",
            "07:32:00",
            '"""a"""""',
            '""',
        ]
    ),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: "[ # ]\n" + " ,\n".join(items) + " ]")
        | st.lists(inner, max_size=3).map(
            lambda items: "{" + ", ".join(f'"k.{n}".x = {item}' for n, item in enumerate(items)) + "}"
        )
    ),
    max_leaves=8,
)


@often(300)
@given(
    st.lists(
        st.tuples(st.sampled_from(["", "[t{}]\n", "[[list]]\n", "[[list]]\n[list.in]\n"]), VALUES), max_size=6
    )
)
def test_every_key_of_any_file_has_the_line_it_was_written_on(parts: list[tuple[str, str]]) -> None:
    text, written = "", {}
    for n, (header, value) in enumerate(parts):
        text += header.format(n) + "# k = 1\n"
        written[f"k{n}"] = text.count("\n") + 1
        text += f"k{n} = {value}\n"
    lines = locate(text)
    places = list(_places(tomllib.loads(text), ()))
    assert all(place in lines for place in places if len(place) <= 8)
    found = {place[-1]: lines[place] for place in places if place[-1] in written}
    assert found == written


@often(300)
@given(st.text(alphabet="ab\"'[]{}=.,#\n\\ ", max_size=40))
def test_what_is_no_toml_is_given_up_quietly(text: str) -> None:
    assert all(1 <= line <= text.count("\n") + 1 for line in locate(text).values())


def _places(value: object, at: Place) -> Iterator[Place]:
    if at:
        yield at
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _places(inner, (*at, key))
    if isinstance(value, list):
        for n, inner in enumerate(value):
            yield from _places(inner, (*at, n))
