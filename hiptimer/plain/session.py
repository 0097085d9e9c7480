"""A live session line by line: what comes in becomes events, what became of them is said.

The same runner, journal and sound as the full screen's. Nothing here reads or writes a terminal.
"""

from __future__ import annotations

from typing import Protocol

from hiptimer.keyboard import USUAL, Keyboard
from hiptimer.plain.acting import Acting
from hiptimer.plain.asking import Asking
from hiptimer.plain.changes import changes
from hiptimer.plain.keys import (
    Continued,
    Ended,
    Given,
    Key,
    Signalled,
    SoundChanged,
    Typed,
    meaning,
)
from hiptimer.plain.marks import marks
from hiptimer.plain.words import LEFT, place, whole
from hiptimer.progress.hints import NONE, Hints
from hiptimer.session import events as e
from hiptimer.session.ask import running
from hiptimer.session.estimate import minutes, seconds_left
from hiptimer.session.runner import Runner
from hiptimer.session.state import Phase, Session
from hiptimer.tui.audible import Audible
from hiptimer.tui.slept import slept_words
from hiptimer.weights import NONE_OWNED, Weights

LOOK_AGAIN = 1.0
"""Seconds between two looks while time runs; five would be taken for sleep."""
APART = 0.5
"""Seconds after a line in which no mark is due: it would repeat what was just said."""
CTRL_C, HANG_UP = 2, 1
"""The numbers of the signals that are told apart."""


class Console(Protocol):
    """What a session says its lines to."""

    keys: bool
    """Whether keys come one by one; else whole lines."""

    def say(self, line: str) -> None:
        """A line, at once."""

    def lines(self, wanted: bool) -> None:
        """From now on a whole line is wanted, to be seen while it is typed; or keys again."""


