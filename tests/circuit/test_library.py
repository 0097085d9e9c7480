"""Where a circuit is looked for, and what is said when it can't be had."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from hiptimer.circuit.file import CircuitFaults
from hiptimer.circuit.library import (
    LibraryError,
    OriginKind,
    UnknownCircuit,
    UnreadableCircuit,
    builtin_names,
    find,
    listing,
    load,
)
from hiptimer.limits import LONGEST_TEXT

GOOD = 'name = "Mine"\n[[exercise]]\nid = "plank"\nname = "Plank"\nseconds = 40\n'

needs_permissions = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions don't stop this user"
)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    directory = tmp_path / "circuits"
    directory.mkdir()
    (directory / "planks.toml").write_text(GOOD)
    return directory


def unreadable(name: str, user_dir: Path) -> str:
    with pytest.raises(UnreadableCircuit) as caught:
        find(name, user_dir)
    assert str(caught.value).isprintable()
    return str(caught.value)


def test_a_built_in_one_needs_no_directory(tmp_path: Path) -> None:
    name, text, origin = find("runner-hips", tmp_path / "missing")
    assert (name, str(origin)) == ("runner-hips", "built-in")
    assert "Runner's hips" in text


def test_one_of_the_users(mine: Path) -> None:
    found = find("planks", mine)
    assert (found.name, found.text, found.origin.kind) == ("planks", GOOD, OriginKind.USER)
    assert str(found.origin) == f"yours: {mine / 'planks.toml'}"
    assert load("planks", mine).name == "Mine"


def test_the_users_wins_over_the_built_in_one_and_it_is_said(mine: Path) -> None:
    (mine / "runner-hips.toml").write_text(GOOD)
    found = find("runner-hips", mine)
    assert found.text == GOOD
    assert str(found.origin).startswith("yours, in place of the built-in one: ")


def test_a_file_by_its_path(mine: Path, tmp_path: Path) -> None:
    found = find(str(mine / "planks.toml"), tmp_path)
    assert (found.name, found.origin.kind) == ("planks", OriginKind.FILE)


def test_a_files_name_alone_is_found_here_first_and_then_among_the_users(
    mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find("planks.toml", mine).text == GOOD
    (tmp_path / "planks.toml").write_text("name = 1")
    assert find("planks.toml", mine).text == "name = 1"


def test_an_unknown_name_is_answered_with_the_nearest_and_all(mine: Path) -> None:
    with pytest.raises(UnknownCircuit) as caught:
        find("plank", mine)
    assert str(caught.value) == (
        'There is no circuit "plank". Did you mean "planks"? '
        f"There are: {', '.join(sorted(['planks', *builtin_names()]))}."
    )
    with pytest.raises(UnknownCircuit, match=r'Did you mean "runner-hips"\?'):
        find("runner-hips.toml", mine)


@pytest.mark.parametrize("name", ["", "x\x1b[2J", "x\0", "\udc80", "a" * 9000])
def test_a_strange_name_is_only_unknown(mine: Path, name: str) -> None:
    with pytest.raises(UnknownCircuit) as caught:
        find(name, mine)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    "name",
    [
        ".",
        "..",
        "../circuits/planks",
        "a/b",
        "missing.toml",
        "no/where.toml",
        "x\0.toml",
        "\x1b[2J.toml",
        "\udc80.toml",
        "a" * 9000 + ".toml",
    ],
)
def test_a_strange_path_is_a_sentence(mine: Path, name: str) -> None:
    assert unreadable(name, mine).endswith(".")


def test_a_path_with_another_ending_is_told_what_a_circuit_file_s_is(
    mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = mine / "planks.tml"
    ends = "the name of a circuit file ends in .toml"
    assert unreadable(str(bad), mine) == f"There is no file {bad}, and {ends}. Check the path."
    bad.write_text(GOOD)
    rename = "Give the path of one, or rename it."
    assert unreadable(str(bad), mine) == f"{bad} is there, but not read: {ends}. {rename}"
    assert unreadable(str(mine), mine) == f"{mine} is a directory: {ends}. Give the path of one."
    monkeypatch.chdir(mine)
    assert unreadable("planks.tml", mine) == f"planks.tml is there, but not read: {ends}. {rename}"
    assert unreadable("other.txt", mine) == f"There is no file other.txt, and {ends}. Check the path."
    (mine / "away").mkdir()
    (mine / "away" / "squat.toml").write_text(GOOD)
    monkeypatch.chdir(mine / "away")
    with pytest.raises(UnknownCircuit, match=r'no circuit "squat"\. Did you mean "squat\.toml"\?'):
        find("squat", mine)


def test_a_directory_that_is_called_so_does_not_hide_what_there_is(
    mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (mine / "hips").mkdir()
    monkeypatch.chdir(mine)
    with pytest.raises(UnknownCircuit, match=r'no circuit "hips"\..* There are: .*runner-hips'):
        find("hips", mine)
    assert unreadable("./hips", mine).startswith("./hips is a directory: ")


def test_a_name_comes_before_whatever_is_called_so_here(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (mine / "runner-hips").mkdir()
    monkeypatch.chdir(mine)
    assert find("runner-hips", mine).origin.kind is OriginKind.BUILT_IN


def test_a_directory_is_no_circuit(mine: Path) -> None:
    (mine / "folder.toml").mkdir()
    assert "is not a file" in unreadable("folder", mine)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_waited_for(mine: Path) -> None:
    os.mkfifo(mine / "pipe.toml")
    assert "is not a file" in unreadable("pipe", mine)


@needs_permissions
def test_a_closed_file(mine: Path) -> None:
    (mine / "planks.toml").chmod(0)
    assert "may not be read" in unreadable("planks", mine)


def test_what_is_not_utf_8_is_told_with_its_line(mine: Path) -> None:
    (mine / "latin.toml").write_bytes(b'name = "x"\nauthor = "Ren\xe9"\n')
    assert f"{mine / 'latin.toml'}:2: this is not UTF-8 text" in unreadable("latin", mine)


def test_a_mark_in_front_and_windows_lines_are_read(mine: Path) -> None:
    (mine / "notepad.toml").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert load("notepad", mine) == load("planks", mine)


def test_no_more_than_a_megabyte_is_read(mine: Path) -> None:
    with (mine / "huge.toml").open("wb") as file:
        file.truncate(LONGEST_TEXT * 5000)
    assert "longer than 1,000,000 bytes (1 MB)" in unreadable("huge", mine)


def test_faults_name_the_file(mine: Path) -> None:
    (mine / "bad.toml").write_text("name = 1\n")
    with pytest.raises(CircuitFaults) as caught:
        load("bad", mine)
    assert str(caught.value.faults[0]).startswith(f"{mine / 'bad.toml'}:1: name: expected ")


def test_a_bad_file_does_not_hide_the_others(mine: Path) -> None:
    (mine / "bad.toml").write_text("name = 1\n")
    (mine / "binary.toml").write_bytes(b"\xff\xfe")
    (mine / "broken.toml").symlink_to(mine / "gone")
    (mine / "notes.txt").write_text("not a circuit")
    (mine / ".#planks.toml").write_text("what an editor leaves")
    entries = {entry.name: entry for entry in listing(mine)}
    assert list(entries) == sorted(["bad", "binary", "broken", "planks", *builtin_names()])
    assert {name for name, entry in entries.items() if entry.circuit} == {"planks", *builtin_names()}
    assert all(bool(entry.problem) != bool(entry.circuit) for entry in entries.values())
    assert "bad.toml:1: name: expected " in entries["bad"].problem
    assert entries["binary"].origin.file == str(mine / "binary.toml")


def test_a_directory_that_is_none_is_told_and_hides_nothing(tmp_path: Path) -> None:
    (tmp_path / "circuits").write_text("a file in its place")
    *built_in, closed = listing(tmp_path / "circuits")
    assert [entry.name for entry in built_in if entry.circuit] == list(builtin_names())
    assert "can't be looked into" in closed.problem
    assert find("runner-hips", tmp_path / "circuits").text


def test_a_missing_directory_is_nothing_special(tmp_path: Path) -> None:
    assert [entry.name for entry in listing(tmp_path / "missing")] == list(builtin_names())


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets with names here")
def test_a_socket_is_a_sentence(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(mine)
    with socket.socket(socket.AF_UNIX) as end:
        end.bind("s.toml")
        with pytest.raises(LibraryError, match="is not a file"):
            find("s", mine)
