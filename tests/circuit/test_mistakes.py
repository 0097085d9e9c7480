"""What is said of a text that is no TOML: the one place, what was expected there, what stands there."""

from __future__ import annotations

import pytest

from hiptimer.circuit.file import CircuitFaults, parse
from hiptimer.circuit.mistakes import mistake

VALUE = 'a value: a number, true, false, a [list], or text in "quotation marks"'
QUOTE = "a quotation mark at the end of the text"
ENDS = "the end of the line after the value"
ONCE = "each key and each table once, found this a second time"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = [", "1:6: expected a comma or the ] of the list, found the end of the file"),
        ("a = [1,\n  2,\n", "2:5: expected a comma or the ] of the list, found the end of the file"),
        ("a = [1\nb = 2", "2:1: expected a comma or the ] of the list, found b"),
        ("a = {b = 1", "1:11: expected a comma or the } of the table, found the end of the file"),
        ("a =\nb = 2", f"1:4: expected {VALUE}, found the end of the line"),
        ("a =", f"1:4: expected {VALUE}, found the end of the file"),
        ("name = Squat", f"1:8: expected {VALUE}, found Squat"),
        ("name = “Squat”", f'1:8: expected {VALUE}, found “Squat”: the straight " is needed'),
        ("a = 1\r\n\r\nwait = True", f"3:8: expected {VALUE}, found True"),
        ('name = "x\nsets = 1', f"1:10: expected {QUOTE}, found the end of the line"),
        ('name = "x', f"1:10: expected {QUOTE}, found the end of the file"),
        ("sets = 3 rounds", f"1:10: expected {ENDS}, found rounds"),
        ("sets = 1,000", f"1:9: expected {ENDS}, found ,000"),
        ("\nname: Squat", "2:5: expected key = value, found :"),
        ("= 1", "1:1: expected key = value, or a [table], found ="),
        ("[rest\nround = 1", "1:6: expected a ] after the name of the table, found the end of the line"),
        ("[[exercise]\nid = 1", "1:11: expected ]] after the name of the table, found ]"),
        ("a = 1\na = 2", f"2:1: expected {ONCE}"),
        ('a = 1\n a = """x\ny"""  # z\nb = 1', f"2:2: expected {ONCE}"),
        ("a = 1\na = [1,\n  2,\n]", f"2:1: expected {ONCE}"),
        ("a = {b = 1, b = {c = 1}}", f"1:13: expected {ONCE}"),
        ("[a]\n[ a ]", f"2:1: expected {ONCE}"),
        ('a = """b', '1:5: expected """ where this text ends, found the end of the file'),
        ("a = ['b',\r\n  '''c\n[d]\n", "2:3: expected ''' where this text ends, found the end of the file"),
        (r'a = "C:\path"', r"1:8: expected \\ for a backslash in text, found a single one"),
        (r'a = "C:\Users"', r"1:8: expected \\ for a backslash in text, found a single one"),
        (
            "[exercise]\n[[exercise]]",
            "1:1: expected [[exercise]], in two brackets, over each exercise, found [exercise]",
        ),
        ("name = 'x\ny = 'z'", f"1:10: expected {QUOTE}, found the end of the line"),
        ("a = 1979-02-30", "1:5: expected a date, found 1979-02-30"),
        ("a = 1 # \x1b[2J", r"1:9: expected no character that steers a terminal, found \u001b[2J"),
        (f"a = 1\nb = {'9' * 5000}", "2:5: expected a number, found one of thousands of digits"),
    ],
)  # fmt: skip
def test_the_place_and_what_is_there(text: str, said: str) -> None:
    with pytest.raises(CircuitFaults) as caught:
        parse(text, "mine.toml")
    assert str(caught.value) == f"mine.toml:{said}"
    line, column, _ = said.split(":", 2)
    assert caught.value.faults[0].words.startswith(f"line {line}, column {column}: expected ")


def test_what_a_newer_python_may_say_is_repeated() -> None:
    fault = mistake("a = 1", "mine.toml", "Sorry\x1b, no (at line 1, column 3)")
    assert str(fault) == r"mine.toml:1:3: expected TOML, found a mistake: Sorry\u001b, no"
