"""What is set while the app runs: it holds at once, and is kept in the settings file."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from hiptimer.config import load_settings
from hiptimer.history.faults import FAULTS
from hiptimer.keyboard import Keyboard
from hiptimer.look import Motion, ThemeName
from hiptimer.session import preferences
from hiptimer.session.preferences import Preferences
from hiptimer.tui.beginning import Beginning
from hiptimer.tui.flashes import Flashes

if TYPE_CHECKING:
    from hiptimer.tui.setting_shelf import SettingShelf

log = logging.getLogger(__name__)


class Setting(Beginning):
    """The part of the app that shows the settings and does what they say."""

    keyboard: Keyboard
    _flashes: Flashes

    def action_theme(self) -> None:
        """Choose the colours, and see them while choosing."""
        from hiptimer.tui.screens.session import SessionScreen
        from hiptimer.tui.screens.theme import ThemeScreen

        screen = self.screen
        if isinstance(screen, SessionScreen):
            screen.ask_frozen(ThemeScreen(), lambda theme: self._keep(theme, screen.say))
        else:
            self.push_screen(ThemeScreen(), lambda theme: self._keep(theme, self._say_on_home))

    def _keep(self, theme: ThemeName | None, say: Callable[[str], None]) -> None:
        problem = theme and self._world.keep_theme(theme)
        if problem:
            say(problem)

    def _show_settings(self) -> None:
        from hiptimer.circuit.file import parse
        from hiptimer.tui.screens.settings import SettingsScreen
        from hiptimer.tui.setting_lines import Way
        from hiptimer.tui.setting_shelf import SettingShelf

        shelf = SettingShelf(self._world.settings_file, self._settings_changed, self._answered)
        ways = {
            Way.THEME: self.action_theme,
            Way.WEIGHTS: self._show_weights,
            Way.KEYS: lambda: self._show_keys(shelf),
        }
        screen = SettingsScreen(shelf, ways, parse(self._circuit.text).rests)
        self.push_screen(screen, lambda _: self._pressed_now())

    def _show_keys(self, shelf: SettingShelf) -> None:
        from hiptimer.tui.screens.keys import KeysScreen

        self.push_screen(KeysScreen(shelf))

    def _answered(self) -> Preferences:
        try:
            return preferences.read(self._world.store.preferences())
        except FAULTS as error:
            log.warning("answers not read: %s", error)
            return Preferences()

    def _settings_changed(self) -> None:
        """What stands in the file now holds from now on."""
        if self._world.settings_file is None:
            return
        now, problem = load_settings(self._world.settings_file)
        if problem:
            return
        self._world.audible.problem = ""
        before = self._settings
        heard = [(one.muted, one.voice, one.sound.volume) for one in (before, now)]
        if heard[0] != heard[1]:
            self._world.audible.set(*heard[1])
        self._settings, self._weights, self.keyboard = now, now.weights, now.keyboard
        self._flashes.when = now.look.flash
        self.animation_level = "none" if now.look.motion is Motion.REDUCED else "full"
        self.set_keymap(self.keyboard.keymap())
