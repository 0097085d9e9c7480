"""`hiptimer report`: printed, written to a file, and what it refuses."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from threading import Thread

import pytest

from hiptimer.circuit.plan import Options

from ..history.days import Gym
from .shell import Shell, own_process

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A directory for what is written."""
    desk = tmp_path / "desk"
    desk.mkdir()
    return desk


def test_it_is_printed_as_text(shell: Shell, gym: Gym) -> None:
    gym.finished()
    code, out, err = shell("report")
    assert (code, err) == (0, "")
    assert out.startswith("Hip strength at home\n====================\n")
    assert "TOO EARLY\n- Left and right held the same on the whole, 1 session\n- 2 more sessions" in out


def test_it_is_written_as_text_or_as_a_page_by_the_name_of_the_file(
    shell: Shell, gym: Gym, desk: Path
) -> None:
    gym.finished()
    text, page = desk / "hips.TXT", desk / "hips.html"
    assert shell("report", "-o", str(text)) == (0, f"Wrote {text}: 1 session\n", "")
    assert shell("report", "--output", str(page)).code == 0
    assert text.read_text("utf-8") == shell("report").out
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert sorted(desk.iterdir()) == sorted([text, page])


def test_a_file_that_is_there_is_replaced_as_a_whole(shell: Shell, gym: Gym, desk: Path) -> None:
    gym.finished()
    page = desk / "hips.html"
    page.write_text("x" * 100_000)
    shell("report", "-o", str(page))
    assert page.read_text("utf-8").endswith("</html>\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_written_to_and_not_replaced(shell: Shell, gym: Gym, desk: Path) -> None:
    gym.finished()
    pipe, read = desk / "pipe.txt", list[str]()
    os.mkfifo(pipe)
    reader = Thread(target=lambda: read.append(pipe.read_text("utf-8")), daemon=True)
    reader.start()
    assert shell("report", "-o", str(pipe)).code == 0
    assert pipe.is_fifo()
    reader.join(5.0)
    assert read == [shell("report").out]


@needs_links
def test_a_link_stays_a_link(shell: Shell, gym: Gym, desk: Path) -> None:
    gym.finished()
    (desk / "link.html").symlink_to(desk / "page.html")
    shell("report", "-o", str(desk / "link.html"))
    assert (desk / "link.html").is_symlink() and (desk / "page.html").is_file()
    (desk / "round.html").symlink_to(desk / "round.html")
    assert "a link that leads to itself" in shell("report", "-o", str(desk / "round.html")).sentence


@pytest.mark.parametrize("name", ["hips.pdf", "hips", ".html", "hips.html.exe", "\x1b[2J"])
def test_an_ending_that_is_not_known_is_refused_with_those_that_are(
    shell: Shell, gym: Gym, name: str
) -> None:
    result = shell("report", "-o", name)
    assert result.code == 2
    assert "expected a file name ending in .html or .txt" in result.sentence


def test_a_directory_that_is_not_there_is_a_sentence(shell: Shell, gym: Gym, desk: Path) -> None:
    gym.finished()
    result = shell("report", "-o", str(desk / "none" / "hips.html"))
    assert result.code == 1
    assert f"there is no directory {desk / 'none'}. Make it first, or take another path." in result.sentence


def test_a_directory_in_the_place_of_the_file_is_a_sentence(shell: Shell, gym: Gym, desk: Path) -> None:
    gym.finished()
    (desk / "hips.html").mkdir()
    assert "it is a directory. Take another path." in shell("report", "-o", str(desk / "hips.html")).sentence
    assert [one.name for one in desk.iterdir()] == ["hips.html"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_directory_that_can_not_be_written_is_a_sentence(shell: Shell, gym: Gym, desk: Path) -> None:
    gym.finished()
    desk.chmod(0o500)
    assert "you may not write in" in shell("report", "-o", str(desk / "hips.html")).sentence


def test_without_sessions_nothing_is_written(shell: Shell, home: Path, desk: Path) -> None:
    for args in (("report",), ("report", "-o", str(desk / "hips.html"))):
        result = shell(*args)
        assert result.code == 1
        assert result.sentence.endswith("nothing to report. No sessions yet. The first one: hiptimer start.")
    assert not home.exists() and not list(desk.iterdir())


def test_a_guest_s_session_is_nobody_s_report(shell: Shell, gym: Gym) -> None:
    gym.finish(gym.begin(options=Options(lead_in=1.0, switch=4.0, rest=4.0, round_rest=4.0, guest=True)))
    assert "nothing to report. No sessions of your own yet: guests'" in shell("report").sentence


def test_an_unfinished_session_is_no_report_yet(shell: Shell, gym: Gym) -> None:
    runner = gym.begin()
    gym.do(runner)
    runner.close()
    assert "No sessions of your own yet: guests' and unfinished ones" in shell("report").sentence


def test_it_runs_as_a_user_starts_it(gym: Gym) -> None:
    gym.finished()
    result = own_process("report", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (result.code, result.err) == (0, "")
    assert "How this was measured" in result.out
