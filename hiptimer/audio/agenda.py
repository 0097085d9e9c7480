"""What is to be heard next: the pure half of the scheduler. No thread, no clock, no device.

The session hands over every sound ahead of it, as if no key were ever pressed; each key hands over a new
sheet, which replaces the old one. So these things are decided here:

- A cue starts at its instant, whatever is sounding, once, and only if it is no more than `LATE` seconds
  late: a beep that comes late misleads. Several due at one look (after a stall) are one, the last.
- A count ("3-2-1") is a promise of what comes at its end. A sheet without it takes the promise back, and the
  count is cut at once. Every other sound says what has happened and rings out, the long tone at the end of a
  count-in included: the sheet of the work that it starts no longer holds the count.
- What is spoken begins only if it can end before the next cue, so that only a key can cut a syllable.
- A device that nothing has sounded on for a while is woken with silence ahead of the next sound.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile
from math import inf
from operator import attrgetter

from hiptimer.audio.clip import What
from hiptimer.audio.turns import LATE, PATIENCE, SLACK, Seconds, Wanted, in_time, is_due, same, turns
from hiptimer.session.cues import Cue, Due, Sheet, Spoken
from hiptimer.values import dataclass

PROMISES = {Cue.COUNT_IN: 3.0, Cue.COUNT_OUT: 3.0}
"""Cues that can be taken back, and for how many seconds from their start."""
ASLEEP = 4.0
"""Seconds of silence after which a device may have fallen asleep: sound servers take 5."""
WAKING = 1.3
"""Seconds before a sound at which the device is woken: the second of silence is over before it."""
WAKING_LATE = 0.15
"""Seconds the silence may be late; later, it could still be under way when the sound is due."""
SILENCE = 1.0
"""Seconds of silence that wake a device."""
NEAR = 10.0
"""Seconds within which what is ahead is looked at as a whole."""

_at = attrgetter("at")


@dataclass(frozen=True, slots=True)
class Play:
    """Hand this over now. It is of use up to `until` on the clock."""

    what: What
    until: float


@dataclass(frozen=True, slots=True)
class Wake:
    """Hand over a second of silence now."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Cut what is sounding."""


@dataclass(frozen=True, slots=True)
class Refuse:
    """Leave the player in use: it is not heard."""


