"""The way from the command line onto the screen. Textual is imported here, and only when called."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from hiptimer.awake import Awake
from hiptimer.circuit.library import find
from hiptimer.circuit.plan import Options
from hiptimer.circuit.text import clean
from hiptimer.config import keep_setting, load_settings
from hiptimer.history.store import Store
from hiptimer.paths import Paths
from hiptimer.session.clock import Clock, SystemClock
from hiptimer.session.opening import close_all_as_partial, left_open, open_left
from hiptimer.session.runner import Runner

HOME_CIRCUIT = "runner-hips"


class NothingToResume(Exception):
    """`--resume` was given and no session is open; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Start:
    """What `hiptimer start` was asked for."""

    text: str
    """The circuit file, known to be good; empty where a session is resumed."""
    options: Options
    resume: bool | None = None
    """True: go on with the session left open. False: close it as partial. None: ask."""


def run(paths: Paths, start: Start | None = None, *, mute: bool, before_drawing: Callable[[], None]) -> int:
    """Run the app until it is left: home, or where `start` is given the session at once.

    Returns the exit code. `before_drawing` raises where nothing can be drawn; it is called when all else
    is known to be well, and before anything is changed. Raises `HistoryError`, `NothingToResume` or `Busy`.
    """
    store = Store.open(paths.database)
    try:
        if start is not None and start.resume and not store.sessions(1, "open"):
            raise NothingToResume("no session is unfinished: leave --resume out to start a new one")
        before_drawing()
        return _run(paths, store, start, mute)
    finally:
        store.close()


def _run(paths: Paths, store: Store, start: Start | None, mute: bool) -> int:
    clock = SystemClock()
    runner = None if start is None else _runner(paths, store, clock, start)
    settings, problem = load_settings(paths.settings)

    from hiptimer.audio.sound import open_sound
    from hiptimer.tui.app import HiptimerApp
    from hiptimer.tui.audible import Audible
    from hiptimer.tui.signs import signs_of
    from hiptimer.tui.world import World

    mute = mute or settings.muted
    world = World(
        store=store,
        locks=paths.locks,
        clock=clock,
        audible=Audible(mute, settings.voice, settings.sound.volume, problem),
        open_sound=lambda ring, changed: open_sound(
            clock.now, ring, changed, mute=mute, settings=settings.sound
        ),
        awake=Awake(),
        text=start.text if start else find(HOME_CIRCUIT, paths.circuits).text,
        options=start.options if start else Options(),
        look=settings.look,
        signs=signs_of(os.environ),
        keep_theme=lambda theme: keep_setting(paths.settings, "screen", "theme", theme),
    )
    app = HiptimerApp(world, runner, at_once=start is not None)
    try:
        code = app.run() or app.return_code or 0
        if app.failure is not None:
            raise app.failure
        if app.farewell:
            print(clean(app.farewell))
        return code
    finally:
        app.save()
        world.audible.close()


def _runner(paths: Paths, store: Store, clock: Clock, start: Start) -> Runner | None:
    """The session to show at once; None where it has to be begun, after asking if need be."""
    if start.resume:
        resumable = left_open(store, paths.locks) or store.sessions(status="open")
        return open_left(store, paths.locks, clock, resumable[-1].id)
    if start.resume is False:
        close_all_as_partial(store, paths.locks, clock)
    return None
