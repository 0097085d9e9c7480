"""The thread that is on time.

Sounds are planned, not noticed: the thread sleeps to the next instant of the sheet and hands the sound over
itself, so that a busy screen cannot delay a beep (at p99 under load a sleeping thread was 1.6-5.4 ms late, a
timer of the screen's loop 4-49 ms; spinning for the last milliseconds was worse than sleeping: a thread that
burns its share is woken later). All that may block, players, processes, devices and files, is touched in this
thread alone; its callers only leave word, and never wait.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain
from typing import Protocol, TypeVar

from hiptimer.audio.agenda import SILENCE, Agenda, Order, Play, Refuse, Stop, Wake
from hiptimer.audio.clip import Clip, What
from hiptimer.audio.clips import Clips
from hiptimer.audio.priority import ask_for_priority
from hiptimer.audio.settings import SoundSettings
from hiptimer.audio.turns import LATE
from hiptimer.session.cues import Cue, Due, Spoken

LONGEST_WAIT = 1.0
"""Seconds between looks at the clock at most: it may count machine sleep, the system's wait does not."""
QUIET = 3.0
"""Seconds without a cue that are needed for looking after anything else."""
SOON = 0.05
"""Seconds between looks at what is being prepared."""
MAKING = 0.1
"""Seconds without a cue that are needed for making a clip: a long one takes 20 ms."""
GOODBYE = 1.0
"""Seconds `close` waits at most for the thread."""

T = TypeVar("T")


class Output(Protocol):
    """What the scheduler plays on, as `hiptimer.audio.chain.Chain` describes it."""

    def open(self) -> None:
        """Choose a player."""

    def prepare(self) -> bool:
        """Begin what can be done ahead, and come back at once; True: it is under way."""

    def play(self, clip: Clip, until: float) -> None:
        """Start `clip`, unless it is later than `until`."""

    def wake(self, silence: Clip) -> None:
        """Start what is not heard."""

    def poll(self) -> float | None:
        """See to what is under way; seconds until the next look."""

    def stop(self) -> None:
        """Cut what is sounding."""

    def not_heard(self) -> None:
        """Leave the player in use for another one."""

    def close(self) -> None:
        """Give everything back, at once; from any thread."""


