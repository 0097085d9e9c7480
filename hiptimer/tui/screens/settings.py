"""The settings, a line each: changed with the arrows or by a number, and kept at once in the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from hiptimer.circuit.model import Rests
from hiptimer.circuit.text import clean
from hiptimer.config import Setting
from hiptimer.tui.amount import Typing
from hiptimer.tui.keys import THEME_KEY
from hiptimer.tui.screens.listing import Listing
from hiptimer.tui.setting_lines import Item, Way, changed, items, line, takes_digits, typed
from hiptimer.tui.setting_shelf import SettingShelf
from hiptimer.tui.terminal import set_title
from hiptimer.tui.widgets.block_text import BlockText
from hiptimer.tui.widgets.choice_list import ChoiceList
from hiptimer.tui.widgets.line import Line, foot

CLAIM = "each change is kept at once in settings.toml, which is yours"
MOST = 40
"""Lines there can be."""


class SettingsScreen(Listing):
    """Shows and changes what is on the shelf; `ways` lead to the screens of what has one of its own.

    `rests` are those of the circuit that home starts, where they are known.
    """

    CSS_PATH = "../setting.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space,enter,pagedown", "press", "Change", id="settings-press",
            tooltip="keep what is typed; else the next value",
        ),
        Binding("up", "move(-1)", "Up", id="settings-up", tooltip="mark another setting"),
        Binding("down,tab", "move(1)", "Down", id="settings-down", tooltip="mark another setting"),
        Binding("left", "change(-1)", "Less", id="settings-less", tooltip="a smaller value; the one before"),
        Binding("right", "change(1)", "More", id="settings-more", tooltip="a larger value; the next one"),
        Binding("x,X,delete", "default", "Default", id="settings-default", tooltip="as if it was never set"),
        Binding("backspace", "erase", "Erase", id="settings-erase", tooltip="the last digit"),
        THEME_KEY,
        Binding("question_mark,f1", "help", "Keys", id="settings-help", tooltip="all keys"),
        Binding("escape,q,Q,ctrl+c", "back", "Back", id="settings-back", tooltip="all is kept already"),
    ]  # fmt: skip
    FOOTER = ("settings-less", "settings-more", "settings-default", "settings-back", "settings-help")
    DIGITS = "a number, then enter"

    def __init__(
        self, shelf: SettingShelf, ways: Mapping[Way, Callable[[], None]], rests: Rests | None = None
    ) -> None:
        super().__init__(classes="setting")
        self._rests = rests
        self._shelf = shelf
        self._ways = ways
        self._place = 0
        """Of the marked setting."""
        self._items: list[Item] = []
        self._problem = ""
        self._typing = Typing()

    def compose(self) -> ComposeResult:
        """Heading, the settings, what the marked one means, what is wrong; keys."""
        yield BlockText("SETTINGS", id="setting-heading")
        yield Line(CLAIM, id="setting-claim")
        with Vertical(id="setting"):
            yield ChoiceList(MOST, id="setting-list")
            yield Static(id="setting-about")
            yield Static(id="setting-said")
        yield foot()

    def on_mount(self) -> None:
        """Show what is set."""
        set_title(self.app, "hiptimer: settings")
        self._read()

    def on_screen_resume(self) -> None:
        """Back from a screen that may have changed something."""
        self._read()

    def on_resize(self, event: events.Resize) -> None:
        """Other lines where there is another width."""
        self._show()

    def _read(self, said: str = "") -> None:
        values, problem = self._shelf.read()
        self._problem = clean(problem)
        self._items = items(values, self._shelf.answered(), self._rests)
        self._show(said)

    @property
    def _item(self) -> Item:
        return self._items[self._place]

    def _show(self, said: str = "") -> None:
        if not self._items:
            return
        width = self.app.size.width
        tables = [one.table for one in self._items]
        text = self._typing.text
        shown = list(self._items)
        if text:
            shown[self._place] = replace(self._item, value=f"{text}_", given=False)
        texts = [line(one, tables.index(one.table) == place, width) for place, one in enumerate(shown)]
        self.query_one(ChoiceList).show(texts, self._place)
        self.query_one("#setting-about", Static).update(Content(self._item.about))
        self.query_one("#setting-said", Static).update(Content(clean(said) or self._problem))
        done = "Keep" if text else "Open" if self._item.way else "Change"
        self.show_foot(f"SPACE {done}", self.FOOTER)

    def on_key(self, event: events.Key) -> None:
        """Digits, where a number is set."""
        if takes_digits(self._item) and self._typing.take(event.character):
            event.stop()
            self._show()

    def action_press(self) -> None:
        """Keep what is typed; else the next value, or the screen it is set on."""
        if self._typing.text:
            self._keep_typed()
        elif self._item.way is not None:
            self._ways[self._item.way]()
        else:
            self.action_change(1)

    def _keep_typed(self) -> None:
        value = typed(self._item, self._typing.text)
        if value is None:
            key = self._item.key
            self._show(f"{key.kind.expected}, please" if key else "")
            return
        self._typing = Typing()
        self._set(value)

    def _set(self, value: Setting | None) -> None:
        """From now on; and in the file, if it can be written."""
        item = self._item
        if value is None:
            self._read(self._shelf.forget(item.table, [item.name]))
        else:
            self._read(self._shelf.keep(item.table, {item.name: value}))

    def action_change(self, by: int) -> None:
        """The value before or after."""
        self._typing = Typing()
        if self._item.way is not None:
            self._ways[self._item.way]()
            return
        value = changed(self._item, by)
        if value != self._item.now:
            self._set(value)

    def action_default(self) -> None:
        """As if it was never set."""
        self._typing = Typing()
        if self._item.key is not None:
            self._set(None)

    def action_move(self, by: int) -> None:
        """The setting above or below; what was typed is forgotten."""
        self._typing = Typing()
        self._place = (self._place + by) % len(self._items)
        self._show()

    def action_erase(self) -> None:
        """The last digit."""
        self._typing.erase()
        self._show()

    def action_back(self) -> None:
        """What is typed is taken back; then home."""
        if self._typing.text:
            self._typing = Typing()
            self._show()
        else:
            self.dismiss()
