"""The settings: a TOML file in the config directory, the user's own.

Its keys are read as those of a circuit are, so that a fault is a line with its place in the file.
A file with a fault in it is left alone and the defaults hold. What is chosen on the screen is written
into it, and all else in it stays as the user wrote it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
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
from hiptimer.weight_keys import TABLE_NAME, OwnedWeights, written_values
from hiptimer.weights import NONE_OWNED, Weights

if TYPE_CHECKING:
    from tomlkit.items import AbstractTable, Array

Setting = str | bool | int | float | Sequence[float]
"""A value of the settings file, as it is written."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has set, or the defaults."""

    sound: SoundSettings = AS_RECORDED
    muted: bool = False
    """Sessions begin without sound."""
    voice: Voice = Voice.WORDS
    look: Look = AS_MADE
    weights: Weights = NONE_OWNED


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
    WEIGHTS: Key[Weights] = Key(TABLE_NAME, OwnedWeights(), "What there is to lift.", NONE_OWNED)
    TABLE = Table((SOUND, SCREEN, WEIGHTS))


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
        weights=values[SettingKeys.WEIGHTS],
    )


def keep_setting(path: Path, table: str, key: str, value: Setting) -> str:
    """Write one setting into the file, as `keep_settings` does."""
    return keep_settings(path, table, {key: value})


def keep_weights(path: Path, weights: Weights) -> str:
    """Write the weights into the file, as `keep_settings` does."""
    return keep_settings(path, SettingKeys.WEIGHTS.name, written_values(weights))


def keep_settings(path: Path, table: str, values: Mapping[str, Setting]) -> str:
    """Write settings of one table into the file, all else in it as it was; why not, or empty.

    A file with a fault in it is never written: the user is at it, and would lose the place of the fault.
    Nor is one that would have a fault then.
    """
    _, problem = load_settings(path)
    if problem:
        return f"not kept: {problem.removeprefix(str(path.parent) + os.sep)}"
    import tomlkit

    try:
        path = path.resolve()  # a link into somebody's dotfiles stays a link
        before = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
        document = tomlkit.parse(before)
        for key, value in values.items():
            _put(document.setdefault(table, tomlkit.table()), key, value)
        text = document.as_string()
        read_values(text, path.name, SettingKeys.TABLE)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text)
    except CircuitFaults as faults:
        return f"not kept: {faults.faults[0]}"
    except OSError as error:
        return f"not kept: {path.name}: {error.strerror or error}"
    return ""


def _put(table: AbstractTable, key: str, value: Setting) -> None:
    """Set a key; a new one stands above the comments at the end: they may be about the next table."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        value = [int(number) if number == int(number) else number for number in value]
        if key in table and "#" in table[key].as_string() and list(table[key]) == sorted(set(table[key])):
            _put_items(table[key], value)
            return
    body = getattr(table.value, "body", [])
    after = []
    while key not in table and body and body[-1][0] is None:
        after.append(body.pop())
    table[key] = value
    body.extend(reversed(after))


def _put_items(array: Array, numbers: list[int | float]) -> None:
    """Change a list in ascending order only where it is another now: comments stay with their numbers."""
    for number in [one for one in array if one not in numbers]:
        array.remove(number)
    for place, number in enumerate(numbers):
        if place == len(array) or array[place] != number:
            array.insert(place, number)