class Scheduler:
    """Plays a cue sheet on time. Every method but `close` comes back at once, from any thread.

    `on_fault(error)` is called in the scheduler's thread for anything the output raises; the thread goes on.
    """

    def __init__(
        self,
        output: Output,
        clips: Clips,
        now: Callable[[], float],
        on_fault: Callable[[Exception], None],
        settings: SoundSettings,
        *,
        mute: bool = False,
    ) -> None:
        self._output = output
        self._clips = clips
        self._now = now
        self._on_fault = on_fault
        self._mute = mute
        self._level = settings.volume
        self._agenda = Agenda(muted=mute or not self._level, wakes=settings.wake, latency=settings.latency)
        self._orders: list[Order] = []
        self._closing = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="hiptimer-sound", daemon=True)
        self._thread.start()

    def replace(self, sheet: Sequence[Due | Spoken], zero: float) -> None:
        """Take `sheet` instead of the one before; `zero` is the clock's reading at session second 0.

        A sheet lists every sound from the start of the current phase on, those already past too.
        """
        with self._changed:
            self._agenda, order = self._agenda.adopt(sheet, zero, self._now())
            self._leave(order)

    def play(self, cue: Cue) -> None:
        """Play a cue that stands on no sheet, now, instead of what is sounding."""
        with self._changed:
            if not self._agenda.muted:
                self._leave(Play(cue, self._now() + LATE))

    def say(self, phrases: tuple[str, ...]) -> None:
        """Say something that stands on no sheet, as soon as nothing else sounds."""
        with self._changed:
            self._agenda = self._agenda.ask(phrases, self._now())
            self._leave(None)

    def mute(self, muted: bool) -> None:
        """True: cut what is sounding and hand nothing over until this is called with False."""
        with self._changed:
            self._mute = muted
            self._hush()

    def volume(self, level: int) -> None:
        """From 0, which is silence, to 10; from the next sound on."""
        with self._changed:
            self._level = level
            if level:
                self._clips.volume = level
            self._hush()

    def not_heard(self) -> None:
        """Go on with another player: this one works, but is not heard."""
        with self._changed:
            self._leave(Refuse())

    def close(self) -> None:
        """Cut what is sounding, end the thread and close the output; waits a second or so at most."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        if threading.current_thread() is not self._thread:
            self._thread.join(GOODBYE)
            if self._thread.is_alive():
                self._guarded(self._output.close)

    def _hush(self) -> None:
        muted = self._mute or not self._level
        cut = muted and not self._agenda.muted
        agenda = self._agenda.stopped(self._now()) if cut else self._agenda
        self._agenda = replace(agenda, muted=muted)
        self._leave(Stop() if cut else None)

    def _leave(self, order: Order | None) -> None:
        """Leave word for the thread, which looks at its agenda again in any case."""
        if order is not None:
            self._orders.append(order)
        self._changed.notify()

    def _run(self) -> None:
        self._guarded(self._output.open)
        ask_for_priority()
        while not self._closing:
            for order in self._due():
                self._carry_out(order)
            look = self._guarded(self._output.poll)
            if look is None and self._quiet(QUIET) and self._guarded(self._output.prepare):
                look = SOON
            if not self._make():
                self._sleep(look)
        self._guarded(self._output.close)

    def _due(self) -> list[Order]:
        """Take the word that was left, and what the sheet asks for now."""
        with self._changed:
            orders, self._orders = self._orders, []
            for order in orders:
                if isinstance(order, Play):
                    seconds = self._clips.seconds(order.what) or 0.0
                    self._agenda = self._agenda.started(order.what, self._now(), seconds)
            self._agenda, planned = self._agenda.step(self._now(), self._clips.seconds)
            return orders if planned is None else [*orders, planned]

    def _carry_out(self, order: Order) -> None:
        match order:
            case Play(what, until):
                clip = self._guarded(lambda: self._clips.clip(what))
                if clip is not None:
                    self._guarded(lambda: self._output.play(clip, until))
            case Wake():
                silence = self._guarded(lambda: self._clips.silence(SILENCE))
                if silence is not None:
                    self._guarded(lambda: self._output.wake(silence))
            case Stop():
                self._guarded(self._output.stop)
            case Refuse():
                self._guarded(self._output.not_heard)

    def _make(self) -> bool:
        """Make one clip that will be needed, while there is time; False: there is nothing to make."""
        what = self._unmade() if self._quiet(MAKING) else None
        if what is not None:
            self._guarded(lambda: self._clips.clip(what))
        return what is not None

    def _unmade(self) -> What | None:
        """What the sheet asks for first of all; then every cue, for a key can ask for it."""
        with self._changed:
            if self._agenda.muted:
                return None
            wanted = chain(self._agenda.ahead(self._now()), Cue)
            return next((what for what in wanted if not self._clips.ready(what)), None)

    def _quiet(self, seconds: float) -> bool:
        with self._changed:
            ahead = self._agenda.wait(self._now(), self._clips.seconds)
            return not self._orders and (ahead is None or ahead > seconds)

    def _sleep(self, look: float | None) -> None:
        """Wait for the next instant, the output's next look, or word from outside."""
        with self._changed:
            if self._orders or self._closing:
                return
            ahead = self._agenda.wait(self._now(), self._clips.seconds)
            self._changed.wait(min(s for s in (LONGEST_WAIT, ahead, look) if s is not None))

    def _guarded(self, call: Callable[[], T]) -> T | None:
        """A fault of the output is told, and costs one sound; it never ends the thread."""
        try:
            return call()
        except Exception as error:
            self._on_fault(error)
            return None
