"""`hiptimer sounds`: everything that can be heard, and one of it played, through the players of a session."""

from __future__ import annotations

import argparse
import time
import tomllib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from hiptimer.audio.check import play_through
from hiptimer.audio.clip import What
from hiptimer.audio.clips import Clips
from hiptimer.audio.settings import LOUDEST
from hiptimer.audio.sound import players
from hiptimer.audio.sounds import Sounds
from hiptimer.audio.waves import length
from hiptimer.circuit.text import clean, nearest, quoted
from hiptimer.commands.places import places
from hiptimer.commands.refusal import Refusal
from hiptimer.config import load_settings
from hiptimer.session.cues import Cue

MEANINGS = {
    Cue.COUNT_IN: "3-2-1-go: three beeps, and the long high tone when the work begins",
    Cue.COUNT_OUT: "3-2-1: the last seconds of timed work",
    Cue.GO: "go, after a countdown too short for 3-2-1",
    Cue.READY: "the rest is over: the next set waits for the big key",
    Cue.DONE: "done, where the rest is too short to say more",
    Cue.DONE_SWITCH: "done, switch sides",
    Cue.DONE_REST: "done, rest",
    Cue.DONE_ROUND: "done, rest before the next round",
    Cue.DONE_FINISHED: "done, that was all",
    Cue.HALFWAY: "half of timed work is over",
    Cue.TICK: "one rep, where the app counts",
    Cue.REVERSE: "the first rep in the other direction",
    Cue.STILL: "still holding?",
    Cue.PAUSED: "paused",
    Cue.TEST: "the test of hiptimer doctor",
}
VOICE = "voice/"
"""Begins the name of a phrase: some are called as cues are."""


def run(args: argparse.Namespace) -> int:
    """Print the list, or play one."""
    sounds = Sounds()
    if args.action == "list":
        print("\n".join(clean(line.rstrip()) for line in _list(sounds)))
    else:
        print(clean(_play(sounds, args.name)))
    return 0


def _list(sounds: Sounds) -> Iterator[str]:
    spoken = _words(sounds)
    rows = [(cue.value, _length(sounds.file(cue)), MEANINGS[cue]) for cue in Cue]
    rows += [(VOICE + name, _length(sounds.phrase(name)), spoken.get(name, "")) for name in sounds.phrases()]
    width = max(len(name) for name, _, _ in rows) + 2
    for name, seconds, meaning in rows:
        yield f"{name:<{width}}{seconds:>7}  {meaning}"


def _play(sounds: Sounds, name: str) -> str:
    """Play it to its end, as loud as a session would; the sentence that says by whom."""
    what = _found(sounds, name)
    settings, _ = load_settings(places().settings)
    clips = Clips(sounds, settings.sound.volume or LOUDEST)
    with closing(clips):
        clip = clips.clip(what)
        if clip is None or not clip.seconds:
            raise Refusal(f"{quoted(name)} is missing or spoiled in {sounds.directory}: reinstall hiptimer")
        found = players(sounds, lambda: None, time.monotonic)
        status = play_through([player for player in found if player.audible], clip)
    if not status.audible:
        raise Refusal(f"{quoted(name)} can't be played: {status.why}. hiptimer doctor tells what would help")
    return f"{name}: {clip.seconds:.2f} s, played by {status.name}"


def _found(sounds: Sounds, name: str) -> What:
    if name in {cue.value for cue in Cue}:
        return Cue(name)
    phrases = sounds.phrases()
    if name.removeprefix(VOICE) in phrases:
        return (name.removeprefix(VOICE),)
    hint = nearest(name, [*Cue, *(VOICE + phrase for phrase in phrases)]) or nearest(name, phrases)
    meant = f" Did you mean {quoted(hint)}?" if hint else ""
    raise Refusal(f"there is no sound {quoted(name)}.{meant} hiptimer sounds list names them all")


def _length(path: Path | None) -> str:
    seconds = length(path) if path else 0.0
    return f"{seconds:.2f} s" if seconds else "missing"


def _words(sounds: Sounds) -> dict[str, str]:
    """What each phrase says; empty where the list of them was not installed."""
    try:
        text = (sounds.directory.parent / "voice.toml").read_text(encoding="utf-8")
        said = tomllib.loads(text).get("phrases", {})
    except (OSError, ValueError):
        return {}
    return {name: f'"{words}"' for name, words in said.items()}
