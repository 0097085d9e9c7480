"""`hiptimer circuits new`, `copy`, `edit`, `remove` and `path`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from hiptimer.circuit.library import builtin_names, names
from hiptimer.commands import circuit_files, editor
from hiptimer.commands.refusal import Refusal

from .shell import Shell

posix = pytest.mark.skipif(sys.platform == "win32", reason="the commands of a POSIX shell")


@pytest.fixture
def mine(home: Path) -> Path:
    return home / "config" / "circuits"


def edits(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str) -> None:
    """An editor that does this to the text in `file`."""
    script = tmp_path / "an editor.py"
    script.write_text(f"import sys, pathlib\nfile = pathlib.Path(sys.argv[-1])\n{code}\n")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" "{script}" --wait')


def test_a_new_one_is_there_and_can_be_started(shell: Shell, mine: Path) -> None:
    code, out, err = shell("circuits", "new", "my-hips")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        f"{mine / 'my-hips.toml'}: a circuit to begin with",
        "hiptimer circuits edit my-hips    to change it",
        "hiptimer start my-hips    to start it",
    ]
    assert shell("circuits", "check", "my-hips").out.startswith("my-hips: ok: My hips: 2 exercises, 3 rounds")
    assert (mine / "my-hips.toml").read_text().startswith("# A circuit.")


def test_a_name_with_a_space_is_said_as_a_shell_wants_it(shell: Shell, mine: Path) -> None:
    assert 'hiptimer start "leg day"' in shell("circuits", "new", "leg day").out
    assert "Leg day: 2 exercises" in shell("circuits", "check", "leg day").out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a/b", "this is a path, and a name is needed"),
        ("CON", "on Windows that is a device"),
        ("", "1 to 60 characters"),
        ("\x1b[2J", "\\u001b[2J"),
        ("tabata", "hiptimer circuits copy tabata tabata"),
    ],
)
def test_a_name_that_does_not_do_is_a_sentence(shell: Shell, mine: Path, name: str, said: str) -> None:
    result = shell("circuits", "new", name)
    assert result.code == 1 and said in result.sentence
    assert not mine.exists()


def test_what_is_there_already_stays(shell: Shell, mine: Path) -> None:
    shell("circuits", "new", "mine")
    (mine / "mine.toml").write_text("all my work")
    for command in (("new", "mine"), ("copy", "tabata", "mine")):
        result = shell("circuits", *command)
        assert result.code == 1 and 'There is a circuit "mine" already' in result.sentence
    assert (mine / "mine.toml").read_text() == "all my work"


def test_a_copy_has_the_comments_too(shell: Shell, mine: Path, circuit: str) -> None:
    code, out, _ = shell("circuits", "copy", "runner-hips", "my-hips")
    assert code == 0 and out.startswith(f"{mine / 'my-hips.toml'}: a copy of runner-hips\n")
    assert "# each counted and logged" in (mine / "my-hips.toml").read_text()
    shell("circuits", "copy", circuit, "from-a-file")
    assert "Squat" in shell("circuits", "show", "from-a-file").out


def test_a_copy_under_its_own_name_takes_the_place_of_the_built_in_one(shell: Shell, mine: Path) -> None:
    assert "in place of the built-in one" in shell("circuits", "copy", "runner-hips", "runner-hips").out
    assert "yours, in place of the built-in one" in shell("circuits", "list").out
    out = shell("circuits", "remove", "runner-hips", "--yes").out
    assert "runner-hips is the built-in one again" in out
    assert shell("circuits", "show", "runner-hips").out.split("\n")[1].endswith("; built-in")


def test_a_copy_of_nothing(shell: Shell, mine: Path) -> None:
    assert 'Did you mean "tabata"?' in shell("circuits", "copy", "tabatta", "mine").sentence
    assert not mine.exists()


def test_an_edit_is_checked_after(
    shell: Shell, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell("circuits", "new", "mine")
    edits(monkeypatch, tmp_path, "file.write_text(file.read_text().replace('sets = 3', 'sets = 5'))")
    code, out, err = shell("circuits", "edit", "mine")
    assert (code, err) == (0, "")
    assert out.startswith(f"{mine / 'mine.toml'}: ok: Mine: 2 exercises, 5 rounds")


def test_what_went_wrong_in_an_edit_is_told_and_stays(
    shell: Shell, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell("circuits", "new", "mine")
    edits(monkeypatch, tmp_path, "file.write_text('name = 7\\nsets = 0\\n')")
    code, out, err = shell("circuits", "edit", "mine")
    assert (code, out) == (1, "")
    assert all(line.startswith(str(mine / "mine.toml")) for line in err.splitlines())
    assert "name: expected" in err and "sets: expected" in err and "exercise: expected" in err
    assert (mine / "mine.toml").read_text() == "name = 7\nsets = 0\n"


@posix
def test_visual_is_asked_before_editor(shell: Shell, mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shell("circuits", "new", "mine")
    monkeypatch.setenv("EDITOR", "false")
    monkeypatch.setenv("VISUAL", "true")
    assert shell("circuits", "edit", "mine").code == 0
    monkeypatch.setenv("VISUAL", " ")
    assert "the editor false ended with 1" in shell("circuits", "edit", "mine").sentence


@posix
@pytest.mark.parametrize(
    ("command", "said"),
    [("no-such-editor", "can't be started: there is no such program"),
     ('vi "', "can't be started: a quotation mark has no other half"),
     ("\x1b[2J", "\\u001b[2J")],
)  # fmt: skip
def test_an_editor_that_is_none_is_a_sentence(
    shell: Shell, mine: Path, monkeypatch: pytest.MonkeyPatch, command: str, said: str
) -> None:
    shell("circuits", "new", "mine")
    monkeypatch.setenv("VISUAL", command)
    assert said in shell("circuits", "edit", "mine").sentence


def test_the_editor_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert editor.editor({}) == "notepad"
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("shutil.which", lambda name: name if name == "vi" else None)
    assert editor.editor({"EDITOR": ""}) == "vi"
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(Refusal, match="set EDITOR"):
        editor.editor({})


@pytest.mark.parametrize("action", ["edit", "remove", "path"])
def test_a_built_in_one_has_to_be_copied_first(shell: Shell, mine: Path, action: str) -> None:
    result = shell("circuits", action, "runner-hips")
    assert result.code == 1
    assert "hiptimer circuits copy runner-hips my-runner-hips" in result.sentence


def answered(monkeypatch: pytest.MonkeyPatch, answer: str) -> list[str]:
    """A terminal with somebody in front of it; what was asked."""
    asked: list[str] = []

    def reply(question: str) -> str:
        asked.append(question)
        if not answer:
            raise EOFError
        return answer

    monkeypatch.setattr(circuit_files, "is_terminal", lambda _: True)
    monkeypatch.setattr("builtins.input", reply)
    return asked


@pytest.mark.parametrize(
    ("answer", "goes"), [("y", True), ("YES ", True), ("n", False), ("x", False), ("", False)]
)
def test_removing_asks_and_moves(
    shell: Shell, mine: Path, monkeypatch: pytest.MonkeyPatch, answer: str, goes: bool
) -> None:
    shell("circuits", "new", "mine")
    text = (mine / "mine.toml").read_text()
    asked = answered(monkeypatch, answer)
    code, out, _ = shell("circuits", "remove", "mine")
    assert code == 0 and str(mine / "mine.toml") in asked[0] and "not deleted" in asked[0]
    assert (mine / "mine.toml").exists() is not goes
    if goes:
        assert out == f"{mine / 'mine.toml'} is now {mine / 'removed' / 'mine.toml'}\n"
        assert (mine / "removed" / "mine.toml").read_text() == text
        assert names(mine) == builtin_names()
    else:
        assert out == "Nothing is removed.\n"


def test_without_a_terminal_nothing_is_removed_unless_it_is_said(shell: Shell, mine: Path) -> None:
    shell("circuits", "new", "mine")
    assert "add --yes" in shell("circuits", "remove", "mine").sentence
    assert shell("circuits", "remove", "mine", "--yes").code == 0
    assert 'There is no circuit "mine"' in shell("circuits", "remove", "mine", "--yes").sentence


def test_a_file_with_faults_can_be_edited_copied_and_removed(
    shell: Shell, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine.mkdir(parents=True)
    (mine / "bad.toml").write_bytes(b"\xff\xfe")
    (mine / "worse.toml").write_text("name = [")
    edits(monkeypatch, tmp_path, "pass")
    assert "UTF-8" in shell("circuits", "edit", "bad").sentence
    assert shell("circuits", "copy", "worse", "better").code == 0
    assert shell("circuits", "path", "bad").out == f"{mine / 'bad.toml'}\n"
    assert shell("circuits", "remove", "bad", "--yes").code == 0
    assert "can't be used" in shell("circuits", "list").out


def test_where_they_are(shell: Shell, mine: Path) -> None:
    assert shell("circuits", "path").out == f"{mine}\n"
    shell("circuits", "new", "mine")
    assert shell("circuits", "path", "mine").out == f"{mine / 'mine.toml'}\n"


def test_a_directory_that_is_a_file_is_a_sentence(shell: Shell, mine: Path) -> None:
    mine.parent.mkdir(parents=True)
    mine.write_text("")
    for command in (("new", "mine"), ("copy", "tabata", "mine")):
        assert "circuits need a directory there" in shell("circuits", *command).sentence
