"""Recordings of the real app in a real terminal, through a sound server without a device.

They need a Linux with PulseAudio, its ALSA plugin and simpleaudio. With HIPTIMER_REQUIRE_SOUND_PROOF=1 a
test fails where one of these is missing, instead of being skipped.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from ctypes.util import find_library
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import pytest

REQUIRED = "HIPTIMER_REQUIRE_SOUND_PROOF"
ALSA_PLUGINS = "alsa-lib/libasound_module_pcm_pulse.so"


def missing() -> str:
    """What this machine lacks; empty where it lacks nothing."""
    if not sys.platform.startswith("linux"):
        return "PulseAudio on Linux"
    for program in ("pulseaudio", "parec", "paplay"):
        if which(program) is None:
            return program
    if find_library("asound") is None or not list(Path("/usr").glob(f"lib*/{ALSA_PLUGINS}")) + list(
        Path("/usr").glob(f"lib/*/{ALSA_PLUGINS}")
    ):
        return "ALSA and its plugin for PulseAudio"
    for module in ("simpleaudio", "pyte"):
        if find_spec(module) is None:
            return module
    return ""


@pytest.fixture(scope="session", autouse=True)
def everything_needed() -> None:
    what = missing()
    if what and os.environ.get(REQUIRED) == "1":
        pytest.fail(f"{what} is missing, and {REQUIRED}=1")
    if what:
        pytest.skip(f"{what} is missing")


@pytest.fixture(scope="session")
def stages(everything_needed: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    from .stage import Stages

    stages = Stages(tmp_path_factory)
    yield stages
    stages.end()
