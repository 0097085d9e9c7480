"""What the screens need of sound: on, muted, or none and why; a flash where only the bell is left."""

from __future__ import annotations

from typing import Protocol

from hiptimer.audio.chain import Status
from hiptimer.session.cues import Due
from hiptimer.session.runner import Runner
from hiptimer.session.sheet import cue_sheet


class Sounding(Protocol):
    """The part of `audio.sound.Sound` that a session uses."""

    @property
    def status(self) -> Status:
        """The player in use."""

    def cue_sheet(self, sheet: tuple[Due, ...], zero: float) -> None:
        """Take the sounds ahead."""

    def mute(self, muted: bool) -> None:
        """Silence, or not."""

    def close(self) -> None:
        """End every process of sound."""


class Audible:
    """Sound as a session uses it. Call `changed` when the player has changed."""

    def __init__(self, muted: bool = False) -> None:
        self.muted = muted
        self.reason = ""
        """Why there is no sound; empty while there is."""
        self._sound: Sounding | None = None

    def use(self, sound: Sounding) -> None:
        """The sound is open."""
        self._sound = sound
        sound.mute(self.muted)
        self.changed()

    def listen_to(self, runner: Runner) -> None:
        """Follow a session: every change brings a new cue sheet."""
        self._follow(runner)
        runner.listen(self._follow)

    def _follow(self, runner: Runner) -> None:
        if self._sound is not None:
            self._sound.cue_sheet(cue_sheet(runner.session), runner.zero)

    @property
    def word(self) -> str:
        """In the corner of the screen."""
        return "muted" if self.muted else "no sound" if self.reason else "sound on"

    @property
    def notice(self) -> str:
        """Stands on the screen as long as there is no sound."""
        return f"no sound: {self.reason}" if self.reason and not self.muted else ""

    def toggle_mute(self) -> None:
        """Sound off and on."""
        self.muted = not self.muted
        if self._sound is not None:
            self._sound.mute(self.muted)

    def changed(self) -> None:
        """Perhaps another player: without one that can be heard, the reason stands on the screen."""
        status = None if self._sound is None else self._sound.status
        self.reason = "" if status is None or status.audible else status.why or status.name

    def silence(self) -> None:
        """Nothing is due any more."""
        if self._sound is not None:
            self._sound.cue_sheet((), 0.0)

    def close(self) -> None:
        """Nothing more sounds."""
        if self._sound is not None:
            self._sound.close()
