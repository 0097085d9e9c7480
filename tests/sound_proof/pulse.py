"""A sound server of its own without a device, and everything that it plays, recorded with the time."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from array import array
from collections.abc import Callable, Mapping
from pathlib import Path

RATE = 48_000
"""Frames a second, of the server and so of the recording: nothing is resampled."""
SERVER = (
    "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "-L", "module-native-protocol-unix",
    "-L", f"module-null-sink sink_name=cap rate={RATE} channels=2",
)  # fmt: skip
RECORDER = (
    "parec", "-d", "cap.monitor", "--raw", "--format=s16le", "--channels=1", f"--rate={RATE}",
    "--latency-msec=5",
)  # fmt: skip
SETTLED = 2.0
"""Seconds of recording after which the server no longer buffers what it has not been asked for."""
LIMIT = 10.0
"""Seconds the server may take to start."""


class Pulse:
    """A server and its recorder, while the `with` lasts. `env` leads programs to it."""

    def __init__(self, directory: Path) -> None:
        self._chunks: list[tuple[int, float]] = []
        """How many frames there were, and when, on the monotonic clock."""
        self._frames = bytearray()
        # the name of a socket may have 107 characters, which pytest's directories can use up
        self._runtime = tempfile.TemporaryDirectory(prefix="pulse-", ignore_cleanup_errors=True)
        (directory / ".asoundrc").write_text("pcm.!default { type pulse }\nctl.!default { type pulse }\n")
        self.env = {"HOME": str(directory), "XDG_RUNTIME_DIR": self._runtime.name}
        self._running: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Pulse:
        self._start(SERVER)
        self._until(lambda: (Path(self._runtime.name) / "pulse" / "native").exists(), "the server")
        recorder = self._start(RECORDER)
        self._listener = threading.Thread(target=self._listen, args=(recorder,), daemon=True)
        self._listener.start()
        self._until(lambda: bool(self._chunks), "the recorder")
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(self._running):
            process.kill()
            process.wait()
        self._listener.join()
        for process in self._running:
            assert process.stdout is not None
            process.stdout.close()
        self._runtime.cleanup()

    def settle(self) -> None:
        """Wait until what is played is recorded at once."""
        time.sleep(max(0.0, self._chunks[0][1] + SETTLED - time.monotonic()))

    def recorded(self) -> tuple[array[int], float]:
        """Every frame, and the reading of the monotonic clock at the first.

        A chunk arrives when it is complete or later, so the one with the least delay tells the time of all.
        """
        chunks = list(self._chunks)
        frames = array("h", bytes(self._frames[: 2 * chunks[-1][0]]))
        return frames, min(arrived - count / RATE for count, arrived in chunks[len(chunks) // 10 :])

    def _start(self, command: tuple[str, ...]) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**without_sound(os.environ), **self.env},
        )
        self._running.append(process)
        return process

    def _until(self, ready: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + LIMIT
        while not ready():
            assert time.monotonic() < end, f"{what} did not start"
            time.sleep(0.02)

    def _listen(self, recorder: subprocess.Popen[bytes]) -> None:
        assert recorder.stdout is not None
        while data := os.read(recorder.stdout.fileno(), 4096):
            arrived = time.monotonic()
            self._frames += data
            self._chunks.append((len(self._frames) // 2, arrived))


def without_sound(env: Mapping[str, str]) -> dict[str, str]:
    """The environment without what leads to another sound server."""
    foreign = ("PULSE_", "ALSA_", "PIPEWIRE_", "DBUS_", "XDG_RUNTIME_DIR")
    return {name: value for name, value in env.items() if not name.startswith(foreign)}
