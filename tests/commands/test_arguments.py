"""What is asked for on the command line, and what is said when it makes no sense."""

from __future__ import annotations

import argparse

import pytest

from hiptimer import __version__
from hiptimer.circuit import plan
from hiptimer.circuit.model import Count
from hiptimer.commands.arguments import parser, start
from hiptimer.commands.start import options

from .shell import Shell


def test_the_version(shell: Shell) -> None:
    assert shell("--version") == (0, f"hiptimer {__version__}\n", "")


@pytest.mark.parametrize(
    "args",
    [(), ("start",), ("log",), ("circuits",), ("circuits", "show"), ("circuits", "check"), ("figures",),
     ("circuits", "list"), ("circuits", "path"), ("circuits", "new"), ("circuits", "edit"),
     ("circuits", "copy"), ("circuits", "remove"), ("quick",), ("completions",), ("export",), ("import",),
     ("stats",), ("report",), ("doctor",)],
)  # fmt: skip
def test_every_command_has_help_that_fits_a_terminal(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    code, out, err = shell(*args, "--help")
    assert (code, err) == (0, "")
    assert out.startswith(" ".join(("usage: hiptimer", *args)))
    assert max(map(len, out.split("\n"))) <= 80


def test_help_says_what_a_newcomer_cannot_know(shell: Shell) -> None:
    start = " ".join(shell("start", "--help").out.split())
    assert "The big key is space" in start and "hiptimer circuits list" in start and "READY" not in start
    assert "closed as partial" in start and "closed as partial" in shell("quick", "8x20/10", "--help").out
    assert "hiptimer circuits path" in shell("circuits", "new", "--help").out


def test_every_number_is_asked_for_with_its_unit_and_range(shell: Shell) -> None:
    helped = " ".join(shell("start", "--help").out.split())
    assert helped.count("0 to 3600 (default") == 4
    assert "rounds, 1 to 50" in helped and "0 to 60" in helped
    assert "1 or more" in shell("log", "--help").out


def test_who_may_count_is_as_in_a_circuit() -> None:
    assert tuple(Count) == start.COUNTS


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--sets", "0"), '--sets: expected a whole number, from 1 to 50, got "0"'),
        (("--sets", "51"), "from 1 to 50"),
        (("--sets", "2.5"), "expected a whole number"),
        (("--sets", "9" * 5000), "expected a whole number"),
        (("--rest", "-5"), '--rest: expected seconds, from 0 to 3600, got "-5"'),
        (("--rest", "1e9"), '--rest: expected seconds, from 0 to 3600, got "1e9"'),
        (("--lead-in", "nan"), "--lead-in: expected seconds"),
        (("--switch", "inf"), "--switch: expected seconds"),
        (("--round-rest", "soon"), "--round-rest: expected seconds"),
        (("--round-rest", "3600.1"), "--round-rest: expected seconds"),
        (("--reach", "61"), "--reach: expected seconds, from 0 to 60"),
        (("--reach=-inf",), "--reach: expected seconds"),
        (("--rest",), "--rest: expected one argument"),
        (("--count", "fingers"), '--count: expected one of key, pace and tap, got "fingers"'),
        (("--new", "--resume"), "not allowed with argument"),
        (("one", "two"), "unrecognized arguments: two"),
        (("--res", "5"), "unrecognized arguments: --res"),
        (("--rest", "\x1b[2J"), '\\u001b[2J"'),
        (("--\x1b[2J",), "\\u001b[2J"),
    ],
)
def test_a_start_that_makes_no_sense_is_one_sentence_and_2(
    shell: Shell, args: tuple[str, ...], said: str
) -> None:
    result = shell("start", *args)
    assert result.code == 2
    assert said in result.sentence and "--help" in result.sentence


@pytest.mark.parametrize(
    "args",
    [("strat",), ("quick",), ("completions",), ("completions", "csh"), ("circuits", "copy", "one"),
     ("log", "--last", "0"), ("log", "--last", "-1"), ("log", "extra"), ("circuits",),
     ("circuits", "show"), ("circuits", "check"), ("circuits", "burn"),
     ("doctor", "--loud"), ("--sets", "3"), ("import",), ("export", "--format", "xml"), ("export", "-o", ""),
     ("export", "--since", "1d", "--session", "last"), ("export", "there.json")],
)  # fmt: skip
def test_other_commands_too(shell: Shell, args: tuple[str, ...]) -> None:
    result = shell(*args)
    assert result.code == 2 and result.sentence.startswith("hiptimer")


def test_a_mistyped_command_is_answered_with_the_one_that_was_probably_meant(shell: Shell) -> None:
    said = shell("strat").sentence
    assert said.endswith('got "strat"; did you mean "start"? See hiptimer --help.')
    assert "did you mean" not in shell("bicycle").sentence
    assert 'did you mean "remove"?' in shell("circuits", "remvoe", "x").sentence
    assert "\\u001b" in shell("\x1b[2J").sentence


def test_an_unknown_option_is_told_by_its_command_with_the_nearest(shell: Shell) -> None:
    said = shell("start", "--rset", "3").sentence
    assert said == (
        'hiptimer start: unrecognized arguments: --rset; did you mean "--rest"? See hiptimer start --help.'
    )
    assert shell("log", "extra").sentence == (
        "hiptimer log: unrecognized arguments: extra. See hiptimer log --help."
    )
    assert 'did you mean "--version"?' in shell("--versoin").sentence
    assert "--mute: expected no value, got '1'" in shell("start", "--mute=1").sentence
    assert "See hiptimer circuits list --help." in shell("circuits", "list", "x").sentence
    assert 'did you mean "hip-thrust"?' in shell("figures", "hip-thurst").sentence


def test_an_option_before_its_command_is_told_where_it_belongs(shell: Shell) -> None:
    assert 'did you mean "hiptimer start --plain"?' in shell("--plain").sentence
    assert 'did you mean "hiptimer circuits remove --yes"?' in shell("circuits", "--yes", "list").sentence


def test_never_the_very_word_that_was_given_is_suggested(shell: Shell) -> None:
    for args in (("log", "--", "--last"), ("log", "--version")):
        assert "did you mean" not in shell(*args).sentence
    assert 'did you mean "--last"?' in shell("log", "last").sentence


def parsed(*args: str) -> argparse.Namespace:
    return parser().parse_args(["start", *args])


def test_the_edges_of_the_ranges_are_good() -> None:
    args = parsed("--sets", "50", "--rest", "0", "--round-rest", "3600", "--switch", "0.5", "--reach", "60")
    assert options(args) == plan.Options(sets=50, rest=0.0, round_rest=3600.0, switch=0.5, reach=60.0)


def test_without_options_everything_is_the_circuits() -> None:
    assert options(parsed()) == plan.Options()
    assert options(parsed()).reach is None  # not said, so that what was answered once can hold


def test_a_guest_is_an_option() -> None:
    assert options(parsed("--guest")) == plan.Options(guest=True)


def test_how_to_count_is_an_option() -> None:
    assert options(parsed("--count", "tap")).count is Count.TAP
