"""The way from the command line onto the screen. Textual is imported here, and only when called."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from hiptimer.awake import Awake
from hiptimer.circuit.library import HOME_CIRCUIT, find
from hiptimer.circuit.plan import Options
from hiptimer.circuit.text import clean
from hiptimer.config import keep_setting, keep_weights, load_settings
from hiptimer.history.store import Store
from hiptimer.paths import Paths
from hiptimer.session.clock import Clock, SystemClock
from hiptimer.session.opening import Start, close_all_as_partial, need_open, open_history, open_newest
from hiptimer.session.runner import Runner

if TYPE_CHECKING:
    from hiptimer.tui.world import World


def run(paths: Paths, start: Start | None = None, *, mute: bool, before_drawing: Callable[[], None]) -> int:
    """Run the app until it is left: home, or where `start` is given the session at once.

    Returns the exit code. `before_drawing` raises where nothing can be drawn; it is called when all else
    is known to be well. Raises `NothingToResume`.
    """
    clock = SystemClock()
    store = open_history(paths.database, clock)
    try:
        if start is not None and start.resume:
            need_open(store)
        before_drawing()
        return _run(paths, store, clock, start, mute)
    finally:
        store.close()


def _run(paths: Paths, store: Store, clock: Clock, start: Start | None, mute: bool) -> int:
    runner = None if start is None else _runner(paths, store, clock, start)

    from hiptimer.tui.app import HiptimerApp

    world = _world(paths, store, clock, start, mute)
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


def _world(paths: Paths, store: Store, clock: Clock, start: Start | None, mute: bool) -> World:
    """What the app works with, as settings and environment say."""
    from hiptimer.audio.sound import open_sound
    from hiptimer.figure.model import Signs as FigureSigns
    from hiptimer.tui.audible import Audible
    from hiptimer.tui.signs import Signs, signs_of
    from hiptimer.tui.world import World

    settings, problem = load_settings(paths.settings)
    problem = problem.removeprefix(f"{paths.settings.parent}{os.sep}")  # lines are short there
    mute = mute or settings.muted
    signs = signs_of(os.environ)
    encoding = "ascii" if signs is Signs.ASCII else "utf-8"
    return World(
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
        settings=settings,
        settings_file=paths.settings,
        own_times=start is not None and start.own_times,
        circuits=paths.circuits,
        signs=signs,
        figure_signs=FigureSigns.for_terminal(encoding, os.environ.get("TERM", "")),
        keep_theme=lambda theme: keep_setting(paths.settings, "screen", "theme", theme),
        keep_weights=lambda weights: keep_weights(paths.settings, weights),
    )


def _runner(paths: Paths, store: Store, clock: Clock, start: Start) -> Runner | None:
    """The session to show at once; None where it has to be begun, after asking if need be."""
    if start.resume:
        return open_newest(store, paths.locks, clock)
    if start.resume is False:
        close_all_as_partial(store, paths.locks, clock)
    return None
