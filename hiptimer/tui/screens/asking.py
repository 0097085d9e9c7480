"""What a session asks the user about in dialogs: weight, pain, note, skip, effort, leaving."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from textual.screen import Screen

from hiptimer.circuit.model import Count
from hiptimer.session import events as e
from hiptimer.session.advice import (
    Advice,
    advice,
    advice_words,
    in_timed_set,
    reps_logged,
    weighable,
    weighs_logged,
)
from hiptimer.session.ask import counting, focus, loads_of
from hiptimer.session.runner import Runner
from hiptimer.session.state import Phase
from hiptimer.tui.keys import keyboard_in
from hiptimer.tui.screens.dialogs import Choice, ChooseDialog, EntryDialog, ScaleDialog, instead_choices
from hiptimer.tui.screens.jump import JumpDialog
from hiptimer.tui.screens.weighing import Weighed, WeightDialog
from hiptimer.tui.words import side_words
from hiptimer.weights import NONE_OWNED, Weights

T = TypeVar("T")

PAIN_LINES = ("0-3  carry on", "4-5  ease off", "6-10 sharp, or giving way: stop this exercise")
RESERVE_LINES = ("none", "one", "two", "three or more")
EFFORT_LINES = ("0 rest   3 moderate   5 hard   7 very hard   10 as hard as it gets",)


class Asking(Screen[None]):
    """The dialogs of a session screen. A dialog freezes a countdown, never a set."""

    runner: Runner
    asking = 0
    """How many dialogs are open."""
    weights: Weights = NONE_OWNED
    logged = True
    """False for a trial, which leaves no trace: there is nothing to ask when it is left."""

    def say(self, message: str) -> None:
        """Show a message for a few seconds."""
        raise NotImplementedError

    def ask_frozen(self, dialog: Screen[T | None], answer: Callable[[T], object]) -> None:
        """Open a dialog; a countdown stands still until it is closed, one that begins meanwhile too."""
        self.asking += 1
        self.runner.send(e.Freeze())

        def closed(result: T | None) -> None:
            self.asking -= 1
            self.runner.bounced()  # the key that closed it may bounce
            self.runner.send(e.Thaw())
            if result is not None:
                answer(result)

        self.app.push_screen(dialog, closed)

    def action_count(self) -> None:
        """Who counts reps: key, pace, tap."""
        ways = list(Count)
        way = ways[(ways.index(counting(self.runner.session)) + 1) % len(ways)]
        if self.runner.send(e.CountBy(way)):
            words = {Count.KEY: "you count", Count.PACE: "the app counts", Count.TAP: "one press a rep"}
            self.say(f"reps: {words[way]}")

    def action_skip(self) -> None:
        """Skip the coming set at once; a current one after a question."""
        session = self.runner.session
        if session.shown_phase in (Phase.SWITCH, Phase.REST):
            skipped = f"{session.step.exercise.short}{side_words(session.step)}"
            if self.runner.send(e.Skip()):
                self.say(f"{skipped} skipped; {keyboard_in(self).sign('undo')} takes it back")
        elif session.phase is not Phase.FINISHED:
            self._ask_skip()

    def _ask_skip(self) -> None:
        session = self.runner.session
        exercise = session.step.exercise
        choices: list[Choice[e.Event]] = [
            Choice("s", "this set", e.Skip(session.cursor)),
            Choice("e", f"{exercise.short} for today", e.Drop(exercise.id)),
            *instead_choices(session, exercise),
        ]
        self.ask_frozen(ChooseDialog(f"Skip {exercise.short}?", choices), self._skip_answered)

    def _skip_answered(self, event: e.Event) -> None:
        if not self.runner.send(event):
            self.say("it is done already")

    def action_jump(self) -> None:
        """The list of today's sets, to jump to one, to exchange or to move an exercise."""
        if self.runner.session.phase is not Phase.FINISHED:
            self.ask_frozen(JumpDialog(self.runner, self.weights.unit), self._jump)

    def _jump(self, step: int) -> None:
        if step != self.runner.session.cursor and not self.runner.send(e.Jump(step)):
            self.say("the session is over")

    def action_weight(self) -> None:
        """The weight of the set just done, or of the one coming."""
        session = self.runner.session
        match weighable(session):
            case ():
                self.say("weight: after the set")
            case (index,):
                self._ask_weight(index)
            case (coming, done):
                named = [
                    f"{step.exercise.short}{side_words(step)}"
                    for step in (session.steps[coming], session.steps[done])
                ]
                choices = (
                    Choice("c", f"{named[0]}, coming", coming),
                    Choice("d", f"{named[1]}, just done", done),
                )
                self.ask_frozen(ChooseDialog("Weight for which set?", choices), self._ask_weight)

    def _ask_weight(self, index: int) -> None:
        session = self.runner.session
        step = session.steps[index]
        dialog = WeightDialog(step, loads_of(session, step.exercise), self.weights)
        self.ask_frozen(dialog, lambda answer: self._weigh(answer, index))

    def _weigh(self, answer: Weighed, index: int) -> None:
        logged = weighs_logged(self.runner.session, index)
        self.runner.send(e.Weigh(answer.kg, logged, answer.one_side))

    def action_pain(self) -> None:
        """Pain of the set in focus."""
        index = focus(self.runner.session)
        if index is None:
            return
        step = self.runner.session.steps[index]
        title = f"Pain in {step.exercise.short}{side_words(step)}, 0 to 10"
        self.ask_frozen(ScaleDialog(title, PAIN_LINES), lambda level: self._pain_told(level, index))

    def _pain_told(self, level: int, index: int) -> None:
        session = self.runner.session
        exercise = session.steps[index].exercise
        self.runner.send(e.Pain(level))
        told = advice(level)
        said = advice_words(level, session, index)
        self.say(f"pain {level} noted" if told is Advice.CARRY_ON else said)
        if told is Advice.STOP and self.runner.session.phase is not Phase.FINISHED:
            choices = (
                Choice("e", f"no more {exercise.short} today", True),
                Choice("k", "keep it", False),
            )
            dialog = ChooseDialog(f"Pain {level}: stop {exercise.short}.", choices, by_itself=True)
            self.ask_frozen(dialog, lambda stop: stop and self.runner.send(e.Drop(exercise.id)))

    def action_reserve(self) -> None:
        """Reps there would have been after the set just logged."""
        session = self.runner.session
        if session.logged is not None and reps_logged(session):
            step = session.steps[session.logged]
            choices = tuple(
                Choice(f"{reps}", RESERVE_LINES[reps], reps) for reps in range(len(RESERVE_LINES))
            )
            title = f"{step.exercise.short}{side_words(step)}: how many more could you have done?"
            dialog = ChooseDialog(title, choices)
            self.ask_frozen(dialog, lambda reps: self.runner.send(e.Reserve(reps)))

    def action_note(self) -> None:
        """A note on the set in focus."""
        index = focus(self.runner.session)
        if in_timed_set(self.runner.session):
            self.say("note: after the set")
        elif index is not None:
            step = self.runner.session.steps[index]
            remark = self.runner.session.remarks.get(index)
            dialog = EntryDialog(
                f"Note on {step.exercise.short}{side_words(step)}",
                "one line, for yourself or your physio",
                (remark.note if remark else None) or "",
            )
            self.ask_frozen(dialog, lambda text: self.runner.send(e.Note(text)))

    def action_effort(self) -> None:
        """How hard the whole session was."""
        if self.runner.session.phase is Phase.FINISHED:
            dialog = ScaleDialog("How hard was the whole session, 0 to 10?", EFFORT_LINES)
            self.ask_frozen(dialog, lambda level: self.runner.send(e.Effort(level)))

    def action_leave(self) -> None:
        """Resume later, finish as partial, discard, or keep going."""
        if self.runner.session.phase is Phase.FINISHED or not (self.runner.started and self.logged):
            self.close_saved()
            return
        choices = (
            Choice("r", "resume later", e.Leaving.LATER),
            Choice("f", "finish here, as partial", e.Leaving.PARTIAL),
            Choice("d", "discard this session", e.Leaving.DISCARD),
            Choice("k", "keep going", None),
        )
        self.ask_frozen(ChooseDialog("Leave the session?", choices), self._leave)

    def _leave(self, how: e.Leaving) -> None:
        if how is e.Leaving.DISCARD:
            sure = (Choice("k", "keep it", False), Choice("y", "discard it", True))
            self.ask_frozen(ChooseDialog("Discard it, really?", sure), self._discard)
        else:
            self._leave_now(how)

    def _discard(self, sure: bool) -> None:
        if sure:
            self._leave_now(e.Leaving.DISCARD)

    def _leave_now(self, how: e.Leaving) -> None:
        self.runner.send(e.Leave(how))
        if how is not e.Leaving.PARTIAL or not self.runner.session.outcomes:
            self.close_saved()  # else there is a summary to be seen, and closed

    def close_saved(self) -> None:
        """Close the session, but not before the user knows if something of it could not be saved."""
        self.runner.retry()
        if self.runner.trouble is None or not self.runner.started:
            self.close_session()
            return
        choices = (
            Choice("t", "try again", False),
            Choice("l", "leave, and lose what is not saved", True),
        )
        dialog = ChooseDialog(f"Not saved: {self.runner.trouble}", choices)
        self.ask_frozen(dialog, lambda lose: self.close_session() if lose else self.close_saved())

    def close_session(self) -> None:
        """The session is over for now."""
        raise NotImplementedError
