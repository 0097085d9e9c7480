"""The user's circuit files: made, named, and moved away; nothing is ever written over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.circuit.file import parse
from hiptimer.circuit.keeping import (
    LONGEST_NAME,
    CantKeep,
    change,
    file_name,
    keep,
    own,
    take_away,
    template,
)
from hiptimer.circuit.library import LibraryError, UnknownCircuit, builtin_names, find, listing, names

TEXT = 'name = "Mine"\n[[exercise]]\nid = "plank"\nname = "Plank"\nseconds = 40\n'


@pytest.mark.parametrize(
    ("asked", "name"),
    [("mine", "mine"), ("mine.toml", "mine"), ("Hüfte 2", "Hüfte 2"), ("体幹", "体幹"), ("a.b", "a.b"),
     ("Hu\u0308fte", "Hüfte"), ("console", "console"), ("com10", "com10")],
)  # fmt: skip
def test_names_that_are_files_everywhere(asked: str, name: str) -> None:
    assert file_name(asked) == name


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "1 to 60 characters"),
        (".toml", "1 to 60 characters"),
        ("x" * 61, "1 to 60 characters"),
        ("a/b", "this is a path"),
        ("..", "begins with a letter"),
        ("../b", "this is a path"),
        ("a\\b", "this is a path"),
        (".hidden", "begins with a letter"),
        ("-x", "begins with a letter"),
        (" x", "begins with a letter"),
        ("x ", "ends with no dot or space"),
        ("x.", "ends with no dot or space"),
        ("a:b", "no file may have : in its name"),
        ('a"*', 'no file may have " * in its name'),
        ("con", "on Windows that is a device"),
        ("NUL.toml", "on Windows that is a device"),
        ("Lpt1.x", "on Windows that is a device"),
        ("a\nb", "no control characters"),
        ("\x1b[2J", "no control characters"),
        ("\u202eabc", "no control characters"),
        ("\udc80", "no control characters"),
    ],
)
def test_names_that_are_none_are_told_why(name: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(CantKeep) as caught:
        keep(name, TEXT, tmp_path)
    assert why in str(caught.value) and str(caught.value).isprintable()
    assert list(tmp_path.iterdir()) == []


@given(st.text(max_size=LONGEST_NAME + 5))
def test_a_name_that_is_good_names_one_file_in_one_directory(name: str) -> None:
    try:
        found = file_name(name)
    except CantKeep:
        return
    assert Path(f"{found}.toml").name == f"{found}.toml"
    assert len(os.fsencode(f"{found}-99.toml")) <= 255


def test_what_is_kept_is_found_by_its_name(tmp_path: Path) -> None:
    path = keep("mine", TEXT, tmp_path / "not" / "there")
    assert path == tmp_path / "not" / "there" / "mine.toml"
    assert path.read_bytes() == TEXT.encode()
    assert find("mine", path.parent).text == TEXT


@pytest.mark.parametrize("name", ["mine", "mine.toml"])
def test_a_name_that_is_taken_stays_as_it_is(tmp_path: Path, name: str) -> None:
    path = keep("mine", TEXT, tmp_path)
    with pytest.raises(CantKeep, match='There is a circuit "mine" already: '):
        keep(name, "other", tmp_path)
    assert path.read_text() == TEXT


def test_a_link_to_nothing_is_a_name_that_is_taken(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").symlink_to(tmp_path / "gone")
    with pytest.raises(CantKeep, match="already"):
        keep("mine", TEXT, tmp_path)
    assert not (tmp_path / "gone").exists()


def test_a_file_in_the_place_of_the_directory(tmp_path: Path) -> None:
    (tmp_path / "circuits").write_text("x")
    with pytest.raises(CantKeep, match="circuits is in the way: circuits need a directory there"):
        keep("mine", TEXT, tmp_path / "circuits")
    with pytest.raises(CantKeep, match="can't be written: "):
        keep("mine", TEXT, tmp_path / "circuits" / "deeper")


@pytest.mark.parametrize("in_the_way", ["earlier", "removed"])
def test_a_file_in_the_place_of_a_directory_beside_the_circuits(tmp_path: Path, in_the_way: str) -> None:
    path = keep("mine", TEXT, tmp_path)
    (tmp_path / in_the_way).write_text("x")
    with pytest.raises(CantKeep, match=rf"{in_the_way} is in the way\. Move it away, or set HIPTIMER_HOME"):
        change("mine", "other", None, tmp_path) if in_the_way == "earlier" else take_away("mine", tmp_path)
    assert path.read_text() == TEXT


def test_a_circuit_that_can_not_be_read_before_it_is_changed(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").mkdir()
    with pytest.raises(CantKeep, match=r"mine\.toml is a directory\. Give the path of a file"):
        change("mine", TEXT, None, tmp_path)
    assert not (tmp_path / "earlier").exists()


def test_a_closed_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = keep("mine", TEXT, tmp_path)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.open", refuse)
    with pytest.raises(CantKeep, match=r"other\.toml can't be written: you may not write in .+ Change"):
        keep("other", TEXT, tmp_path)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(CantKeep, match=r"removed.mine\.toml can't be written: you may not write in "):
        take_away("mine", tmp_path)
    assert path.exists()


def test_what_could_be_written_only_in_part_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CantKeep, match="the disk is full"):
        keep("mine", TEXT, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_knows_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    path = keep("mine", TEXT, tmp_path)
    with pytest.raises(CantKeep, match="already"):
        keep("mine", "another", tmp_path)
    assert path.read_text() == TEXT
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_taken_away_is_kept_under_a_name_of_its_own(tmp_path: Path) -> None:
    keep("mine", "one", tmp_path)
    first = take_away("mine", tmp_path)
    keep("mine", "two", tmp_path)
    second = take_away("mine.toml", tmp_path)
    assert (first.name, first.read_text()) == ("mine.toml", "one")
    assert (second.name, second.read_text()) == ("mine-2.toml", "two")
    assert names(tmp_path) == builtin_names()
    assert len(listing(tmp_path)) == len(builtin_names())


def test_the_built_in_ones_are_nobodys(tmp_path: Path) -> None:
    with pytest.raises(CantKeep, match=r"tabata is built in.*hiptimer circuits copy tabata my-tabata"):
        own("tabata", tmp_path)
    with pytest.raises(UnknownCircuit, match='Did you mean "tabata"'):
        own("tabatta", tmp_path)
    mine = keep("tabata", TEXT, tmp_path)
    assert own("tabata", tmp_path) == mine


@pytest.mark.parametrize("name", ["..", "../mine", "", "x\0", "\udc80", "a/b"])
def test_no_name_leads_out_of_the_directory(tmp_path: Path, name: str) -> None:
    inside = tmp_path / "circuits"
    keep("mine", TEXT, tmp_path)
    with pytest.raises(LibraryError):
        take_away(name, inside)
    assert (tmp_path / "mine.toml").exists()


def test_the_template_is_a_circuit_of_that_name() -> None:
    circuit = parse(template("My hips"))
    assert circuit.name == "My hips"
    assert len(circuit.exercises) == 2


def test_what_the_template_leaves_out_works_too() -> None:
    """The lines with a # before a key are there to be used."""
    text = template("My hips")
    for line in ('# load = "heavy"', '# count = "pace"', "# tempo = 4"):
        assert line in text
        text = text.replace(line, line.removeprefix("# "))
    (plank, bridge) = parse(text).exercises
    assert (plank.load, bridge.count, bridge.tempo) == ("heavy", "pace", 4.0)


def test_a_path_is_no_name_of_a_circuit_of_yours(tmp_path: Path) -> None:
    with pytest.raises(
        CantKeep, match=r'"\./mine\.toml" is a path, and the name of a circuit of yours is needed'
    ):
        take_away("./mine.toml", tmp_path)
