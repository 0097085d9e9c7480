"""`hiptimer sounds`. The players are stand-ins on PATH, so that nothing is heard."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from hiptimer.audio.sounds import Sounds
from hiptimer.commands import sounds
from hiptimer.session.cues import Cue

from .shell import Shell

posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")
PLAYER = "afplay" if sys.platform == "darwin" else "aplay"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with nothing on it, and no simpleaudio."""
    directory = tmp_path / "bin"
    directory.mkdir()
    monkeypatch.setenv("PATH", str(directory))
    monkeypatch.setattr("hiptimer.audio.helper_player.find_spec", lambda name: None)
    return directory


@pytest.fixture
def player(path: Path) -> Path:
    """What this player was asked to play, a line each."""
    program, log = path / PLAYER, path / "log"
    log.touch()
    program.write_text(f'#!/bin/sh\nfor last; do :; done\necho "$last" >> {log}\n')
    program.chmod(0o755)
    return log


def test_the_list_names_every_cue_with_its_length_and_meaning(shell: Shell) -> None:
    code, out, err = shell("sounds", "list")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert [line.split()[0] for line in lines[: len(Cue)]] == [cue.value for cue in Cue]
    assert lines[0].split(maxsplit=3)[1:3] == ["3.64", "s"]
    assert lines[0].split(maxsplit=3)[3].startswith("3-2-1-go")
    assert not [line for line in lines if "missing" in line]


def test_every_cue_has_a_meaning() -> None:
    assert set(sounds.MEANINGS) == set(Cue)


def test_the_list_names_every_phrase_with_its_words(shell: Shell) -> None:
    if not Sounds().phrases():
        pytest.skip("no voice is recorded")
    lines = {line.split()[0]: line for line in shell("sounds", "list").out.splitlines()}
    assert set(lines) == {*Cue, *(f"voice/{name}" for name in Sounds().phrases())}
    assert lines["voice/stand-left"].endswith(' s  "Stand left"')


@posix
def test_one_is_played_and_the_player_named(shell: Shell, player: Path) -> None:
    assert shell("sounds", "play", "tick") == (0, f"tick: 0.06 s, played by {PLAYER}\n", "")
    assert player.read_text().splitlines()[-1] == str(Sounds().path(Cue.TICK))


@posix
def test_it_is_as_loud_as_a_session(shell: Shell, player: Path, home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text("[sound]\nvolume = 4\n")
    assert shell("sounds", "play", "tick").code == 0
    played = Path(player.read_text().splitlines()[-1])
    assert played != Sounds().path(Cue.TICK) and not played.exists(), "a copy, removed afterwards"


@posix
def test_without_a_player_the_reasons_are_a_sentence(shell: Shell, path: Path) -> None:
    result = shell("sounds", "play", "tick")
    assert result.code == 1
    assert result.sentence.startswith('hiptimer: "tick" can\'t be played: no player of sounds is installed. ')


@pytest.mark.parametrize(
    ("name", "hint"),
    [("cuont-in", ' Did you mean "count-in"?'), ("../../tick", ""), ("voice/", ""), ("a\x1b[2Jb", "")],
)
def test_an_unknown_name_is_a_sentence_with_the_one_that_was_meant(
    shell: Shell, name: str, hint: str
) -> None:
    result = shell("sounds", "play", name)
    assert result.code == 1
    assert result.sentence.startswith("hiptimer: there is no sound ")
    if hint:
        assert hint in result.sentence


@pytest.mark.parametrize("args", [("sounds",), ("sounds", "play"), ("sounds", "hear", "tick")])
def test_wrong_arguments_are_a_sentence(shell: Shell, args: tuple[str, ...]) -> None:
    result = shell(*args)
    assert result.code == 2 and result.sentence


def test_a_voice_that_was_installed_without_its_words_is_listed_without_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shell: Shell
) -> None:
    (tmp_path / "sounds" / "voice").mkdir(parents=True)
    (tmp_path / "sounds" / "voice" / "left.wav").write_bytes(Sounds().path(Cue.TICK).read_bytes())
    monkeypatch.setattr("hiptimer.audio.sounds.sound_directory", lambda: tmp_path / "sounds")
    code, out, _ = shell("sounds", "list")
    assert code == 0 and out.splitlines()[-1].split() == ["voice/left", "0.06", "s"]
    assert "missing" in out.splitlines()[0]
