"""The weights a runner owns: added, removed, in kg or lb, fixed or adjustable; a change is kept at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from hiptimer.tui.amount import Typing
from hiptimer.tui.keys import THEME_KEY, keyboard_in
from hiptimer.tui.screens.listing import Listing
from hiptimer.tui.terminal import set_title
from hiptimer.tui.widgets.block_text import BlockText
from hiptimer.tui.widgets.choice_list import ChoiceList
from hiptimer.tui.widgets.line import Line, foot
from hiptimer.weights import LEAST, MOST_OWNED, Weights, weight_words

CLAIMS = ("what you lift with: in a session, {} offers these", "{}, in a session, offers these")
FIXED = ('a  they all stand ready: before a set, "take {}"', 'a  fixed: "take {}"')
ADJUSTABLE = ('a  one weight that is adjusted: before a set, "set it to {}"', 'a  adjusted: "set it to {}"')


class WeightsScreen(Listing):
    """Shows and changes what is owned. `changed` is told each change; it says why it could not be kept."""

    CSS_PATH = "../weights.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space,enter,pagedown", "press", "Back", id="weights-press",
            tooltip="add what is typed; else back",
        ),
        Binding("up", "move(-1)", "Up", id="weights-up", tooltip="mark another weight"),
        Binding("down,tab", "move(1)", "Down", id="weights-down", tooltip="mark another weight"),
        Binding("x,X,delete", "remove", "Remove", id="weights-remove", tooltip="the marked weight"),
        Binding("u,U", "unit", "kg or lb", id="weights-unit", tooltip="how weights are shown and typed"),
        Binding("a,A", "adjustable", "Adjustable", id="weights-adjustable", tooltip="one weight, or several"),
        Binding("backspace", "erase", "Erase", id="weights-erase", tooltip="the last digit"),
        THEME_KEY,
        Binding("question_mark,f1", "help", "Keys", id="weights-help", tooltip="all keys"),
        Binding("escape,q,Q,ctrl+c", "back", "Back", id="weights-back", tooltip="all is kept already"),
    ]  # fmt: skip
    DIGITS = "the weight to add, then enter"

    def __init__(self, weights: Weights, changed: Callable[[Weights], str]) -> None:
        super().__init__()
        self._weights = weights
        self._changed = changed
        self._place = 0
        """Of the marked weight."""
        self._typing = Typing()

    def compose(self) -> ComposeResult:
        """Heading, the weights, what is typed, unit and kind, what is wrong; keys."""
        yield BlockText("WEIGHTS", id="weights-heading")
        yield Line(id="weights-claim")
        with Vertical(id="weights"):
            yield ChoiceList(MOST_OWNED, id="weights-list")
            yield Line(id="weights-typed", classes="choice")
            yield Line(id="weights-unit")
            yield Line(id="weights-kind")
            yield Line(id="weights-said")
        yield foot()

    def on_mount(self) -> None:
        """Show what is owned."""
        key = keyboard_in(self).sign("weight")
        self.query_one("#weights-claim", Line).show(*(claim.format(key) for claim in CLAIMS))
        set_title(self.app, "hiptimer: weights")
        self._show()

    def _show(self, said: str = "") -> None:
        weights, typed = self._weights, self._typing.text
        texts = [weight_words(kg, weights.unit) for kg in weights.owned]
        self.query_one(ChoiceList).show(texts, -1 if typed or not texts else self._place)
        entry = self.query_one("#weights-typed", Line)
        entry.set_class(bool(typed), "-chosen")
        add = f"type a number, in {weights.unit}, to add a weight"
        entry.show(
            *((f"> {typed}_ {weights.unit}",) if typed else (f"  {add}", f"  type a number: {weights.unit}"))
        )
        self.query_one("#weights-unit", Line).show(f"u  shown and typed in {weights.unit}")
        example = weight_words(weights.owned[self._place] if weights.owned else 8.0, weights.unit)
        kinds = ADJUSTABLE if weights.adjustable else FIXED
        self.query_one("#weights-kind", Line).show(*(kind.format(example) for kind in kinds))
        self.query_one("#weights-said", Line).show(said)
        self.show_foot("SPACE Add" if typed else "SPACE Back", self._useful_now(), 2 if typed else 1)

    def _useful_now(self) -> Sequence[str]:
        """The keys that do something now, by their ids."""
        if self._typing.text:
            return ["weights-erase", "weights-unit", "weights-adjustable", "weights-back", "weights-help"]
        remove = ["weights-remove"] if self._weights.owned else []
        return [*remove, "weights-unit", "weights-adjustable", "weights-help"]

    def on_key(self, event: events.Key) -> None:
        """Digits."""
        if self._typing.take(event.character):
            event.stop()
            self._show()

    def action_press(self) -> None:
        """Add what is typed; else go back."""
        if self._typing.text:
            self._add()
        else:
            self.dismiss()

    def _add(self) -> None:
        unit, owned = self._weights.unit, self._weights.owned
        amount = self._typing.amount(LEAST, unit.most)
        if amount is None:
            self._show(f"a number from {LEAST} to {unit.most}, please")
            return
        kg = self._weights.meant(amount)
        self._typing = Typing()
        if kg in owned:
            self._place = owned.index(kg)
            self._show(f"{weight_words(kg, unit)} is there already")
        elif len(owned) == MOST_OWNED:
            self._show(f"{MOST_OWNED} weights are the most there can be")
        else:
            more = self._weights.with_one(kg)
            self._place = more.owned.index(kg)
            self._change(more)

    def _change(self, weights: Weights) -> None:
        """From now on; and in the settings, if they can be written."""
        self._weights = weights
        self._place = max(0, min(len(weights.owned) - 1, self._place))
        self._show(self._changed(weights))

    def action_remove(self) -> None:
        """The marked weight is not owned any more."""
        if self._weights.owned and not self._typing.text:
            self._change(self._weights.without(self._weights.owned[self._place]))

    def action_unit(self) -> None:
        """The other unit; the weights stay what they are."""
        self._change(replace(self._weights, unit=self._weights.unit.other))

    def action_adjustable(self) -> None:
        """One adjustable weight, or several fixed ones."""
        self._change(replace(self._weights, adjustable=not self._weights.adjustable))

    def action_move(self, by: int) -> None:
        """The weight above or below; what was typed is forgotten."""
        self._typing = Typing()
        if self._weights.owned:
            self._place = (self._place + by) % len(self._weights.owned)
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
