"""What is said about mistakes in a circuit file: all of them, each with its line."""

from __future__ import annotations

import unicodedata

import pytest

from hiptimer.circuit.faults import MOST_FAULTS
from hiptimer.circuit.file import CircuitFaults, Fault, parse
from hiptimer.limits import LONGEST_TEXT

SMALLEST = 'name = "Mine"\n[[exercise]]\nid = "plank"\nname = "Side plank"\n'


def faults(text: str) -> tuple[Fault, ...]:
    with pytest.raises(CircuitFaults) as caught:
        parse(text, "mine.toml")
    return caught.value.faults


def only_fault(lines: str) -> str:
    """What is said about one exercise with these lines, which is a single thing."""
    (fault,) = faults(SMALLEST + lines)
    return str(fault)


def is_safe(line: str) -> bool:
    """Whether the line is one line, and nothing in it can steer a terminal."""
    return not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") or c == "\u202e" for c in line)


def test_ten_faults_are_reported_at_once_each_on_its_line() -> None:
    text = """\
# my circuit
nme = "Hips"
sets = [4, 3]
order = '''random'''  # one of two
rest.rond = 90
kit = [
    "wall",  # fine
    7,
]

[[exercise]]
id = "Wall Push"
name = "x"
reps = true

[[exercise]]
id = "halo"
name = "y"
reps = 3
directions = [ "clockwise",
  "clockwize" ]
tips = { how = ["1", "2", "3", "4"] }

[[exercise]]
id = "halo"
name = "z"
"""
    found = [(fault.line, fault.key, fault.hint) for fault in faults(text)]
    assert found == [
        (2, "nme", "name"),
        (3, "sets", "[3, 4]"),
        (4, "order", ""),
        (5, "rest.rond", "round"),
        (8, "kit[2]", ""),
        (12, "exercise[1].id", ""),
        (14, "exercise[1].reps", ""),
        (21, "exercise[2].directions[2]", "clockwise"),
        (22, "exercise[2].tips.how", ""),
        (24, "exercise[3]", ""),
        (25, "exercise[3].id", ""),
    ]


def test_a_fault_is_one_line_with_file_line_key_and_what_was_meant() -> None:
    assert only_fault('reps = 8\nsides = "eech"') == (
        'mine.toml:6: exercise[1].sides: expected "each" or "alternating" or "none", found "eech"; '
        'did you mean "each"?'
    )
    assert only_fault("rep = 8") == (
        'mine.toml:5: exercise[1].rep: expected a known key, found "rep"; did you mean "reps"?'
    )


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("", "mine.toml:2: exercise[1]: expected exactly one of to_fatigue, reps, seconds, found none"),
        ("reps = 2\nseconds = 3", "mine.toml:6: exercise[1].seconds: expected exactly one of"),
        ("to_fatigue = false", "mine.toml:2: exercise[1]: expected exactly one of"),
        ("reps = 0", ":5: exercise[1].reps: expected a whole number from 1 to 999, or [low, high], found 0"),
        ("reps = 1000", "found 1000"),
        ("reps = 8.0", "found 8.0"),
        ("reps = true", "found true"),
        ("reps = []", "found []"),
        ("reps = [1, 2, 3]", "found [1, 2, 3]"),
        ("reps = [[1], 2]", "found a list of 2"),
        ("reps = 0x" + "f" * 5000, "found a number far too large"),
        ("seconds = true", "expected seconds from 1 to 3600, or [low, high], found true"),
        ("seconds = 0.5", "found 0.5"),
        ("seconds = nan", "found nan"),
        ("seconds = inf", "found inf"),
        ("seconds = 1e999", "found inf"),
        ("seconds = 3601", "found 3601"),
        ("seconds = 2024-01-01", "found a date or a time"),
        ("seconds = { a = 1 }", "found a table"),
        ('to_fatigue = "yes"', 'expected true or false, found "yes"'),
        ("reps = 1\nlead_in = -1", "exercise[1].lead_in: expected seconds from 0 to 3600, found -1"),
        ("reps = 1\ntempo = 0.4", "expected seconds from 0.5 to 60, found 0.4"),
        ("reps = 1\ncount = 'ky'", 'found "ky"; did you mean "key"?'),
        ("reps = 1\ndirections = 'clockwise'", "expected a list of"),
        ("reps = 1\ndirections = []", "expected a list of"),
        ("reps = 1\ndirections = ['clockwise', 'clockwise']", "each at most once"),
        ("seconds = 1\ndirections = ['clockwise']", "expected reps in the same table, found none"),
        ("to_fatigue = true\ncount = 'tapp'", "expected reps in the same table, found none"),
        ("reps = 1\nside_label = 'stand'", "expected sides in the same table, found none"),
        ("reps = 1\nsides = 'none'\nside_label = 'stand'", "expected sides in the same table, found none"),
        ("reps = 1\nother = 'push {side} knee'", "braces only as {other}"),
        ("reps = 1\nother = 'push {other'", "braces only as {other}"),
        ("reps = 1\nshort = 'WALL PUSHES'", "expected text of 1 to 10 characters"),
        ("reps = 1\nfigure = '../x'", "lower-case letters, digits and hyphens"),
        (
            "reps = 1\ntips.why = 'a\\nb'\ntips.late = \"a\\nb\"",
            "one line of text without control characters",
        ),
        ("reps = 1\nstop = 'knee leaves the wall'", 'found "stop"; did you mean "tips.stop"?'),
        (
            "reps = 1\ntips = 'slow'",
            'tips: expected [exercise.tips] with any of how, stop, setup, work, late, why, found "slow"',
        ),
        (
            "reps = 1\nrest = 30",
            ":6: exercise[1].rest: expected [exercise.rest] with any of "
            "lead_in, lead_in_reps, switch, exercise, round, found 30",
        ),
        ("reps = 1\nload = ' '", "expected text of 1 to 40 characters"),
    ],
)
def test_what_an_exercise_can_not_be(lines: str, said: str) -> None:
    assert said in only_fault(lines)