class PlainSession:
    """Leads through one session. `code` is its exit code, once it is over or left."""

    def __init__(
        self,
        runner: Runner,
        audible: Audible,
        console: Console,
        weights: Weights = NONE_OWNED,
        hints: Hints = NONE,
        keyboard: Keyboard = USUAL,
    ) -> None:
        self.code: int | None = None
        self._runner = runner
        self._console = console
        self._audible = audible
        self._weights = weights
        self._hints = hints
        self._asking = Asking(runner, console.say, self._close, weights)
        self._meaning = meaning(keyboard)
        self._acting = Acting(runner, audible, self._asking, console.say, hints, keyboard)
        self._told: Session = runner.session
        self._woke = runner.woke
        self._marked = 0.0
        """Until when the marks of this phase have been said."""
        self._notice = ""

    def begin(self) -> None:
        """Say where the session stands, and how to go on."""
        self._audible.listen_to(self._runner)
        if self._audible.problem:
            self._console.say(f"{self._audible.problem}.")
        session = self._runner.session
        about = minutes(seconds_left(session, self._runner.now(), holds=self._hints.holds))
        self._console.say(f"{whole(session)}, about {about} min left.")
        self._console.say(BIG_KEY if self._console.keys else BIG_LINE)
        self._say_place()

    def take(self, given: Given) -> None:
        """A key, a line, the end of the input, or what the system has to say."""
        self._runner.look()
        match given:
            case Key(key):
                self._key(key)
            case Typed(text):
                self._typed(text)
            case Ended():
                self._leave_later(0, f"The input has ended. {self._kept()}")
            case Signalled(number):
                self._signalled(number)
            case Continued():
                if self._told is self._runner.session:
                    self._say_place()
            case SoundChanged():
                word = self._audible.changed()
                if word:
                    self._console.say(f"{word}.")
        self.look()

    def look(self) -> None:
        """Let what ran out run out, and say what is new."""
        if self.code is not None:
            return
        self._runner.look()
        if self._asking.open is not None and running(self._runner.session):
            self._runner.send(e.Freeze())
        self._say_changes()
        self._say_marks()
        self._say_notice()
        self._console.lines(self._asking.open is not None and self._asking.open.line)

    def wait(self) -> float | None:
        """Seconds until the next look; None: nothing will happen by itself."""
        session, now = self._runner.session, self._runner.now()
        if not (running(session) or self._runner.trouble):
            return None
        instants = [mark.at for mark in marks(session) if mark.at > self._marked]
        if session.deadline is not None and session.frozen_at is None:
            instants.append(session.deadline)
        # a hair late, so that the instant has surely come
        return max(0.001, min([LOOK_AGAIN, *(at - now for at in instants)]) + 0.001)

    def save(self) -> None:
        """Whatever has ended the session: it stays open, to be resumed, unless it was left otherwise."""
        if self.code is None and self._runner.started:
            self._runner.send(e.Leave(e.Leaving.LATER))
        self._runner.close()

    def _key(self, key: str) -> None:
        question = self._asking.open
        if question is not None:
            self._asking.answer("" if key in ("enter", "space", "escape") else key)
        elif not self._acting.digit(key):
            meant = self._meaning.get(key)
            if meant is not None:
                self._acting.do(meant)
            else:
                self._console.say(f"{key} is no key here. {self._acting.help_key} tells the keys.")

    def _typed(self, text: str) -> None:
        """A line is a key, or its letter with the answers behind it; or a number; or an answer."""
        text = "".join(filter(str.isprintable, text)).strip()
        word, _, rest = text.partition(" ")
        if self._asking.open is not None:
            self._asking.answer(text)
        elif _is_number(word) and not rest:
            self._acting.correct(word)
        else:
            self._key(word.lower() or "enter")
            while rest and self._asking.open is not None:
                first, _, rest = (rest, "", "") if self._asking.open.line else rest.partition(" ")
                self._asking.answer(first)

    def _signalled(self, number: int) -> None:
        """Ctrl+C asks, where it can be answered, and leaves if it comes again; the others leave at once."""
        asked = self._asking.open is not None and self._asking.open.leaves
        if number == CTRL_C and self._console.keys and not asked:
            self._asking.dismiss()
            self._asking.leave()
        else:
            self._leave_later(128 + number, "" if number == HANG_UP else self._kept())

    def _kept(self) -> str:
        return self._asking.nothing_to_ask() or LEFT[e.Leaving.LATER]

    def _leave_later(self, code: int, word: str) -> None:
        """Without a question: nobody is there to answer it."""
        self._asking.dismiss()
        if self._runner.started:
            self._runner.send(e.Leave(e.Leaving.LATER))
        self._runner.retry()
        trouble = self._runner.trouble
        self._close(code or 1 if trouble else code, f"NOT SAVED: {trouble}." if word and trouble else word)

    def _close(self, code: int, word: str) -> None:
        self.code = code
        if word:
            self._console.say(word)

    def _say_place(self) -> None:
        self._console.say(place(self._runner.session, self._runner.now(), self._weights, self._hints))
        self._marked = self._runner.now() + APART

    def _say_changes(self) -> None:
        before, session, now = self._told, self._runner.session, self._runner.now()
        leaving = self._asking.open is not None and self._asking.open.leaves
        if session is before or leaving:
            return
        self._told = session
        self._acting.changed(before, session)
        if self._runner.woke > self._woke:
            self._woke = self._runner.woke
            self._console.say(slept_words(before, session))
        lines = list(changes(before, session, now, self._weights, self._hints))
        for line in lines:
            self._console.say(line)
        if session.phase is Phase.FINISHED is not before.phase:
            self._console.say(AT_THE_END)
        if lines:
            self._marked = now + APART

    def _say_marks(self) -> None:
        """Those that are due; of several, because the program was held up, only the newest."""
        now = self._runner.now()
        due = [mark for mark in marks(self._runner.session) if self._marked < mark.at <= now]
        if due:
            self._console.say(due[-1].words)
        self._marked = max(self._marked, now)

    def _say_notice(self) -> None:
        """What is wrong, once; and when it is over, if that matters."""
        trouble = self._runner.trouble
        unsaved = f"NOT BEING SAVED: {trouble}. Trying again every second."
        notice = unsaved if trouble else self._audible.notice
        if notice != self._notice:
            if self._notice.startswith("NOT") and not trouble:
                self._console.say("Saved again.")
            if notice:
                self._console.say(notice)
            self._notice = notice


BIG_KEY = "Enter or space is the one big key: start, done, go on. h tells how, ? all keys, q leaves."
BIG_LINE = (
    "One command a line. An empty line is the big key: start, done, go on. "
    "h tells how, ? all commands, q leaves."
)
AT_THE_END = "Enter closes. e: effort. o: pain. n: a note. a: one more round. u: take it back."


def _is_number(word: str) -> bool:
    """Whether it is a number, as `28`, `28.5` or `28,5`; a dot alone is a key."""
    whole, _, tenths = word.replace(",", ".").partition(".")
    return whole.isdecimal() and (not tenths or tenths.isdecimal())
