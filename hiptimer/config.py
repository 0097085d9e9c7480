"""The settings: a TOML file in the config directory, the user's own.

Its keys are read as those of a circuit are, so that a fault is a line with its place in the file.
A file with a fault in it is left alone and the defaults hold. What is chosen on the screen is written
into it, and all else in it stays as the user wrote it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hiptimer.audio.settings import AS_RECORDED, LOUDEST, SoundSettings
from hiptimer.circuit.faults import CircuitFaults
from hiptimer.circuit.file import read_values
from hiptimer.circuit.kinds import Choice, Flag, Number, Whole
from hiptimer.circuit.tables import Key, Table, Values
from hiptimer.files import write_whole
from hiptimer.look import AS_MADE, Flash, Look, Motion, ThemeName
from hiptimer.session.speech import Voice

if TYPE_CHECKING:
    from tomlkit.items import AbstractTable


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has set, or the defaults."""

    sound: SoundSettings = AS_RECORDED
    muted: bool = False
    """Sessions begin without sound."""
    voice: Voice = Voice.WORDS
    look: Look = AS_MADE


class SoundKeys:
    """The keys of `[sound]`."""

    VOLUME = Key("volume", Whole(0, LOUDEST), "How loud, 10 as recorded.", AS_RECORDED.volume)
    MUTED = Key("muted", Flag(), "Begin without sound.", Settings().muted)
    VOICE = Key("voice", Choice(Voice), "What is spoken.", Settings().voice)
    WAKE = Key("wake", Flag(), "Wake a sleeping device with a second of silence.", AS_RECORDED.wake)
    LATENCY = Key("latency", Number(0, 2), "Seconds every sound is handed over early.", AS_RECORDED.latency)
    TABLE = Table((VOLUME, MUTED, VOICE, WAKE, LATENCY))


class ScreenKeys:
    """The keys of `[screen]`."""

    THEME = Key("theme", Choice(ThemeName, "a theme that ctrl+t lists"), "The colours.", AS_MADE.theme)
    FLASH = Key("flash", Choice(Flash), "When the screen flashes as a set begins and ends.", AS_MADE.flash)
    MOTION = Key("motion", Choice(Motion), "How much moves.", AS_MADE.motion)
    TABLE = Table((THEME, FLASH, MOTION))


class SettingKeys:
    """The keys at the top of the settings file."""

    SOUND: Key[Values | None] = Key("sound", SoundKeys.TABLE, "What is heard.", None)
    SCREEN: Key[Values | None] = Key("screen", ScreenKeys.TABLE, "What is seen.", None)
    TABLE = Table((SOUND, SCREEN))


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
    return _settings(values), ""


def _settings(values: Values) -> Settings:
    sound, screen = values[SettingKeys.SOUND] or Values({}), values[SettingKeys.SCREEN] or Values({})
    return Settings(
        sound=SoundSettings(sound[SoundKeys.VOLUME], sound[SoundKeys.WAKE], sound[SoundKeys.LATENCY]),
        muted=sound[SoundKeys.MUTED],
        voice=sound[SoundKeys.VOICE],
        look=Look(screen[ScreenKeys.THEME], screen[ScreenKeys.FLASH], screen[ScreenKeys.MOTION]),
    )


def keep_setting(path: Path, table: str, key: str, value: str | bool | int | float) -> str:
    """Write one setting into the file, all else in it as it was; why it could not be kept, or empty.

    A file with a fault in it is never written: the user is at it, and would lose the place of the fault.
    """
    _, problem = load_settings(path)
    if problem:
        return f"not kept: {problem.removeprefix(str(path.parent) + os.sep)}"
    import tomlkit

    try:
        path = path.resolve()  # a link into somebody's dotfiles stays a link
        before = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
        document = tomlkit.parse(before)
        _put(document.setdefault(table, tomlkit.table()), key, value)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, document.as_string())
    except OSError as error:
        return f"not kept: {path.name}: {error.strerror or error}"
    return ""


def _put(table: AbstractTable, key: str, value: str | bool | int | float) -> None:
    """Set a key; a new one stands above the comments at the end: they may be about the next table."""
    body = getattr(table.value, "body", [])
    after = []
    while key not in table and body and body[-1][0] is None:
        after.append(body.pop())
    table[key] = value
    body.extend(reversed(after))