def test_a_key_from_another_planet_is_answered_with_the_keys_there_are() -> None:
    (fault,) = faults(SMALLEST + "reps = 1\n[rest]\nzzz = 1")
    assert fault.expected == "one of lead_in, lead_in_reps, switch, exercise, round"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("name = ", 1),
        ('name = "x"\nsets = = 3\n', 2),
        ('name = "x"\nname = "y"\n[[exercise]]', 2),
        ('a = 1\nb = """\nnever closed\n', 2),
        ('a = 1\nb = """\nnot a\x1eline\u2028of its own', 3),
        ("a = " + "1" * 5000, 1),
        ("a = " + "[" * 5000, 1),
        ("a = 'tab\x1bor worse'", 1),
    ],
)
def test_what_is_no_toml_stands_alone_with_its_line(text: str, line: int) -> None:
    (fault,) = faults(text)
    assert fault.line == line
    place = f"{line}:{fault.column}" if fault.column else f"{line}"
    assert str(fault).startswith(f"mine.toml:{place}: expected ")
    assert is_safe(str(fault))


def test_an_empty_file_says_what_a_circuit_needs() -> None:
    assert [str(fault) for fault in faults("")] == [
        "mine.toml:1: name: expected text of 1 to 500 characters, found none",
        "mine.toml:1: exercise: expected 1 to 200 [[exercise]] tables, found none",
    ]


def test_a_single_bracket_is_told_from_a_list() -> None:
    (fault,) = faults('name = "x"\n[exercise]\nid = "a"')
    assert str(fault) == (
        "mine.toml:2: exercise: "
        "expected [[exercise]], in two brackets, over each exercise, found a single table"
    )


def test_a_number_for_all_rests_is_told_the_keys_there_are() -> None:
    (fault,) = faults("rest = 30\n" + SMALLEST + "reps = 1")
    assert str(fault) == (
        "mine.toml:1: rest: expected [rest] with any of "
        "lead_in, lead_in_reps, switch, exercise, round, found 30"
    )


def test_an_id_that_is_there_already_is_told_with_its_line() -> None:
    again = '[[exercise]]\nname = "Another"\nid = "plank"\nreps = 1\n'
    (fault,) = faults(SMALLEST + "reps = 1\n\n" + again)
    assert str(fault) == (
        'mine.toml:9: exercise[2].id: expected one that no other [[exercise]] has, found "plank" as on line 3'
    )


def test_a_list_of_something_else_than_tables_is_told_so() -> None:
    (fault,) = faults('name = "x"\nexercise = [30]')
    assert str(fault) == "mine.toml:2: exercise[1]: expected a table of keys, found 30"


def test_too_much_text_is_refused_before_it_is_read() -> None:
    (fault,) = faults("#" * (LONGEST_TEXT + 1))
    assert "1,000,000 characters (1 MB) at most" in str(fault)


def test_a_flood_of_faults_ends_with_a_word_about_it() -> None:
    found = faults("".join(f"key{n} = 1\n" for n in range(5000)))
    assert len(found) == MOST_FAULTS + 1
    assert "more" in found[-1].found


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_lines_are_right_with_any_line_ending_and_a_mark_in_front(ending: str) -> None:
    text = "\ufeff" + (SMALLEST + "reps = 1\ncount = 'x'\n").replace("\n", ending)
    (fault,) = faults(text)
    assert fault.line == 6


@pytest.mark.parametrize(
    "escape", [r"\u001b[2J", r"\n", r"\u0000", r"\u009b31m", r"\u202e", r"\u2028", r"\u007f"]
)
@pytest.mark.parametrize("key", ["name", "short", "load", "other", "side_label", "figure", "id"])
def test_what_could_steer_a_terminal_is_refused_and_shown_as_characters(escape: str, key: str) -> None:
    lines = {"id": '"a"', "name": '"b"', "reps": "1", "sides": '"each"', key: f'"a{escape}"'}
    table = "\n".join(f"{name} = {value}" for name, value in lines.items())
    (fault,) = faults(f'name = "Mine"\n[[exercise]]\n{table}')
    assert fault.key == f"exercise[1].{key}"
    assert "without control characters" in fault.expected
    assert is_safe(str(fault))


def test_a_message_can_not_steer_a_terminal_from_a_key_or_a_file_name() -> None:
    with pytest.raises(CircuitFaults) as caught:
        parse('"\\u001b[2J" = 1', "\x1b[31m\n.toml")
    assert all(is_safe(str(fault)) for fault in caught.value.faults)
