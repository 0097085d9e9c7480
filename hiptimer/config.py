"""The settings: a TOML file in the config directory, the user's own.

Its keys are read as those of a circuit are, so that a fault is a line with its place in the file.
A file with a fault in it is left alone and the defaults hold. What is chosen on the screen is written
into it, and all else in it stays as the user wrote it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hiptimer.circuit.faults import CircuitFaults
from hiptimer.circuit.file import read_values
from hiptimer.circuit.tables import Values
from hiptimer.file_words import why
from hiptimer.files import resolved, write_whole
from hiptimer.setting_keys import SettingKeys, Settings, check, settings_of
from hiptimer.weight_keys import written_values
from hiptimer.weights import Weights

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import AbstractTable, Array

__all__ = [
    "Setting", "SettingKeys", "Settings", "forget_settings", "keep_setting", "keep_settings", "keep_weights",
    "load_settings", "load_values", "read", "setting_faults",
]  # fmt: skip

Setting = str | bool | int | float | Sequence[float] | Sequence[str]
"""A value of the settings file, as it is written."""


def load_settings(path: Path) -> tuple[Settings, str]:
    """The settings, and what is wrong with their file: one line, empty if nothing is."""
    values, problem = load_values(path)
    return settings_of(values), problem


def load_values(path: Path) -> tuple[Values, str]:
    """What stands in the settings file, and what is wrong with it; then as if nothing stood there."""
    values, faults = _load(path)
    if not faults:
        return values, ""
    more = f" (and {len(faults) - 1} more: hiptimer doctor)" if len(faults) > 1 else ""
    return values, f"{faults[0]}{more}; the defaults hold"


def setting_faults(path: Path) -> tuple[str, ...]:
    """Everything that is wrong with the settings file, a line each; while anything is, the defaults hold."""
    return _load(path)[1]


def _load(path: Path) -> tuple[Values, tuple[str, ...]]:
    try:
        return read(path.read_text(encoding="utf-8"), str(path)), ()
    except FileNotFoundError:
        return Values({}), ()
    except (OSError, UnicodeDecodeError) as error:
        return Values({}), (f"{path}: can't be read: {why(path, error)}",)
    except CircuitFaults as faults:
        return Values({}), tuple(map(str, faults.faults))


def read(text: str, name: str) -> Values:
    """The values of a settings file `name`. Raises `CircuitFaults`."""
    return read_values(text, name, SettingKeys.TABLE, check)


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
    return _change(path, lambda document: _put_all(document, table, values))


def forget_settings(path: Path, table: str, keys: Iterable[str]) -> str:
    """Take keys of one table out of the file, so that the default holds; why not, or empty."""
    return _change(path, lambda document: _drop_all(document, table, keys))


def _change(path: Path, change: Callable[[TOMLDocument], None]) -> str:
    """Change the file; why it can't be, or empty."""
    _, problem = load_settings(path)
    if problem:
        return f"not kept: {problem.removeprefix(str(path.parent) + os.sep)}"
    import tomlkit

    try:
        path = resolved(path)  # a link into somebody's dotfiles stays a link
        before = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
        text = _changed(tomlkit.parse(before), change)
        if text is None:
            return f"not kept: {path.name} is written in a way that can't be changed here; change it by hand"
        read(text, path.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text)
    except CircuitFaults as faults:
        return f"not kept: {faults.faults[0]}"
    except OSError as error:
        return f"not kept: {path.name}: {why(path, error)}"
    return ""


def _changed(document: TOMLDocument, change: Callable[[TOMLDocument], None]) -> str | None:
    """The text of the document after the change; None where it can't be made."""
    try:
        change(document)
        return document.as_string()
    except Exception:  # TOML has more ways to write a value than tomlkit can take one out of
        return None


def _put_all(document: TOMLDocument, table: str, values: Mapping[str, Setting]) -> None:
    import tomlkit

    for key, value in values.items():
        _put(document.setdefault(table, tomlkit.table()), key, value)


def _drop_all(document: TOMLDocument, table: str, keys: Iterable[str]) -> None:
    from tomlkit.container import OutOfOrderTableProxy

    found = document.get(table, {})
    gone = [key for key in keys if key in found]
    # `sound.volume = 5` and more such lines: a table without a text of its own, and never empty
    scattered = isinstance(found, OutOfOrderTableProxy)
    if scattered and len(gone) == len(found):
        del document[table]
        return
    for key in gone:
        del found[key]
    if table in document and not scattered and not found.as_string().strip():
        del document[table]


def _put(table: AbstractTable, key: str, value: Setting) -> None:
    """Set a key; a new one stands above the comments at the end: they may be about the next table."""
    if isinstance(value, float) and value == int(value):
        value = int(value)
    numbers = _numbers(value)
    if numbers is not None:
        value = [int(number) if number == int(number) else number for number in numbers]
        if key in table and "#" in table[key].as_string() and list(table[key]) == sorted(set(table[key])):
            _put_items(table[key], value)
            return
    body = getattr(table.value, "body", [])
    after = []
    while key not in table and body and body[-1][0] is None:
        after.append(body.pop())
    table[key] = value
    body.extend(reversed(after))


def _numbers(value: Setting) -> list[float] | None:
    """The value as a list of numbers; None where it is none, or is empty."""
    if isinstance(value, str) or not isinstance(value, Sequence):
        return None
    return [one for one in value if not isinstance(one, str)] or None


def _put_items(array: Array, numbers: list[int | float]) -> None:
    """Change a list in ascending order only where it is another now: comments stay with their numbers."""
    for number in [one for one in array if one not in numbers]:
        array.remove(number)
    for place, number in enumerate(numbers):
        if place == len(array) or array[place] != number:
            array.insert(place, number)