Order = Play | Wake | Stop | Refuse
"""What is asked of the players."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The sheet in force and what has been done of it. All times are readings of one clock."""

    sheet: Sheet = ()
    """Each at the reading at which it is to be handed over, in order of time."""
    handed: Sheet = ()
    """What was handed over from any sheet, as long as it is not yet too late to be handed over again."""
    asked: Spoken | None = None
    """What is to be said once more."""
    promise: Due | None = None
    """The last planned cue, while it can still be taken back."""
    what: What | None = None
    """What was handed over last."""
    ends: float = -inf
    """When that has ended, or has been cut."""
    awake: float = -inf
    """When the device was last in use, if only for silence."""
    muted: bool = False
    wakes: bool = True
    """Whether a device is woken."""
    latency: float = 0.0
    """Seconds from handing over to hearing: everything is handed over that much earlier."""

    def adopt(self, sheet: Sequence[Due | Spoken], zero: float, now: float) -> tuple[Agenda, Stop | None]:
        """Replace the sheet; Stop where the new one takes back the count that is sounding.

        `zero` is the reading at session second 0.
        """
        moved = (_moved(item, zero - self.latency) for item in sheet)
        agenda = replace(self, sheet=tuple(sorted(moved, key=_at)))
        due = self.promise
        if due is None or same(due, agenda.sheet):
            return agenda, None
        if now < due.at + self.latency + PROMISES[due.cue] - SLACK:
            return agenda.stopped(now), Stop()
        return replace(agenda, promise=None), None

    def step(self, now: float, seconds: Seconds) -> tuple[Agenda, Play | Wake | None]:
        """What is to be handed over at `now`, and the agenda after it.

        `seconds` tells how long a sound is, and None for one that is not ready to be played.
        """
        if self.muted:
            return self._handed(self._past(now), now), None
        dues = [item for item in self._past(now) if isinstance(item, Due)]
        if dues:
            return self._cue(dues, now, seconds)
        wanted = turns(self._next(now), self.ends, now, seconds)
        if wanted and wanted[0].begin <= now and isinstance(wanted[0].item, Spoken):
            return self._words(wanted[0].item, now, seconds)
        waking = self._waking(wanted, now)
        if waking is not None and waking <= now:
            return replace(self, awake=now + SILENCE), Wake()
        return self, None

    def wait(self, now: float, seconds: Seconds) -> float | None:
        """Seconds until `step` has something to do; None: nothing ahead."""
        wanted = turns(self._next(now), self.ends, now, seconds)
        waking = self._waking(wanted, now)
        if waking is not None:
            return max(0.0, waking - now)
        return max(0.0, wanted[0].begin - now) if wanted else None

    def ask(self, phrases: tuple[str, ...], now: float) -> Agenda:
        """Say something as soon as nothing else sounds; not what is being said just now."""
        if self.muted or (self.what == phrases and now < self.ends):
            return self
        return replace(self, asked=Spoken(now, phrases, inf))

    def started(self, what: What, now: float, seconds: float) -> Agenda:
        """The agenda after a sound that no sheet knows has taken over."""
        ends = now + seconds
        return replace(self, promise=None, what=what, ends=ends, awake=max(self.awake, ends))

    def stopped(self, now: float) -> Agenda:
        """The agenda after what was sounding has been cut."""
        return replace(self, promise=None, what=None, ends=min(self.ends, now))

    def ahead(self, now: float) -> Iterator[What]:
        """All that may be handed over from now on, in order of time."""
        for item in self._fresh(now):
            yield item.cue if isinstance(item, Due) else item.phrases

    def _cue(self, dues: list[Due], now: float, seconds: Seconds) -> tuple[Agenda, Play]:
        last = dues[-1]
        agenda = self._handed(dues, now).started(last.cue, now, seconds(last.cue) or 0.0)
        promise = last if last.cue in PROMISES else None
        return replace(agenda, promise=promise), Play(last.cue, last.at + self.latency + LATE)

    def _words(self, item: Spoken, now: float, seconds: Seconds) -> tuple[Agenda, Play]:
        agenda = self._handed([item], now).started(item.phrases, now, seconds(item.phrases) or 0.0)
        return agenda, Play(item.phrases, now + LATE)

    def _waking(self, wanted: Sequence[Wanted], now: float) -> float | None:
        """When the device is to be woken; None: it need not be, or it is too late for it."""
        if not wanted or not self.wakes or self.muted or wanted[0].begin - self.awake < ASLEEP:
            return None
        at = wanted[0].begin - WAKING
        return at if now <= at + WAKING_LATE else None

    def _past(self, now: float) -> list[Due | Spoken]:
        """What is due, in order of time."""
        return list(takewhile(lambda item: is_due(item, now), self._fresh(now)))

    def _next(self, now: float) -> list[Due | Spoken]:
        """What may have the next turn, in order of time: nothing that comes after a cue, and of the rest
        nothing that is far off while something is near."""
        found: list[Due | Spoken] = []
        for item in self._fresh(now):
            if found and (isinstance(found[-1], Due) or item.at > now + NEAR):
                break
            found.append(item)
        return found

    def _fresh(self, now: float) -> Iterator[Due | Spoken]:
        """What is due now or ahead, in order of time, and was not handed over before."""
        if self.asked is not None and in_time(self.asked, now, self.latency):
            yield self.asked
        # the reps of a long set are some hundred items
        for item in islice(self.sheet, bisect_left(self.sheet, now - self.latency - PATIENCE, key=_at), None):
            if in_time(item, now, self.latency) and not same(item, self.handed):
                yield item

    def _handed(self, items: Sequence[Due | Spoken], now: float) -> Agenda:
        """The agenda that knows these were handed over, and has forgotten what can't come again."""
        kept = (item for item in self.handed if in_time(item, now, self.latency))
        asked = None if self.asked in items else self.asked
        return replace(self, handed=(*kept, *items), asked=asked)


def _moved(item: Due | Spoken, by: float) -> Due | Spoken:
    # written out: `replace` takes three times as long
    if isinstance(item, Due):
        return Due(item.at + by, item.cue)
    return Spoken(item.at + by, item.phrases, item.before + by, item.rank)
