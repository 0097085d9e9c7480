"""The chain of players: the first that works is used, and one that fails is left for good.

A runner in mid-set can repair nothing and must not lose a sound twice to the same fault. So a failure moves
one step down, says so once, and plays the cue that failed on the next player if it is not too late for it.
At the chain's end stand the bell and silence, which need no device.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

from hiptimer.audio.clip import Clip
from hiptimer.audio.player import Player, PlayerFailed, PlayerMissing, SilentPlayer
from hiptimer.values import dataclass

NONE_INSTALLED = "no player of sounds is installed"
"""Why nothing is heard where no player failed."""


@dataclass(frozen=True, slots=True)
class Status:
    """Which player is in use, and why."""

    name: str
    """The player's name; empty while none has been chosen yet."""
    why: str
    """Why it is not a better one; empty for a player that was the first to work."""
    audible: bool
    """False: the cues cannot be heard, and the screen says "no sound: why" for as long as that is so."""


class Trial:
    """A player that is being opened in a thread of its own, since that may take seconds."""

    def __init__(self, player: Player) -> None:
        self.player = player
        self.fault: Exception | None = None
        self._thread = threading.Thread(target=self._open, name="hiptimer-trial", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    @property
    def over(self) -> bool:
        """Whether it is known if the player works."""
        return not self._thread.is_alive()

    def wait(self) -> None:
        """Until that is known."""
        self._thread.join()

    def _open(self) -> None:
        try:
            self.player.open()
        except Exception as error:
            self.fault = error


class Chain:
    """Players in order of preference, silence after them.

    Used by one thread; `status` may be read, and `close` called, by any.

    `on_change(name, why)` is called in that thread, after the first choice and after every change. One that
    raises is not called again: sound does not depend on who listens.
    """

    def __init__(
        self, players: Iterable[Player], now: Callable[[], float], on_change: Callable[[str, str], None]
    ) -> None:
        self._untried: list[Player] = [*players, SilentPlayer()]
        self._current: Player | None = None
        self._spare: Player | None = None
        self._trial: Trial | None = None
        self._closed = False
        self._now = now
        self._on_change: Callable[[str, str], None] | None = on_change
        self._faults: list[str] = []
        self._last: tuple[Clip, float] | None = None
        self.status = Status("", "", True)

    def open(self) -> None:
        """Choose the first player that works. May take seconds."""
        self._use(self._next(), "")

    def prepare(self) -> bool:
        """Look for the player to fall back on, in the background; True: it is not known yet.

        To be called again from time to time: one may turn out not to work, and the next is tried then.
        """
        if self._trial is not None and self._trial.over:
            self._spare = self._end_trial()
        if self._trial is None and self._spare is None and self._untried:
            self._begin_trial(self._untried.pop(0))
        return self._trial is not None

    def play(self, clip: Clip, until: float) -> None:
        """Start `clip`, on another player if one fails, but not later than `until` on the clock."""
        self._last = (clip, until)
        while self._last is not None and self._now() <= until:
            try:
                self._player().play(clip)
                return
            except Exception as error:
                self._demote(error)

    def wake(self, silence: Clip) -> None:
        """Play what is not heard; a player that can't is found out before the next cue is lost on it."""
        self._last = None
        try:
            self._player().play(silence)
        except Exception as error:
            self._demote(error)

    def poll(self) -> float | None:
        """See to what is under way; seconds until the next look, or None."""
        try:
            return self._player().poll()
        except Exception as error:
            self._demote(error)
        if self._last is not None:
            self.play(*self._last)
        return 0.0

    def stop(self) -> None:
        """Cut what is sounding."""
        self._last = None
        try:
            self._player().stop()
        except Exception as error:
            self._demote(error)

    def not_heard(self) -> None:
        """Leave a player that works, but is not heard. The bell stays: behind it is only silence."""
        self._last = None
        if (player := self._player()).audible:
            self._demote(PlayerFailed(f"{player.name} is not heard"))

    def report(self, error: Exception) -> None:
        """Tell of a fault that is no player's; the same one is told once."""
        why = f"sound: {error!r}"
        if why not in self._faults:
            self._faults.append(why)
            self._tell(why)

    def close(self) -> None:
        """Stop and give everything back, a player that is being tried included."""
        self._closed = True
        trial = self._trial
        for player in (self._current, self._spare, trial.player if trial else None):
            self._close(player)

    def _player(self) -> Player:
        if self._current is None:
            self.open()
        assert self._current is not None
        return self._current

    def _demote(self, error: Exception) -> None:
        """Leave the current player for good, for the next that works."""
        why = self._note(error)
        self._close(self._current)
        self._use(self._next(), why)

    def _next(self) -> Player:
        """The spare, else the next player that can be opened; silence always can.

        Where the cue is too late anyway, the one before hung: a sound server that is frozen would hang the
        spare too, whatever it did when it was looked for, so it is tried again.
        """
        player, self._spare = self._spare, None
        if player is not None and self._last is not None and self._now() > self._last[1]:
            self._begin_trial(player)
            player = None
        while player is None:
            if self._trial is None:
                self._begin_trial(SilentPlayer() if self._closed else self._untried.pop(0))
            player = self._end_trial()
        return player

    def _begin_trial(self, player: Player) -> None:
        self._trial = trial = Trial(player)  # known to `close` before it can hang
        trial.start()

    def _end_trial(self) -> Player | None:
        """The player that was being opened, once it is; None: it doesn't work."""
        assert self._trial is not None
        self._trial.wait()
        trial, self._trial = self._trial, None
        if trial.fault is None:
            return trial.player
        if not isinstance(trial.fault, PlayerMissing):
            self._note(trial.fault)
        self._close(trial.player)
        return None

    def _close(self, player: Player | None) -> None:
        try:
            if player is not None:
                player.close()
        except Exception as error:
            self._note(error)

    def _note(self, error: Exception) -> str:
        """Keep the reason; a fault that no player foresaw is shown as Python names it."""
        why = str(error) if isinstance(error, PlayerFailed) else repr(error)
        self._faults.append(why)
        return why

    def _use(self, player: Player, why: str) -> None:
        self._current = player
        if not player.audible:
            why = ", ".join(self._faults) or NONE_INSTALLED
        self.status = Status(player.name, why, player.audible)
        self._tell(why)

    def _tell(self, why: str) -> None:
        if self._on_change is None:
            return
        try:
            self._on_change(self.status.name, why)
        except Exception:
            self._on_change = None
