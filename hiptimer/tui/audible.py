"""What the screens need of sound: on, muted, or none and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from hiptimer.audio.settings import LOUDEST
from hiptimer.session.cues import Cue, Sheet, Voice

if TYPE_CHECKING:
    from hiptimer.audio.chain import Status
    from hiptimer.session.runner import Runner


class Sounding(Protocol):
    """The part of `audio.sound.Sound` that a session uses."""

    @property
    def status(self) -> Status:
        """The player in use."""

    def cue_sheet(self, sheet: Sheet, zero: float) -> None:
        """Take the sounds ahead."""

    def mute(self, muted: bool) -> None:
        """Silence, or not."""

    def volume(self, level: int) -> None:
        """From 0 to 10."""

    def play(self, cue: Cue) -> None:
        """Play a cue now."""

    def say(self, phrases: tuple[str, ...]) -> None:
        """Say something now."""

    def not_heard(self) -> None:
        """Go on with another player."""

    def close(self) -> None:
        """End every process of sound."""


@runtime_checkable
class Listening(Protocol):
    """A screen that tells of the sound."""

    def sound_changed(self, word: str) -> None:
        """There is a player now, or another one; `word` is what is to be said of it, if anything."""


class Audible:
    """Sound as a session uses it. Call `changed` when the player has changed."""

    def __init__(
        self,
        muted: bool = False,
        voice: Voice = Voice.WORDS,
        volume: int = LOUDEST,
        problem: str = "",
    ) -> None:
        self.muted = muted
        self.voice = voice
        self._volume = volume
        self.problem = problem
        """What is wrong with the settings, if something is."""
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
        from hiptimer.session.sheet import heard

        if self._sound is not None:
            self._sound.cue_sheet(heard(runner.session, self.voice), runner.zero)

    @property
    def word(self) -> str:
        """In the corner of the screen."""
        return "muted" if self.muted else "no sound" if self.reason else "sound on"

    @property
    def silent(self) -> bool:
        """Whether nothing can be heard: the bell alone does not count."""
        return self.muted or bool(self.reason)

    @property
    def notice(self) -> str:
        """That there is no sound, and why; empty while there is, or where none is wanted."""
        return f"no sound (hiptimer doctor says why): {self.reason}" if self.reason and not self.muted else ""

    @property
    def main_reason(self) -> str:
        """Why the best of the players that are installed is of no use, or that none is."""
        return self.reason.split(", ")[0]

    @property
    def notices(self) -> tuple[str, ...]:
        """What is wrong with the settings and with the sound; the same in fewer words, beside `word`."""
        if not self.notice:
            return (self.problem,)
        if self.problem:
            return (f"{self.problem}; {self.notice}", f"{self.problem}; no sound", self.problem)
        return (
            self.notice,
            f"no sound: {self.main_reason}; see hiptimer doctor",
            "hiptimer doctor says why",
        )

    def next_voice(self, runner: Runner) -> Voice:
        """Voice off, words, words and counts, and off again; from now on."""
        ways = list(Voice)
        self.voice = ways[(ways.index(self.voice) + 1) % len(ways)]
        self._follow(runner)
        return self.voice

    def change_volume(self, by: int) -> int:
        """Louder or quieter; the new volume."""
        self._volume = max(0, min(LOUDEST, self._volume + by))
        if self._sound is not None:
            self._sound.volume(self._volume)
        return self._volume

    def set(self, muted: bool, voice: Voice, volume: int) -> None:
        """What the settings say now."""
        self.voice = voice
        self.change_volume(volume - self._volume)
        if muted is not self.muted:
            self.toggle_mute()

    def say_again(self, runner: Runner) -> None:
        """Say what is now."""
        from hiptimer.session.speech import say_again

        self.say(say_again(runner.session))

    def say(self, phrases: tuple[str, ...]) -> None:
        """Say something now, if the voice is on."""
        if self._sound is not None and self.voice is not Voice.OFF:
            self._sound.say(phrases)

    @property
    def found(self) -> bool:
        """Whether a player has been looked for, so that something may be heard."""
        return self._sound is not None and bool(self._sound.status.name)

    def greet(self) -> None:
        """A tone, and then a word."""
        if self._sound is not None:
            self._sound.play(Cue.READY)
            self.say(("ready",))

    def not_heard(self) -> None:
        """The player in use works and is not heard: another one, if there is one left."""
        if self._sound is not None:
            self._sound.not_heard()

    def toggle_mute(self) -> None:
        """Sound off and on."""
        self.muted = not self.muted
        if self._sound is not None:
            self._sound.mute(self.muted)

    def changed(self) -> str:
        """Perhaps another player: what is to be said of it once, if it took over from one that failed.

        Without one that can be heard, the reason stands on the screen.
        """
        status = None if self._sound is None else self._sound.status
        self.reason = "" if status is None or status.audible else status.why or status.name
        return f"sound by {status.name} now: {status.why}" if status and status.audible and status.why else ""

    def silence(self) -> None:
        """Nothing is due any more."""
        if self._sound is not None:
            self._sound.cue_sheet((), 0.0)

    def close(self) -> None:
        """Nothing more sounds."""
        if self._sound is not None:
            self._sound.close()
