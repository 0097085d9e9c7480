"""What the keys of a session do at once; those that ask go through `asking`."""

from __future__ import annotations

from collections.abc import Callable

from hiptimer.keyboard import USUAL, Keyboard
from hiptimer.plain.asking import Asking
from hiptimer.plain.jumping import Jumping
from hiptimer.plain.keys import bound_now
from hiptimer.plain.words import name, place, sentences
from hiptimer.progress.hints import NONE, Hints
from hiptimer.session import events as e
from hiptimer.session.edits import most
from hiptimer.session.keys import TEMPO_STEP, TWICE, counting_next
from hiptimer.session.machine import takes_numbers
from hiptimer.session.refusals import NO_CORRECTION, NO_DIRECTIONS, NO_SUGGESTION, NO_UNDO, refused
from hiptimer.session.runner import Runner
from hiptimer.session.state import AFTER_A_SET, Phase, Session
from hiptimer.tui.audible import Audible
from hiptimer.tui.earlier import offer


class Acting:
    """The keys of one session, by the ids that `keys.BOUND` gives them."""

    def __init__(
        self,
        runner: Runner,
        audible: Audible,
        asking: Asking,
        say: Callable[[str], None],
        hints: Hints = NONE,
        keyboard: Keyboard = USUAL,
    ) -> None:
        self._bound = bound_now(keyboard)
        self.help_key = keyboard.sign("help")
        self._runner = runner
        self._audible = audible
        self._asking = asking
        self._say = say
        self._hints = hints
        self._jumping = Jumping(runner, asking, say)
        self._typed = ""
        self._row = 0
        """Which direction of the set just logged a correction is meant for."""
        self._deeds = {**self._of_the_set(), **self._of_the_session()}

    def _of_the_set(self) -> dict[str, Callable[[], None]]:
        return {
            "press": self._press,
            "undo": self._undo,
            "pause": lambda: self._send(e.Pause()),
            "redo": lambda: self._send(e.Redo()),
            "skip": self._asking.skip,
            "jump": self._jumping.ask,
            "more": lambda: self._send(e.Nudge(1, self._row)),
            "less": lambda: self._send(e.Nudge(-1, self._row)),
            "direction-back": lambda: self._direction(-1),
            "direction-on": lambda: self._direction(1),
            "longer": lambda: self._extend(15),
            "shorter": lambda: self._extend(-15),
            "swap": lambda: self._send(e.Swap()),
        }

    def _of_the_session(self) -> dict[str, Callable[[], None]]:
        return {
            "add-round": lambda: self._send(e.AddRound()),
            "count": self._count,
            "end": lambda: self._send(e.End()),
            "weight": self._asking.weight,
            "take": self._take,
            "reserve": self._asking.reserve,
            "pain": self._asking.pain,
            "note": self._asking.note,
            "effort": self._asking.effort,
            "how": self._how,
            "again": self._again,
            "voice": lambda: self._say(f"Voice: {self._audible.next_voice(self._runner)}."),
            "mute": self._mute,
            "help": self._help,
            "leave": self._asking.leave,
        }

    def do(self, id: str) -> None:
        """What the key of this id is for."""
        self._deeds[id]()

    def digit(self, key: str) -> bool:
        """Whether the key belongs to a number that is being typed; enter keeps it, escape forgets it."""
        if (key.isdecimal() and takes_numbers(self._runner.session)) or (self._typed and key in (".", ",")):
            self._typed += key
        elif not self._typed:
            return False
        elif key == "enter":
            self._runner.bounced()  # enter is a big key, too
            self.correct(self._typed)
        elif key == "backspace":
            self._typed = self._typed[:-1]
        elif key == "escape":
            self._typed = ""
        else:
            return False
        return True

    def correct(self, typed: str) -> None:
        """The value just logged, or the target, is this one."""
        self._typed = ""
        if not takes_numbers(self._runner.session):
            self._say(sentences(NO_CORRECTION))
            return
        value = self._asking.number(typed, most(self._runner.session, self._row))
        if value is not None:
            self._send(e.Enter(value, self._row))

    def changed(self, before: Session, after: Session) -> None:
        """A number that was being typed, or a direction chosen, is for the set it was meant for."""
        if before.logged != after.logged:
            self._row = 0
        if before.shown_phase != after.shown_phase:
            self._typed = ""

    def _send(self, event: e.Event) -> None:
        if not self._runner.send(event):
            self._say(sentences(refused(event)))

    def _press(self) -> None:
        session = self._runner.session
        if session.phase is not Phase.FINISHED:
            self._runner.press()
        elif not self._runner.bounced() and self._runner.now() - session.since >= TWICE:
            self._asking.close_saved()

    def _undo(self) -> None:
        self._say("Taken back." if self._runner.undo() else sentences(NO_UNDO))

    def _direction(self, by: int) -> None:
        session = self._runner.session
        made = session.outcomes.get(session.logged, ()) if session.logged is not None else ()
        if session.logged is None or len(made) < 2 or session.shown_phase not in AFTER_A_SET:
            self._say(sentences(NO_DIRECTIONS))
            return
        self._row = (self._row + by) % len(made)
        step = session.steps[session.logged]
        self._say(f"To correct: {name(step)}, {step.exercise.directions[self._row]}, {made[self._row].reps}.")

    def _extend(self, seconds: int) -> None:
        slower = TEMPO_STEP if seconds > 0 else -TEMPO_STEP
        if not self._runner.send(e.Tempo(slower)):
            self._send(e.Extend(float(seconds)))

    def _take(self) -> None:
        taken = offer(self._runner.session, self._hints)
        if taken is None or not self._runner.send(taken):
            self._say(sentences(NO_SUGGESTION))

    def _count(self) -> None:
        self._send(e.CountBy(counting_next(self._runner.session)))

    def _mute(self) -> None:
        self._audible.toggle_mute()
        self._say("Sound off." if self._audible.muted else "Sound on.")

    def _again(self) -> None:
        self._audible.say_again(self._runner)
        self._say(place(self._runner.session, self._runner.now(), self._asking.weights, self._hints))

    def _how(self) -> None:
        exercise = self._runner.session.step.exercise
        tips = exercise.tips
        self._say(f"HOW: {sentences(exercise.name, *tips.how, tips.stop)}")
        for title, lines in (("Set up", tips.setup), ("At work", tips.work)):
            if lines:
                self._say(f"{title}: {sentences(*lines)}")

    def _help(self) -> None:
        for bound in self._bound:
            self._say(f"{' '.join(bound.keys)}: {bound.does}")
        self._say("a number, then enter: what was just logged, or the target")
