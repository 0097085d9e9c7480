"""Renders the voice pack: `python assets/make_voice.py [--only KEY ...] [--out DIRECTORY]`.

Needs the engine, nothing else: `pip install hibari-tts==0.2.1`. The words are in voice.toml beside this file.
The WAVs are committed, because no engine promises the same bytes on another machine or in its next version;
tests check the committed files. Why this engine, figures, licence: sounds/voice/README.md.

What is done to the engine's 24 kHz speech, in this order:
1. Counts are spoken faster, just enough to fit a 1 s tempo; everything else at the voice's own calm pace.
2. One pass in the frequency domain: rumble below 100 Hz out, PRESENCE dB more around 1.8 kHz, where small
   speakers carry and consonants are told apart; and resampling to 22.05 kHz, by cutting the spectrum there.
3. Silence trimmed to EDGE at either end, with short fades; between two sentences GAP.
4. Every phrase to the same LEVEL; a limiter that looks ahead keeps its peaks under CEILING.
"""

from __future__ import annotations

import argparse
import math
import sys
import tomllib
import wave
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Sound = NDArray[np.float64]

HERE = Path(__file__).parent
RATE = 22_050
"""Samples a second in the files."""
ENGINE_RATE = 24_000
RATIO = (147, 160)
"""RATE to ENGINE_RATE in whole numbers."""
FRAME = RATE // 100
"""10 ms, the frame in which loudness is measured."""
VOICED = 25
"""Decibels below the loudest frame down to which a frame counts as voiced."""
LEVEL = -14.0
"""Root mean square of the voiced frames, decibels below full scale."""
CEILING = 10 ** (-1.5 / 20)
"""No sample is beyond this, full scale being 1."""
PRESENCE = 4.0
"""Decibels added at 1.8 kHz, less and less two octaves to either side."""
QUIET = 45
"""Decibels below the loudest frame from which a beginning or an end is silence."""
EDGE = RATE * 15 // 1000
GAP = RATE * 180 // 1000
COUNT_SECONDS = 0.54
"""Longest count, so that it ends well before the next at one a second."""
SEED = 0
"""The engine's breath noise is random; this makes a second run give the same bytes on the same machine."""


def phrases(path: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The words of every key, and what the engine is told instead where it would say them badly."""
    with path.open("rb") as file:
        data = tomllib.load(file)
    return data["phrases"], data["say"]


def sentence(words: str) -> str:
    """`words` as a sentence: the engine's pitch falls at a full stop, which sounds calm."""
    words = words[0].upper() + words[1:]
    return words if words[-1] in ".?!" else words + "."


def shape(sound: Sound) -> Sound:
    """`sound` with the rumble out and presence added, resampled from ENGINE_RATE to RATE."""
    import numpy as np

    up, down = RATIO
    length = (len(sound) + ENGINE_RATE // 5 + down - 1) // down * down
    spectrum = np.fft.rfft(sound, length)
    hertz = np.fft.rfftfreq(length, 1 / ENGINE_RATE)
    rumble = np.clip((hertz - 70) / 60, 0, 1)
    octaves = np.log2(np.maximum(hertz, 1) / 1800)
    presence = PRESENCE * np.cos(np.clip(octaves / 2, -1, 1) * math.pi / 2) ** 2
    top = np.clip((RATE / 2 - hertz) / 500, 0, 1)
    spectrum *= rumble * 10 ** (presence / 20) * top
    short = length * up // down
    return np.fft.irfft(spectrum[: short // 2 + 1], short) * up / down


def loudness(sound: Sound) -> Sound:
    """Root mean square of each frame of 10 ms, never quite 0."""
    import numpy as np

    frames = sound[: len(sound) // FRAME * FRAME].reshape(-1, FRAME)
    loud: Sound = np.sqrt((frames**2).mean(axis=1)) + 1e-9
    return loud


def trim(sound: Sound) -> Sound:
    """`sound` without the silence around it but for EDGE, faded in and out there."""
    import numpy as np

    frames = loudness(sound)
    heard = np.flatnonzero(frames > frames.max() * 10 ** (-QUIET / 20))
    start, end = heard[0] * FRAME - EDGE, (heard[-1] + 1) * FRAME + EDGE
    sound = np.pad(sound, (EDGE, EDGE))[start + EDGE : end + EDGE].copy()
    fade = np.sin(np.linspace(0, math.pi / 2, EDGE)) ** 2
    sound[:EDGE] *= fade
    sound[-EDGE:] *= fade[::-1]
    return sound


def limit(sound: Sound) -> Sound:
    """`sound` turned down smoothly (5 ms to either side) where it would pass CEILING."""
    import numpy as np

    reach = RATE // 200
    gain = np.minimum(1.0, CEILING / np.maximum(np.abs(sound), 1e-9))
    around = np.pad(gain, 2 * reach, constant_values=1.0)
    lowest = np.lib.stride_tricks.sliding_window_view(around, 2 * reach + 1).min(axis=1)
    window = np.hanning(2 * reach + 3)[1:-1]
    return sound * np.convolve(lowest, window / window.sum(), mode="valid")


def level(sound: Sound) -> Sound:
    """`sound` at LEVEL. Limiting takes a little away, so both are done until they agree."""
    import numpy as np

    for _ in range(12):
        frames = loudness(sound)
        voiced = frames[frames > frames.max() * 10 ** (-VOICED / 20)]
        sound = limit(sound * 10 ** (LEVEL / 20) / np.sqrt((voiced**2).mean()))
    return sound


def speak(engine: Any, words: str, speed: float) -> Sound:
    """`words` spoken, shaped and trimmed: one sentence after another with GAP between."""
    import numpy as np

    said = [trim(shape(part.astype(np.float64))) for part in engine.stream(words, speed, SEED)]
    pause = np.zeros(GAP - 2 * EDGE)
    return np.concatenate([piece for part in said for piece in (part, pause)][:-1])


def render(engine: Any, key: str, words: str) -> Sound:
    """The finished sound of one phrase."""
    speeds = [1.0] if not key.startswith("count-") else [n / 20 for n in range(20, 41)]
    for speed in speeds:
        sound = speak(engine, words, speed)
        if len(sound) <= COUNT_SECONDS * RATE:
            break
    return level(sound)


def write(path: Path, sound: Sound) -> None:
    """Write a 16-bit mono WAV."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((sound * 32767).round().astype("<i2").tobytes())


def main() -> None:
    """Render what the command line asks for; with no key named, everything, and stray files go."""
    parser = argparse.ArgumentParser(description="Render the voice pack.")
    parser.add_argument("--only", nargs="+", metavar="KEY", help="render these phrases only")
    parser.add_argument("--out", type=Path, default=HERE / "sounds" / "voice", help="directory of the WAVs")
    arguments = parser.parse_args()
    try:
        from hibari import Hibari
    except ImportError:
        sys.exit("The speech engine is missing: pip install hibari-tts==0.2.1")
    words, say = phrases(HERE / "voice.toml")
    if unknown := set(arguments.only or ()) - set(words):
        parser.error(f"not in voice.toml: {', '.join(sorted(unknown))}")
    engine = Hibari()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for key in arguments.only or words:
        write(arguments.out / f"{key}.wav", render(engine, key, say.get(key) or sentence(words[key])))
    if not arguments.only:
        for path in arguments.out.glob("*.wav"):
            if path.stem not in words:
                path.unlink()


if __name__ == "__main__":
    main()
