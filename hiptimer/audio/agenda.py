"""What is to be heard next: the pure half of the scheduler. No thread, no clock, no device.

The session hands over every sound ahead of it, as if no key were ever pressed; each key hands over a new
sheet, which replaces the old one. So three things are decided here:

- A cue is played once, and only if it is no more than `LATE` seconds late: a beep that comes late misleads.
- A count ("3-2-1") is a promise of what comes at its end. A sheet without it takes the promise back, and the
  count is cut at once. Every other sound says what has happened and rings out, the long tone at the end of a
  count-in included: the sheet of the work that it starts no longer holds the count.
- Several cues due at one look (after a stall) are one sound, the last: each would cut the one before.

A device that has to be woken before a group of cues is one more instant to wait for: `wait` and `step` are
where it belongs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hiptimer.session.cues import Cue, Due

LATE = 0.25
"""Seconds after which a cue is dropped instead of played."""
PROMISES = {Cue.COUNT_IN: 3.0, Cue.COUNT_OUT: 3.0}
"""Cues that can be taken back, and for how many seconds from their start."""
SLACK = 0.002
"""Seconds by which float arithmetic and a clock may disagree about "three seconds later"."""


@dataclass(frozen=True, slots=True)
class Play:
    """Hand `cue` over now. It is of use up to `until` on the clock."""

    cue: Cue
    until: float


@dataclass(frozen=True, slots=True)
class Stop:
    """Cut what is sounding."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The sheet in force and what has been done of it. All times but `Due.at` are readings of one clock."""

    sheet: tuple[Due, ...] = ()
    zero: float = 0.0
    """The reading at session second 0."""
    played: tuple[Due, ...] = ()
    """Cues of any sheet that were handed over, as long as they are not yet too late to be played again."""
    sounding: Due | None = None
    """The last planned cue, while it can still be taken back."""
    muted: bool = False

    def adopt(self, sheet: Sequence[Due], zero: float, now: float) -> tuple[Agenda, Stop | None]:
        """Replace the sheet; Stop where the new one takes back the count that is sounding."""
        agenda = replace(self, sheet=tuple(sorted(sheet, key=lambda due: due.at)), zero=zero)
        due = self.sounding
        if due is None or _among(due, agenda.sheet):
            return agenda, None
        promised = now < self.zero + due.at + PROMISES[due.cue] - SLACK
        return replace(agenda, sounding=None), Stop() if promised else None

    def step(self, now: float) -> tuple[Agenda, Play | None]:
        """What is to be handed over at `now`, and the agenda after it."""
        due = [d for d in self._fresh(now) if self.zero + d.at <= now]
        if not due:
            return self, None
        last = due[-1]
        agenda = replace(
            self,
            played=(*(d for d in self.played if self._in_time(d, now)), *due),
            sounding=last if last.cue in PROMISES and not self.muted else None,
        )
        return agenda, None if self.muted else Play(last.cue, self.zero + last.at + LATE)

    def silenced(self) -> Agenda:
        """The agenda after a sound was cut, or taken over by one that no sheet knows."""
        return replace(self, sounding=None)

    def wait(self, now: float) -> float | None:
        """Seconds until `step` has something to do; None: nothing ahead."""
        return min((max(0.0, self.zero + d.at - now) for d in self._fresh(now)), default=None)

    def _fresh(self, now: float) -> list[Due]:
        """What is due now or ahead, in order of time, and was not handed over before."""
        return [d for d in self.sheet if self._in_time(d, now) and not _among(d, self.played)]

    def _in_time(self, due: Due, now: float) -> bool:
        return now <= self.zero + due.at + LATE


def _among(due: Due, others: Sequence[Due]) -> bool:
    return any(due.cue is other.cue and abs(due.at - other.at) < SLACK for other in others)
