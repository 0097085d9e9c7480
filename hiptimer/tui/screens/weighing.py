"""Which weight: one of those that are owned, or one that is typed; for both sides, or for one on request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from hiptimer.circuit.model import Side, Sides
from hiptimer.circuit.plan import Step
from hiptimer.tui.amount import Typing
from hiptimer.tui.screens.dialogs import Dialog
from hiptimer.tui.widgets.choice_list import ChoiceList
from hiptimer.tui.widgets.line import Line
from hiptimer.tui.words import name
from hiptimer.values import dataclass
from hiptimer.weights import Weights, weight_words


@dataclass(frozen=True, slots=True)
class Weighed:
    """An answer: kilograms, and whether they are for the side in question only."""

    kg: float
    one_side: bool


class WeightDialog(Dialog[Weighed | None]):
    """The weight of an exercise. It begins as it stands: split into sides where they differ already."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,left", "move(-1)", "Lighter", show=False),
        Binding("down,right,tab", "move(1)", "Heavier", show=False),
        Binding("space,enter,pagedown", "keep", "Keep", id="confirm"),
        Binding("x,X", "split", "Each side"),
        Binding("backspace", "erase", "Erase", show=False),
        Binding("escape,pageup", "dismiss_nothing", "Cancel"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 (Textual declares it so)
        (0, "-low"),
        (24, "-middle"),
    ]

    def __init__(self, step: Step, loads: Mapping[Side | None, float], weights: Weights) -> None:
        super().__init__()
        self._step = step
        self._weights = weights
        self._known = loads.get(step.side)
        self._choices = weights.choices(self._known)
        self._place = -1 if self._known is None else self._choices.index(self._known)
        """Of the marked choice; -1 where none is marked."""
        self._two_sided = step.exercise.sides is Sides.EACH
        self._one_side = len(loads) > 1 and len(set(loads.values())) > 1
        self._typing = Typing()

    def compose(self) -> ComposeResult:
        """Title, choices, what is typed, for which sides, keys."""
        with Vertical(classes="dialog -weight"):
            yield Static(classes="dialog-title")
            yield ChoiceList(len(self._choices))
            yield Line(classes="choice weight-typed")
            yield Static(classes="dialog-hint")
            keys = ("up/down choose   enter keep   escape back", "enter keep   escape back")
            yield (line := Line(classes="dialog-keys"))
            line.show(*keys)

    def on_mount(self) -> None:
        """Show how it stands."""
        self._show()

    def _show(self, problem: str = "") -> None:
        step = self._step
        title = name(step) if self._one_side else step.exercise.short
        self.query_one(".dialog-title", Static).update(Content(f"Weight for {title}"))
        typed, unit = self._typing.text, self._weights.unit
        texts = [weight_words(kg, unit) for kg in self._choices]
        self.query_one(ChoiceList).show(texts, -1 if typed else self._place)
        entry = self.query_one(".weight-typed", Line)
        entry.set_class(bool(typed), "-chosen")
        entry.show(f"> {typed}_ {unit}" if typed else f"  or type it, in {unit}")
        self.query_one(".dialog-hint", Static).update(Content(problem or self._sides()))

    def _sides(self) -> str:
        """For which sides it is, and how to change that."""
        if not self._two_sided:
            return ""
        one = f"{self._step.side} only   x both sides"
        return one if self._one_side else "both sides   x each side its own"

    def on_key(self, event: events.Key) -> None:
        """Digits."""
        if self._typing.take(event.character):
            event.stop()
            self._show()

    def action_move(self, by: int) -> None:
        """The next weight, lighter or heavier; what was typed is forgotten."""
        self._typing = Typing()
        last = len(self._choices) - 1
        self._place = max(0, min(last, self._place + by)) if self._place >= 0 else 0 if by > 0 else last
        self._show()

    def action_erase(self) -> None:
        """The last digit."""
        self._typing.erase()
        self._show()

    def action_split(self) -> None:
        """Each side has a weight of its own, or both have the same again."""
        self._one_side = self._two_sided and not self._one_side
        self._show()

    def action_keep(self) -> None:
        """The marked weight, or the one that is typed; or what is wrong with it."""
        most = self._weights.unit.most
        amount = self._typing.amount(0, most)
        if amount is not None:
            self.dismiss(Weighed(self._weights.meant(amount, self._known), self._one_side))
        elif self._typing.text:
            self._show(f"a number from 0 to {most}, please")
        elif self._place < 0:
            self._show("choose one with up and down, or type it")
        else:
            self.dismiss(Weighed(self._choices[self._place], self._one_side))
