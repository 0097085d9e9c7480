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
from hiptimer.history.rescue import open_history
from hiptimer.history.store import Store
from hiptimer.paths import Paths
from hiptimer.session.clock import Clock, SystemClock
from hiptimer.session.lives import need_open

if TYPE_CHECKING:
    from hiptimer.session.runner import Runner
    from hiptimer.session.todays import Start
    from hiptimer.tui.audible import Sounding
    from hiptimer.tui.world import World


def run(paths: Paths, start: Start | None = None, *, mute: bool, before_drawing: Callable[[], None]) -> int:
    """Run the app until it is left: home, or where `start` is given the session at once.

    Returns the exit code. `before_drawing` raises where nothing can be drawn; it is called when all else
    is known to be well. Raises `NothingToResume`.
    """
    clock = SystemClock()
    store = open_history(paths.database, clock.wall())
    try:
        if start is not None and start.resume:
            need_open(store, start.whose)
        before_drawing()
        return _run(paths, store, clock, start, mute)
    finally:
        store.close()


def _run(paths: Paths, store: Store, clock: Clock, start: Start | None, mute: bool) -> int:
    from hiptimer.tui.app import HiptimerApp

    runner, not_ended = (None, "") if start is None else _left(paths, store, clock, start)

    world = _world(paths, store, clock, start, mute)
    app = HiptimerApp(world, runner, at_once=start is not None)
    app.not_ended = not_ended
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
    from hiptimer.figure.signs import Signs as FigureSigns
    from hiptimer.tui.audible import Audible
    from hiptimer.tui.signs import Signs, signs_of
    from hiptimer.tui.world import World

    settings, problem = load_settings(paths.settings)
    problem = problem.removeprefix(f"{paths.settings.parent}{os.sep}")  # lines are short there
    mute = mute or settings.muted
    signs = signs_of(os.environ)
    encoding = "ascii" if signs is Signs.ASCII else "utf-8"

    def sound(ring: Callable[[], None], changed: Callable[[str, str], None]) -> Sounding:
        from hiptimer.audio.sound import open_sound

        return open_sound(clock.now, ring, changed, mute=mute, settings=settings.sound)

    return World(
        store=store,
        locks=paths.locks,
        clock=clock,
        audible=Audible(mute, settings.voice, settings.sound.volume, problem),
        open_sound=sound,
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


def _left(paths: Paths, store: Store, clock: Clock, start: Start) -> tuple[Runner | None, str]:
    """The session left open, to be shown at once, or what there is to say where it could not be ended."""
    from hiptimer.session.opening import close_all_as_partial, open_newest

    if start.resume:
        return open_newest(store, paths.locks, clock, start.whose), ""
    if start.resume is None:
        return None, ""
    return None, close_all_as_partial(store, paths.locks, clock, start.options.guest)
