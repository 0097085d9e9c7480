"""Makes the sound of every cue: `python assets/make_sounds.py [DIRECTORY]`.

Same bytes on every platform and Python: only operations that IEEE 754 rounds in one way are used
(+ - * /, square root, `math.fsum`). The system's `sin` differs in the last bit between C libraries, and
`sum` of floats between Python 3.11 and 3.12, so neither appears here.

Cues differ in rhythm as well as in pitch, to be told apart over music and by people who hear high tones
badly. Their energy lies between 800 Hz and 3 kHz, where small laptop speakers are loudest.
"""

from __future__ import annotations

import math
import sys
import wave
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

RATE = 48_000
"""Samples a second."""
LEVEL = 0.38
"""Root mean square of a note, full scale being 1: loud, and no peak is cut off."""
SOFT = 0.1
"""The same for the tick, which comes again and again."""
ATTACK = 288
"""Samples (6 ms) a note takes to rise: short enough to be exact, long enough not to click."""
TAIL = 960
"""Samples (20 ms) of silence after the last note: some players swallow the very end of a file."""
TOP = 3_000
"""Hertz: overtones at or above this are left out."""
OVERTONES = (1.0, 0.5, 0.3)
"""Strength of the fundamental and of its multiples."""


@dataclass(frozen=True, slots=True)
class Note:
    """One tone: when it begins and how long it is, in milliseconds, and its pitch in hertz."""

    at: int
    length: int
    pitch: int
    level: float = LEVEL


def line(*notes: tuple[int, int, int], at: int = 0) -> tuple[Note, ...]:
    """Notes one after another, each given as (pitch in Hz, length in ms, pause after it in ms)."""
    made = []
    for pitch, length, pause in notes:
        made.append(Note(at, length, pitch))
        at += length + pause
    return tuple(made)


def done(*motif: tuple[int, int, int]) -> tuple[Note, ...]:
    """The low double tone "done", then after a breath the motif that says what follows."""
    return line((880, 150, 60), (880, 190, 160), *motif)


CUES: dict[str, tuple[Note, ...]] = {
    "count-in": (Note(0, 140, 1047), Note(1000, 140, 1047), Note(2000, 140, 1047), Note(3000, 620, 1760)),
    "count-out": (Note(0, 90, 1397), Note(1000, 90, 1245), Note(2000, 90, 1109)),
    "go": line((1760, 620, 0)),
    "ready": line((1047, 90, 50), (1047, 90, 50), (1568, 420, 0)),
    "done": done(),
    "done-switch": done((1175, 80, 30), (1568, 80, 30), (1175, 80, 30), (1568, 80, 0)),
    "done-rest": done((1319, 300, 60), (988, 620, 0)),
    "done-round": done((988, 170, 90), (1245, 170, 90), (1480, 170, 90), (1245, 170, 0)),
    "done-finished": done(
        (1047, 100, 50), (1047, 100, 50), (1047, 100, 50), (1397, 320, 60), (1175, 140, 40), (1760, 800, 0)
    ),
    "halfway": line((1480, 260, 90), (1480, 90, 0)),
    "tick": (Note(0, 35, 1200, SOFT),),
    "reverse": line((1865, 70, 10), (1397, 70, 10), (1047, 70, 10), (1397, 70, 10), (1865, 70, 0)),
    "still": line((1109, 330, 40), (1661, 130, 420), (1109, 330, 40), (1661, 130, 0)),
    "paused": line((1319, 130, 120), (880, 380, 0)),
    "test": line((880, 200, 100), (1109, 200, 100), (1319, 200, 100), (1760, 200, 0)),
}
"""What each cue is made of, by the name of its file."""


def sine(turns: float) -> float:
    """Sine of `turns` whole turns, 0 <= turns < 1, by its Taylor series (error below 1e-7)."""
    if turns > 0.75:
        turns -= 1.0
    elif turns > 0.25:
        turns = 0.5 - turns
    x = turns * 6.283185307179586
    xx = x * x
    inner = 1.0 - xx / 42.0 * (1.0 - xx / 72.0 * (1.0 - xx / 110.0))
    return x * (1.0 - xx / 6.0 * (1.0 - xx / 20.0 * inner))


def smooth(x: float) -> float:
    """From 0 at 0 to 1 at 1 without a corner at either end, which would be heard as a click."""
    return x * x * (3.0 - 2.0 * x)


def envelope(n: int, length: int) -> float:
    """Loudness at sample `n` of `length`: a quick rise, a slow fall, a soft end over the last third."""
    rise = smooth(min(1.0, n / ATTACK))
    end = smooth(min(1.0, 3.0 * (length - n) / length))
    return rise * end * (1.0 - 0.4 * n / length)


def tone(note: Note) -> list[float]:
    """The samples of one note, scaled so that its root mean square is the note's level."""
    length = note.length * RATE // 1000
    parts = [(k, s) for k, s in enumerate(OVERTONES, 1) if note.pitch * k < TOP]
    shape = [
        envelope(n, length) * math.fsum(s * sine(note.pitch * k * n % RATE / RATE) for k, s in parts)
        for n in range(length)
    ]
    scale = note.level / math.sqrt(math.fsum(v * v for v in shape) / length)
    return [scale * v for v in shape]


def render(notes: Sequence[Note]) -> array[int]:
    """All notes as 16-bit samples; those of one cue never overlap."""
    end = max(note.at + note.length for note in notes) * RATE // 1000
    samples = array("h", bytes(2 * (end + TAIL)))
    for note in notes:
        start = note.at * RATE // 1000
        for n, value in enumerate(tone(note)):
            if not -1.0 < value < 1.0:
                raise ValueError(f"{note} is louder than a sample can say")
            samples[start + n] = math.floor(value * 32767.0 + 0.5)
    return samples


def write(path: Path, samples: array[int]) -> None:
    """Write a mono WAV; `wave` turns the bytes round where the machine is big-endian."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


def make(directory: Path) -> None:
    """Write one WAV per cue into `directory`, which exists."""
    for name, notes in CUES.items():
        write(directory / f"{name}.wav", render(notes))


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "sounds")
