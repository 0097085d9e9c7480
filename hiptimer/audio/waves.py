"""Sound files made of sound files: softer ones, several in a row, and silence."""

from __future__ import annotations

import sys
import wave
from array import array
from collections.abc import Sequence
from pathlib import Path

from hiptimer.values import dataclass

RATE = 48_000
"""Samples a second of silence."""
LOUDNESS = 5 / 3
"""Exponent that turns a part of the loudness into one of the amplitude: 10 dB for twice as loud (Stevens)."""


@dataclass(frozen=True, slots=True)
class Form:
    """What two WAVs must have in common to be one."""

    channels: int
    width: int
    """Bytes of a sample."""
    rate: int
    """Frames a second."""


def gain(level: int, loudest: int) -> float:
    """The amplitude, 0 to 1, that sounds `level / loudest` as loud."""
    part: float = (max(0, min(level, loudest)) / loudest) ** LOUDNESS
    return part


def length(path: Path) -> float:
    """Seconds of a WAV; 0 for a file that is missing or no WAV."""
    try:
        with wave.open(str(path), "rb") as file:
            return file.getnframes() / file.getframerate()
    except (OSError, EOFError, wave.Error, ZeroDivisionError):
        return 0.0


def read(path: Path) -> tuple[Form, bytes]:
    """The frames of a WAV. Raises OSError, EOFError or wave.Error."""
    with wave.open(str(path), "rb") as file:
        form = Form(file.getnchannels(), file.getsampwidth(), file.getframerate())
        return form, file.readframes(file.getnframes())


def write(path: Path, form: Form, frames: bytes) -> None:
    """Write a WAV. Raises OSError."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(form.channels)
        file.setsampwidth(form.width)
        file.setframerate(form.rate)
        file.writeframes(frames)


def write_silence(path: Path, seconds: float) -> None:
    """Write so much silence. Raises OSError."""
    write(path, Form(1, 2, RATE), bytes(2 * round(seconds * RATE)))


def scaled(form: Form, frames: bytes, factor: float) -> bytes:
    """The frames `factor` times as strong; as they are, where that is no change or they are not 16 bit."""
    if form.width != 2 or factor == 1.0:
        return frames
    samples = array("h", frames)
    if sys.byteorder == "big":
        samples.byteswap()
    # whole numbers: several times as fast, and this thread has sounds to start
    step = round(factor * 32768)
    softer = array("h", [sample * step >> 15 for sample in samples])
    if sys.byteorder == "big":
        softer.byteswap()
    return softer.tobytes()


def joined(paths: Sequence[Path], gap: float) -> tuple[Form, bytes]:
    """Several WAVs in a row with `gap` seconds of silence between; one of another form is left out.

    Raises what `read` raises, and ValueError for none at all.
    """
    waves = [read(path) for path in paths]
    if not waves:
        raise ValueError("nothing to join")
    form = waves[0][0]
    pause = bytes(form.channels * form.width * round(gap * form.rate))
    return form, pause.join(frames for other, frames in waves if other == form)
