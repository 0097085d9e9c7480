"""`hiptimer figures`: as text, and when it is played."""

from __future__ import annotations

import pytest

from hiptimer.circuit.model import Side
from hiptimer.commands import figures as command
from hiptimer.figure.shelf import figures
from hiptimer.figure.signs import Signs

from .shell import Shell, in_terminal, needs_pty, own_process


def titles(out: str) -> list[str]:
    return [line for line in out.splitlines() if "of a rep" in line]


def test_where_nothing_can_be_played_every_pose_is_printed_once(shell: Shell) -> None:
    code, out, err = shell("figures")
    assert (code, err) == (0, "")
    assert [title.split()[0] for title in titles(out)] == sorted(
        (title.split()[0] for title in titles(out)), key=list(figures()).index
    )
    assert {title.split()[0] for title in titles(out)} == set(figures())
    assert len(titles(out)) == len(set(titles(out))) >= 11
    assert max(map(len, out.splitlines())) <= 60


def test_one_of_them(shell: Shell) -> None:
    out = shell("figures", "backward-lunge").out
    assert titles(out)[0] == "backward-lunge right, 0% of a rep"
    assert titles(out)[3] == "backward-lunge right, 50% of a rep"
    assert {title.split()[0] for title in titles(out)} == {"backward-lunge"}


def test_the_left_leg(shell: Shell) -> None:
    left, right = (shell("figures", "hip-thrust", "--side", side).out for side in ("left", "right"))
    assert titles(left)[0] == "hip-thrust left, 0% of a rep"
    assert left != right.replace("right", "left")


def test_the_weight_that_circles_is_printed_at_every_quarter(shell: Shell) -> None:
    assert len(titles(shell("figures", "lunge-halo").out)) == 4


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("headstand",), "expected one of wall-push, lunge-halo, hip-thrust and backward-lunge, got"),
        (("hip-thrust", "--side", "both"), "--side: expected one of left and right"),
        (("hip-thrust", "wall-push"), "unrecognized arguments: wall-push"),
        (("a\x1b[2Jb",), "\\u001b[2J"),
    ],
)
def test_what_makes_no_sense_is_one_sentence_and_2(shell: Shell, args: tuple[str, ...], said: str) -> None:
    result = shell("figures", *args)
    assert result.code == 2 and said in result.sentence


def test_an_output_that_knows_only_ascii_gets_ascii() -> None:
    result = own_process("figures", "hip-thrust", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (result.code, result.err) == (0, "")
    assert result.out.isascii() and "##" in result.out


@pytest.mark.parametrize("args", [("wall-push",), ()])
def test_in_a_terminal_they_are_played(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...]
) -> None:
    played: list[tuple[list[str], Side, Signs]] = []
    monkeypatch.setattr(command, "is_terminal", lambda stream: True)
    monkeypatch.setattr("hiptimer.tui.gallery.play", lambda *what: played.append(what) or 0)
    assert shell("figures", *args, "--side", "left") == (0, "", "")
    assert played == [([*args] or list(figures()), Side.LEFT, Signs.BRAILLE)]


def test_still_prints_in_a_terminal_too(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "is_terminal", lambda stream: True)
    assert titles(shell("figures", "hip-thrust", "--still").out)


@needs_pty
def test_where_textual_has_nowhere_to_draw_they_are_printed() -> None:
    result = in_terminal(["figures", "hip-thrust"])
    assert (result.code, result.err) == (0, "")
