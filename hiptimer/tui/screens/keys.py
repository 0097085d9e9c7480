"""Which keys do what: a line each, given another key by pressing it; and the buttons of a remote."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from hiptimer.circuit.text import clean
from hiptimer.key_names import sign as key_sign
from hiptimer.keyboard import ACTIONS, Keyboard
from hiptimer.tui.key_lines import (
    REMOTE,
    Pressed,
    about,
    clash_words,
    given,
    line,
    name_of,
    pressed,
)
from hiptimer.tui.screens.dialogs import Choice, ChooseDialog
from hiptimer.tui.screens.listing import NARROW, Listing
from hiptimer.tui.setting_shelf import SettingShelf
from hiptimer.tui.terminal import set_title
from hiptimer.tui.widgets.block_text import BlockText
from hiptimer.tui.widgets.choice_list import ChoiceList
from hiptimer.tui.widgets.line import Line, foot

CLAIM = "* another key than usual"
NEW = "Press the new key for {}; escape leaves it."
BUTTON = "{} of {}: press the button for {}. tab skips, escape ends."
_EVERY = tuple(ACTIONS)


class KeysScreen(Listing):
    """Shows and changes which keys do what. While a key is asked for, every key is an answer."""

    CSS_PATH = "../setting.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space,enter,pagedown", "press", "Change", id="settings-press",
            tooltip="another key, instead of all it has",
        ),
        Binding("up", "move(-1)", "Up", id="keys-up", tooltip="mark another action"),
        Binding("down,tab", "move(1)", "Down", id="keys-down", tooltip="mark another action"),
        Binding("a,A", "add", "Add", id="keys-add", tooltip="one more key"),
        Binding("r,R", "remote", "Remote", id="keys-remote", tooltip="press each button of your remote"),
        Binding("x,X,delete", "default", "Default", id="keys-default", tooltip="the usual keys of this one"),
        Binding("d,D", "default_all", "All default", id="keys-default-all", tooltip="the usual keys of all"),
        Binding("question_mark,f1", "help", "Keys", id="keys-help", tooltip="all keys"),
        Binding("escape,q,Q,ctrl+c", "dismiss", "Back", id="keys-back", tooltip="all is kept already"),
    ]  # fmt: skip
    FOOTER = ("keys-add", "keys-remote", "keys-default", "keys-default-all", "keys-back", "keys-help")

    def __init__(self, shelf: SettingShelf) -> None:
        super().__init__(classes="setting")
        self._shelf = shelf
        self._place = 0
        """Of the marked action."""
        self._keyboard = Keyboard()
        self._problem = ""
        """What is wrong with the file."""
        self._asked = ""
        """The action that a key is asked for, if any."""
        self._more = False
        """The key is one more."""
        self._button = -1
        """Which button of a remote is asked for; -1: none."""

    def compose(self) -> ComposeResult:
        """Heading, the actions, what the marked one does, what is asked or wrong; keys."""
        yield BlockText("KEYS", id="setting-heading")
        yield Line(CLAIM, id="setting-claim")
        with Vertical(id="setting"):
            yield ChoiceList(len(_EVERY), id="setting-list")
            yield Static(id="setting-about")
            yield Static(id="setting-said")
        yield foot()

    def on_mount(self) -> None:
        """Show which keys there are."""
        set_title(self.app, "hiptimer: keys")
        self._read()

    def on_resize(self, event: events.Resize) -> None:
        """Other lines where there is another width."""
        self._show()

    def _read(self, said: str = "") -> None:
        self._problem = self._shelf.read()[1]
        self._keyboard = self._shelf.keyboard()
        self._show(said)

    @property
    def _action(self) -> str:
        return _EVERY[self._place]

    def _show(self, said: str = "") -> None:
        narrow = self.app.size.width < NARROW
        texts = [line(one, self._keyboard, narrow) for one in _EVERY]
        self.query_one(ChoiceList).show(texts, self._place)
        self.query_one("#setting-about", Static).update(Content(about(self._action, self._keyboard)))
        told = clean(" ".join(filter(None, (said or self._problem, self._question))))
        self.query_one("#setting-said", Static).update(Content(told))
        if self._asked:
            self.show_foot("PRESS A KEY", ())
        else:
            self.show_foot("SPACE Change", self.FOOTER)

    @property
    def _question(self) -> str:
        if not self._asked:
            return ""
        name = name_of(self._asked)
        if self._button < 0:
            return NEW.format(name)
        return BUTTON.format(self._button + 1, len(REMOTE), name)

    def on_key(self, event: events.Key) -> None:
        """The answer, where a key is asked for."""
        if not self._asked:
            return
        event.stop()
        event.prevent_default()
        if event.key in ("escape", "ctrl+c"):
            self._ask("")
        elif event.key == "tab" and self._button >= 0:
            self._next_button("skipped.")
        else:
            self._take(pressed(event.key, self._asked, self._keyboard))

    def _ask(self, action: str, more: bool = False, button: int = -1, said: str = "") -> None:
        self._asked, self._more, self._button = action, more, button
        if action:
            self._place = _EVERY.index(action)
        self._read(said)

    def _next_button(self, said: str) -> None:
        button = self._button + 1
        if button < len(REMOTE):
            self._ask(REMOTE[button], True, button, said)
        else:
            self._ask("", said=f"{said} That was the last button.")

    def _take(self, key: Pressed) -> None:
        if key.refused:
            self._show(f"{key.refused}.")
        elif key.already and (self._more or self._keyboard.keys(self._asked) == (key.key,)):
            self._done(f"{key_sign(key.key)} is {name_of(self._asked)} already.")
        elif key.owners:
            choices = (Choice("k", "leave it there", False), Choice("t", "take it away there", True))
            dialog = ChooseDialog(clash_words(key), choices, by_itself=True)
            self.app.push_screen(dialog, lambda take: self._give(key) if take else self._show())
        else:
            self._give(key)

    def _give(self, key: Pressed) -> None:
        problem = self._shelf.give_keys(given(key, self._asked, self._keyboard, self._more))
        if problem:
            self._ask("", said=problem)
        else:
            self._done(f"{key_sign(key.key)} is {name_of(self._asked)}.")

    def _done(self, said: str) -> None:
        if self._button >= 0:
            self._next_button(said)
        else:
            self._ask("", said=said)

    def action_press(self) -> None:
        """Another key, instead of all there are."""
        self._ask(self._action)

    def action_add(self) -> None:
        """One more key."""
        self._ask(self._action, more=True)

    def action_remote(self) -> None:
        """Press each button of your remote."""
        self._ask(REMOTE[0], True, 0)

    def action_default(self) -> None:
        """The usual keys of the marked action."""
        self._read(self._shelf.forget("keys", [self._action]))

    def action_default_all(self) -> None:
        """The usual keys of all, after a question."""
        choices = (Choice("k", "keep mine", False), Choice("y", "all as usual", True))
        dialog = ChooseDialog("All keys as usual, really?", choices)
        self.app.push_screen(dialog, lambda sure: self._forget_all() if sure else None)

    def _forget_all(self) -> None:
        self._read(self._shelf.forget("keys", _EVERY))

    def action_move(self, by: int) -> None:
        """The action above or below."""
        self._place = (self._place + by) % len(_EVERY)
        self._show()
