"""The process that owns simpleaudio: `python -m hiptimer.audio.helper`.

Why a process: `simpleaudio.play()` holds Python's global lock while it opens the device, so a frozen sound
server would freeze the whole program, even from a thread; a crash in its C code would end the session; and
a failing ALSA writes to file descriptor 2, which is the screen.

One command a line on standard input, one answer a line on standard output, `ok` or `err why`:
`hello` opens the device with a moment of silence, anything else is the path of a WAV, which cuts the one
before. The end of standard input ends the process, and with it the sound.

Next to nothing of hiptimer, and no typing, enum or pathlib is imported here: each would add milliseconds to
the start.
"""

from __future__ import annotations

import faulthandler
import os
import time

from hiptimer.audio.priority import ask_for_priority

TYPE_CHECKING = False  # as in typing, without its import
if TYPE_CHECKING:
    from typing import IO

    import simpleaudio

HUNG = 0.8
"""Seconds in the sound library after which the process ends itself, for nobody else may be left to do it."""
BUSY = 0.3
"""Seconds a device is waited for that the sound just cut has not let go of yet."""


class Voice:
    """What is sounding, and the files read so far."""

    def __init__(self) -> None:
        import simpleaudio

        self._library = simpleaudio
        self._waves: dict[str, simpleaudio.WaveObject] = {}
        self._sounding: simpleaudio.PlayObject | None = None

    def hello(self) -> None:
        """Open the device with 20 ms of silence; raises what the library raises."""
        self._sounding = self._library.WaveObject(bytes(2 * 960), 1, 2, 48_000).play()

    def play(self, path: str) -> None:
        """Start the WAV `path` instead of what is sounding; raises what the library raises."""
        if path not in self._waves:
            self._waves[path] = self._library.WaveObject.from_wave_file(path)
        before, self._sounding = self._sounding, None
        if before is not None:
            before.stop()
        try:
            self._sounding = self._waves[path].play()
        except Exception:
            if before is None:
                raise
            wait_for_end(before)
            self._sounding = self._waves[path].play()


def wait_for_end(sound: simpleaudio.PlayObject) -> None:
    """Wait until `sound`, which was cut, has let go of a device that serves one at a time."""
    end = time.monotonic() + BUSY
    while sound.is_playing() and time.monotonic() < end:
        time.sleep(0.002)


def reason(error: Exception) -> str:
    """One line for the screen; of ALSA's text only what follows its codes."""
    text = " ".join(str(error).split()) or type(error).__name__
    if text.startswith("Error opening PCM device"):
        return f"no sound device ({text.rpartition('MSG: ')[2]})"
    return text


def serve(commands: IO[str], answers: IO[str], nowhere: IO[str]) -> None:
    """Answer each command until there are no more."""

    def answer(text: str) -> None:
        answers.write(text + "\n")
        answers.flush()

    try:
        voice = Voice()
    except Exception as error:
        return answer(f"err {reason(error)}")
    for line in commands:
        faulthandler.dump_traceback_later(HUNG, exit=True, file=nowhere)
        try:
            path = line.rstrip("\r\n")
            voice.hello() if path == "hello" else voice.play(path)
            answer("ok")
        except Exception as error:
            answer(f"err {reason(error)}")
        faulthandler.cancel_dump_traceback_later()


def main() -> None:
    """Keep the answers to ourselves, send whatever a library prints to nowhere, and serve."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 (lives as long as the process)
    os.dup2(nowhere.fileno(), 1)
    os.dup2(nowhere.fileno(), 2)
    ask_for_priority()
    try:
        commands = os.fdopen(0, encoding="utf-8", errors="surrogateescape")
        serve(commands, answers, nowhere)
    except (OSError, KeyboardInterrupt):
        os._exit(1)
    # Not through the library's clean-up, which would wait for the sound to end.
    os._exit(0)


if __name__ == "__main__":
    main()
