"""The settings: a TOML file in the config directory, written by the user and only read here.

Its keys are read as those of a circuit are, so that a fault is a line with its place in the file.
A file with a fault in it is left alone and the defaults hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hiptimer.audio.settings import AS_RECORDED, LOUDEST, SoundSettings
from hiptimer.circuit.faults import CircuitFaults
from hiptimer.circuit.file import read_values
from hiptimer.circuit.kinds import Choice, Flag, Number, Whole
from hiptimer.circuit.tables import Key, Table, Values
from hiptimer.session.speech import Voice


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has set, or the defaults."""

    sound: SoundSettings = AS_RECORDED
    muted: bool = False
    """Sessions begin without sound."""
    voice: Voice = Voice.WORDS


class SoundKeys:
    """The keys of `[sound]`."""

    VOLUME = Key("volume", Whole(0, LOUDEST), "How loud, 10 as recorded.", AS_RECORDED.volume)
    MUTED = Key("muted", Flag(), "Begin without sound.", Settings().muted)
    VOICE = Key("voice", Choice(Voice), "What is spoken.", Settings().voice)
    WAKE = Key("wake", Flag(), "Wake a sleeping device with a second of silence.", AS_RECORDED.wake)
    LATENCY = Key("latency", Number(0, 2), "Seconds every sound is handed over early.", AS_RECORDED.latency)
    TABLE = Table((VOLUME, MUTED, VOICE, WAKE, LATENCY))


class SettingKeys:
    """The keys at the top of the settings file."""

    SOUND: Key[Values | None] = Key("sound", SoundKeys.TABLE, "What is heard.", None)
    TABLE = Table((SOUND,))


def load_settings(path: Path) -> tuple[Settings, str]:
    """The settings, and what is wrong with their file: one line, empty if nothing is."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        return Settings(), f"{path}: can't be read: {reason}; the defaults hold"
    try:
        values = read_values(text, str(path), SettingKeys.TABLE)
    except CircuitFaults as faults:
        more = f" (and {len(faults.faults) - 1} more)" if len(faults.faults) > 1 else ""
        return Settings(), f"{faults.faults[0]}{more}; the defaults hold"
    sound = values[SettingKeys.SOUND]
    return (Settings() if sound is None else _sound(sound)), ""


def _sound(values: Values) -> Settings:
    return Settings(
        sound=SoundSettings(values[SoundKeys.VOLUME], values[SoundKeys.WAKE], values[SoundKeys.LATENCY]),
        muted=values[SoundKeys.MUTED],
        voice=values[SoundKeys.VOICE],
    )
