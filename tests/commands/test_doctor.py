"""`hiptimer doctor`, with the players left out: those are tried by the tests of sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiptimer import __version__
from hiptimer.audio.check import Report, SoundCheck
from hiptimer.audio.sounds import Sounds
from hiptimer.commands import doctor_sound
from hiptimer.session.cues import Cue

from ..history.days import Gym
from .shell import Shell

HEARD = SoundCheck(
    (Report("simpleaudio", False, "not installed"), Report("paplay", True, "")), "paplay", True
)


@pytest.fixture(autouse=True)
def heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_sound, "check_sound", lambda ring: HEARD)


def found(out: str, label: str) -> str:
    (line,) = [line[2:] for line in out.splitlines() if line[2:].split(maxsplit=1)[:1] == [label]]
    return line.removeprefix(label).strip()


def test_a_machine_that_is_all_right(shell: Shell, home: Path) -> None:
    code, out, err = shell("doctor")
    assert (code, err) == (0, "")
    assert found(out, "hiptimer") == __version__
    assert found(out, "textual").startswith("8.")
    assert found(out, "data") == f"{home / 'data'} (made when it is needed)"
    assert "not there yet" in found(out, "history")
    assert found(out, "output").startswith("not a terminal")
    assert found(out, "sounds").startswith(f"{len(Cue)} of {len(Cue)} in ")
    assert "simpleaudio: no: not installed" in out and "a tone was played by paplay" in out
    assert out.endswith("Everything a session needs is there.\n")
    assert not home.exists()


def test_the_history_is_checked_and_counted(shell: Shell, home: Path) -> None:
    gym = Gym(home)
    gym.finished()
    gym.store.close()
    assert found(shell("doctor").out, "history") == f"{gym.path}: ok, 1 session"
    gym.path.write_bytes(b"nonsense" * 1000)
    code, out, _ = shell("doctor")
    assert code == 1 and "damaged" in out
    assert [line for line in out.splitlines() if line.startswith("!")] == [
        line for line in out.splitlines() if "damaged" in line
    ]


def test_a_directory_in_the_way_and_a_bad_circuit_are_marked(shell: Shell, home: Path) -> None:
    circuits = home / "config" / "circuits"
    circuits.mkdir(parents=True)
    (circuits / "bad.toml").write_text("name = 1")
    (home / "data").write_text("in the way")
    code, out, _ = shell("doctor")
    marked = [line for line in out.splitlines() if line.startswith("!")]
    assert code == 1 and len(marked) == 3
    assert "is not a directory" in marked[0] and "bad.toml:1" in marked[1] and "history" in marked[2]


def test_missing_sounds_are_named(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_sound, "Sounds", lambda: Sounds(tmp_path))
    code, out, _ = shell("doctor")
    assert code == 1 and "missing" in found(out, "sounds") and "count-in" in found(out, "sounds")


@pytest.mark.parametrize(
    ("check", "said"),
    [
        (SoundCheck((), "bell", False), "would only ring the bell"),
        (SoundCheck((), None, False), "would be silent"),
    ],
)
def test_silence_is_told_and_is_no_fault(
    shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch, check: SoundCheck, said: str
) -> None:
    monkeypatch.setattr(doctor_sound, "check_sound", lambda ring: check)
    code, out, _ = shell("doctor")
    assert code == 0 and said in out and "to hear it: " in out
    assert out.endswith("Everything a session needs is there but a player of sounds.\n")


def test_what_helps_where_nothing_is_heard_is_what_this_system_plays_by() -> None:
    assert "one of pw-play, paplay, aplay has to be installed" in doctor_sound._help("linux")
    assert "install" not in doctor_sound._help("darwin") + doctor_sound._help("win32")


def test_a_name_in_the_environment_steers_nothing(
    shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "\x1b[2J")
    assert all(line.isprintable() for line in shell("doctor").out.splitlines())


def test_there_is_no_bell_where_there_is_no_terminal(shell: Shell) -> None:
    with pytest.raises(OSError, match="not a terminal"):
        doctor_sound._ring()


def test_each_fault_in_the_settings_is_listed_and_needs_care(shell: Shell, home: Path) -> None:
    settings = home / "config" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("[sound]\nvolume = 11\nvoice = 3\n", encoding="utf-8")
    code, out, _ = shell("doctor")
    assert code == 1
    assert "settings.toml:2: sound.volume" in out and "settings.toml:3: sound.voice" in out
    assert out.count("the defaults hold") == 1
    assert "screen awake" in out
