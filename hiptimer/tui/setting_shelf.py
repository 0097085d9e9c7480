"""Where the screens read the settings, and keep what is changed. No Textual here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from hiptimer.circuit.tables import Values
from hiptimer.config import Setting, forget_settings, keep_settings, load_values
from hiptimer.keyboard import ACTIONS, Keyboard, Keys
from hiptimer.session.preferences import Preferences
from hiptimer.setting_keys import SettingKeys, settings_of


class SettingShelf:
    """The file, read anew each time: it is the user's, who may be at it. `changed` is told of each change."""

    def __init__(
        self, path: Path | None, changed: Callable[[], None], answered: Callable[[], Preferences]
    ) -> None:
        self._path = path
        self._changed = changed
        self.answered = answered
        """What was answered on the first start."""

    def read(self) -> tuple[Values, str]:
        """What stands in the file, and what is wrong with it, in a short line."""
        if self._path is None:
            return Values({}), ""
        values, problem = load_values(self._path)
        return values, problem.removeprefix(f"{self._path.parent}{os.sep}")

    def keyboard(self) -> Keyboard:
        """The keys as the file has them."""
        return settings_of(self.read()[0]).keyboard

    def keep(self, table: str, values: Mapping[str, Setting]) -> str:
        """Write settings of a table; why not, or empty."""
        return self._told(keep_settings(self._path, table, values) if self._path else NOWHERE)

    def forget(self, table: str, names: Iterable[str]) -> str:
        """The defaults from now on; why not, or empty."""
        return self._told(forget_settings(self._path, table, names) if self._path else NOWHERE)

    def give_keys(self, keys: Mapping[str, Keys]) -> str:
        """Give actions these keys, all at once; why not, or empty. What is as usual is not written."""
        table = SettingKeys.KEYS.name
        usual = [name for name, one in keys.items() if one == ACTIONS[name]]
        other = {name: list(one) for name, one in keys.items() if name not in usual}
        problem = self.keep(table, other) if other else ""
        return problem or (self.forget(table, usual) if usual else "")

    def _told(self, problem: str) -> str:
        if not problem:
            self._changed()
        return problem


NOWHERE = "not kept: there is no file for settings here"
