"""The way from the command line to a session line by line."""

from __future__ import annotations

import errno
import gc
from collections.abc import Iterator
from contextlib import contextmanager

from hiptimer.audio.sound import open_sound
from hiptimer.awake import Awake
from hiptimer.circuit.file import parse
from hiptimer.circuit.library import HOME_CIRCUIT, find
from hiptimer.circuit.plan import Options
from hiptimer.config import load_settings
from hiptimer.history.rescue import open_history
from hiptimer.history.store import Store
from hiptimer.paths import Paths
from hiptimer.plain.home import home_lines
from hiptimer.plain.keys import Ended, Key, Rang, Signalled, SoundChanged, Typed
from hiptimer.plain.session import PlainSession
from hiptimer.plain.terminal import Terminal
from hiptimer.session.clock import Clock, SystemClock
from hiptimer.session.lives import left_open
from hiptimer.session.opening import close_all_as_partial, hints, open_new, open_newest
from hiptimer.session.runner import Runner
from hiptimer.session.todays import Start
from hiptimer.tui.audible import Audible

HUNG_UP = 129
"""The exit code after a SIGHUP, by the convention of shells."""


class Left(Exception):
    """It was left before a session began, with this exit code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def run(paths: Paths, start: Start | None = None, *, mute: bool) -> int:
    """Lead through a session; without `start`, after a word about it and a question.

    Returns the exit code. Raises `NothingToResume`, and `OSError` where the output is gone.
    """
    clock = SystemClock()
    store = open_history(paths.database, clock.wall())
    try:
        runner = open_newest(store, paths.locks, clock, start.whose) if start and start.resume else None
        with Terminal() as terminal:
            try:
                runner = runner or _begin(paths, store, clock, start, terminal)
            except Left as left:
                return left.code
            if start is None:
                runner.bounced()  # the key that began it may still be held
            return _lead(paths, clock, runner, terminal, mute, store)
    finally:
        store.close()


def _begin(paths: Paths, store: Store, clock: Clock, start: Start | None, terminal: Terminal) -> Runner:
    """The session that is wanted, after asking if need be. Raises `Left`."""
    locks = paths.locks
    guest = start is not None and start.options.guest
    if start is None:
        unfinished = left_open(store, locks)
        text, options = find(HOME_CIRCUIT, paths.circuits).text, Options()
        last = store.earlier.last_trained()
        for line in home_lines(parse(text), last, unfinished):
            terminal.say(line)
        wanted = _answer(terminal, {"": "start", "r": "resume"} if unfinished else {"": "start"})
    else:
        text, options, wanted = start.text, start.options, "start"
    may_ask = wanted == "start" and (start is None or start.resume is None)
    if may_ask and left_open(store, locks, guest):
        terminal.say(
            "A session is unfinished. r: go on with it. n: close it as partial, and start a new one. "
            "Anything else leaves."
        )
        wanted = _answer(terminal, {"r": "resume", "n": "new"})
    if wanted == "resume":
        return open_newest(store, locks, clock, start.whose if start else None)
    if wanted == "new" or (start is not None and start.resume is False):
        not_ended = close_all_as_partial(store, locks, clock, guest)
        if not_ended:
            terminal.say(f"{not_ended}.")
    habits = load_settings(paths.settings)[0].habits
    own_times = start is not None and start.own_times
    return open_new(store, locks, clock, text, options, habits.without_times if own_times else habits)


def _answer(terminal: Terminal, meanings: dict[str, str]) -> str:
    """What was answered. Raises `Left` for anything that means nothing."""
    while True:
        match terminal.get():
            case Key(key) if key in ("enter", "space"):
                answer = ""
            case Key(answer) | Typed(answer):
                pass
            case Ended():
                raise Left(0)
            case Signalled(number):
                raise Left(128 + number)
            case _:
                continue
        meant = meanings.get(answer.strip().lower())
        if meant is None:
            raise Left(0)
        return meant


def _lead(paths: Paths, clock: Clock, runner: Runner, terminal: Terminal, mute: bool, store: Store) -> int:
    gc.enable()
    settings, problem = load_settings(paths.settings)
    mute = mute or settings.muted
    audible = Audible(mute, settings.voice, settings.sound.volume, problem)
    session = PlainSession(
        runner,
        audible,
        terminal,
        settings.weights,
        hints(store, runner.session, settings.weights.owned),
        settings.keyboard,
    )
    with _kept_awake():
        try:
            audible.use(
                open_sound(
                    clock.now,
                    lambda: terminal.put(Rang()),
                    lambda *_: terminal.put(SoundChanged()),
                    mute=mute,
                    settings=settings.sound,
                )
            )
            session.begin()
            while session.code is None:
                given = terminal.get(session.wait())
                session.look() if given is None else session.take(given)
            return session.code
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            return HUNG_UP  # the terminal is gone, and the end of its input came before the signal
        finally:
            session.save()
            audible.close()


@contextmanager
def _kept_awake() -> Iterator[None]:
    awake = Awake()
    awake.keep()
    try:
        yield
    finally:
        awake.release()
