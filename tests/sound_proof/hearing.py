"""Finds cues in a recording: which, and at which frame each begins."""

from __future__ import annotations

import math
import wave
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from hiptimer.audio.sounds import Sounds
from hiptimer.session.cues import Cue

from .pulse import RATE

QUIET = RATE // 100
"""Frames of silence before a tone."""
HEARD = 40
"""Amplitude from which on something is heard; of the tones it is a quarter of a percent."""
TONE = RATE // 8
"""Frames of a tone by which it is found."""
NEAR = round(0.35 * RATE)
"""Frames from its instant within which a cue is looked for."""
ALIKE = 0.8
"""Correlation from which on it is the cue: 1, less what the last tone of the one before drowns."""
LONGEST = 2 * RATE
"""Frames of what is heard that are compared with each cue and what follows it."""
STRIDE = 12
"""Every which frame is compared, at the same places of both: enough to tell the tones apart."""


@dataclass(frozen=True, slots=True)
class Found:
    """A cue in a recording."""

    frame: int
    cue: Cue
    likeness: float


@cache
def recorded(cue: Cue) -> array[int]:
    """The frames of a cue's file."""
    with wave.open(str(Sounds().path(cue)), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return array("h", file.readframes(file.getnframes()))


def onsets(frames: array[int]) -> list[int]:
    """Where something is heard after silence."""
    found, last = [], -QUIET
    for start in range(0, len(frames), QUIET):
        block = frames[start : start + QUIET]
        if max(block) < HEARD and min(block) > -HEARD:
            continue
        for place, value in enumerate(block, start):
            if abs(value) >= HEARD:
                if place - last > QUIET:
                    found.append(place)
                last = place
    return found


@cache
def tones(cue: Cue) -> tuple[int, ...]:
    """Where the tones of a cue's file begin."""
    return tuple(onsets(recorded(cue)))


def find(frames: array[int], heard: Sequence[int], near: int, length: int) -> Found | None:
    """The cue that is most like what begins about frame `near`, where `length` frames of it can be heard.

    Its tones are at exact distances, so that any onset of those that were `heard` may tell where it begins.
    Some begin alike: it is the one that leaves least of what is heard there unexplained, so that one whose
    end was cut off is not taken for a shorter one.
    """
    starts = {
        (onset - tone, cue)
        for cue in Cue
        for onset in heard
        for tone in tones(cue)
        if abs(onset - tone - near) <= NEAR and onset >= tone
    }
    found = [Found(start, cue, likeness(frames, start, cue, length)) for start, cue in starts]
    return max(found, key=lambda one: explained(frames, one, min(length, LONGEST)), default=None)


def explained(frames: array[int], one: Found, length: int) -> float:
    """Correlation of what is heard from its first frame on with the cue and the silence after it."""
    wanted, got = (some[:length:STRIDE] for some in (recorded(one.cue), frames[one.frame :]))
    return _correlation([*wanted, *[0] * (len(got) - len(wanted))], got)


def likeness(frames: array[int], start: int, cue: Cue, length: int) -> float:
    """Correlation of a recording with the first `length` frames of a cue's file, from -1 to 1."""
    wanted = recorded(cue)[:length:STRIDE]
    return _correlation(wanted, frames[start : start + STRIDE * len(wanted) : STRIDE])


def shift(frames: array[int], start: int, cue: Cue, tone: int) -> int:
    """How many frames later than in the file a tone of a cue is, that begins at frame `start`.

    Not by its onset: the server's recording of itself lacks a few milliseconds where a stream begins.
    """
    wanted = recorded(cue)[tone : tone + TONE : STRIDE]

    def alike(by: int) -> float:
        first = start + tone + by
        return _correlation(wanted, frames[first : first + STRIDE * len(wanted) : STRIDE])

    return max(range(-QUIET, QUIET), key=alike)


def _correlation(wanted: Sequence[int], got: Sequence[int]) -> float:
    if len(got) < len(wanted):
        return 0.0
    product = sum(a * b for a, b in zip(wanted, got, strict=True))
    return product / math.sqrt((_energy(wanted) or 1) * (_energy(got) or 1))


def _energy(values: Iterable[int]) -> int:
    return sum(value * value for value in values)
