"""How a session begins: on home, as a guest, as a trial, or where another was left open.

Home has to be seen at once: a screen behind one of its keys is imported with the first press of that key.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hiptimer.circuit.library import trial
from hiptimer.circuit.plan import Options
from hiptimer.config import Settings
from hiptimer.history.faults import FAULTS
from hiptimer.history.records import Morning, SessionRecord
from hiptimer.history.store import Store
from hiptimer.progress.weeks import counted_days, per_week
from hiptimer.session import preferences
from hiptimer.session.habits import FirstSide, Habits
from hiptimer.session.lives import NothingToResume, left_open
from hiptimer.session.preferences import Preferences
from hiptimer.session.state import Status
from hiptimer.session.todays import todays, usual_holds
from hiptimer.tui.doors import Doors
from hiptimer.tui.screens.home import HomeScreen
from hiptimer.tui.today import Today, open_words
from hiptimer.tui.visits import Visits

if TYPE_CHECKING:
    from textual.screen import Screen

    from hiptimer.progress.hints import Hints
    from hiptimer.session.runner import Runner

TRIAL_OVER = "That was the real thing; nothing was logged."
TRIAL_LEFT = "The trial was left; nothing was logged."
WAY_BACK = "What you have exported can be brought back: hiptimer import FILE."
BEGUN_ANEW = "the damaged history is set aside, a new one is begun"

log = logging.getLogger(__name__)


class Beginning(Visits):
    """The part of the app that leads to a session, which `_show_session` shows."""

    _settings: Settings
    """As they are now."""
    _anew = False
    """A damaged history was set aside, and this one is new: it is not the first time."""
    _at_once = False
    """A session and nothing else: where none is begun, the app ends."""
    not_ended = ""
    """That a session left open is still open, though another is begun in its place; mostly nothing."""

    def _show_session(self, runner: Runner, scratch: Store | None = None) -> None:
        """Lead through a session. `scratch`: the history it is kept in meanwhile, and thrown away with."""
        raise NotImplementedError

    def get_default_screen(self) -> Screen[Any]:
        """What all screens stand on: home, so that nothing is drawn before it; for a session, nothing."""
        if self._at_once:
            return super().get_default_screen()
        store = self._world.store
        self._anew = bool(store.news) and not store.unkept
        return self._home()

    def _welcome(self) -> None:
        """On home: news; the first time, unless a session waits there, a card of questions over it."""
        store = self._world.store
        whole_news = f"{store.news[:1].upper()}{store.news[1:]}. {WAY_BACK}"
        self._say_on_home(whole_news if self._news() else "")
        asked = preferences.read(store.earlier.preferences()).asked
        if not (asked or store.unkept or self._anew or self._left_open()):
            from hiptimer.tui.screens.card import CardScreen

            self._open_sound()
            self.push_screen(CardScreen(self._world.audible, self._pressed_now), self._card_closed)

    def _news(self) -> str:
        """What the user has to know of the history, once."""
        store = self._world.store
        news, store.news = store.news, ""
        not_ended, self.not_ended = self.not_ended, ""
        return not_ended or (BEGUN_ANEW if news and not store.unkept else "")

    def _home(self) -> HomeScreen:
        doors = Doors(
            start=self._start_pressed,
            trial=self._try,
            guest=lambda: self._start_or_ask(guest=True),
            resume=self._resume,
            circuits=self._show_circuits,
            log=self._show_log,
            sides=self._show_sides,
            morning=self._keep_morning,
            weights=self._show_weights,
            settings=self._show_settings,
        )
        return HomeScreen(self._today, doors, self._world.audible.problem)

    def _card_closed(self, answers: Preferences | None) -> None:
        try:
            self._world.store.prefer(preferences.write(answers or Preferences(asked=True)))
        except FAULTS as error:
            log.warning("answers not kept: %s", error)
            self._say_on_home(f"Your answers could not be kept: {error}.")

    def _say_on_home(self, message: str) -> None:
        """Stands on home until a session is begun."""
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.say(message)

    def _today(self) -> Today:
        world, now = self._world, self._world.clock.wall()
        unfinished = self._left_open()
        session = todays(world.store, self._circuit.text, world.options, self._habits)
        return Today(
            session,
            now,
            world.store.earlier.last_trained(),
            unfinished[-1] if unfinished else None,
            per_week(counted_days(world.store.earlier.trained(), now), now),
            self._settings.per_week,
            holds=usual_holds(world.store, session),
            unit=self._weights.unit,
            unkept=world.store.unkept,
            anew=self._anew,
            alternates=self._habits.first_side is FirstSide.ALTERNATE,
        )

    def _keep_morning(self, session: SessionRecord, answer: Morning) -> None:
        try:
            from hiptimer.history.changes import of_session

            said = of_session(session, "morning", answer, self._world.clock.wall())
            self._world.store.amend(session.id, [said])
        except FAULTS as error:
            log.warning("the morning after not kept: %s", error)
            self._say_on_home(f"Your answer could not be kept: {error}.")

    @property
    def _habits(self) -> Habits:
        habits = self._settings.habits
        return habits.without_times if self._world.own_times else habits

    def _show_settings(self) -> None:
        """The settings, over home."""
        raise NotImplementedError

    def _left_open(self, guest: bool | None = None) -> list[SessionRecord]:
        return left_open(self._world.store, self._world.locks, guest)

    def _start_pressed(self) -> None:
        """The big key on home; not one that is held, perhaps since it closed the session before."""
        from hiptimer.session.runner import BOUNCE

        before, self._pressed = self._pressed, self._world.clock.now()
        if self._pressed - before >= BOUNCE:
            self._start_or_ask()

    def _start_or_ask(self, guest: bool = False) -> None:
        """Begin a session; where one was left open, ask what becomes of it: a guest of a guest's alone."""
        guest = guest or self._world.options.guest
        unfinished = self._left_open(guest)
        if not unfinished or self.not_ended:
            self._start(guest)
            return
        if self._at_once:
            self.push_screen(self._home())  # what the question stands on
        from hiptimer.tui.screens.dialogs import Choice, ChooseDialog

        choices = (
            Choice("r", "go on with it", True),
            Choice("n", "end it as partial, start anew", False),
        )
        title = f"A session is unfinished: {open_words(unfinished[-1])}"
        self.push_screen(ChooseDialog(title, choices), lambda resume: self._start_answered(resume, guest))

    def _start_answered(self, resume: bool | None, guest: bool) -> None:
        if resume is True:
            self._resume(guest)
        elif resume is False:
            from hiptimer.session.opening import close_all_as_partial

            world = self._world
            self.not_ended = close_all_as_partial(world.store, world.locks, world.clock, guest)
            self._start(guest)
        elif self._at_once:
            self.exit(0)

    def _start(self, guest: bool) -> None:
        from hiptimer.session.opening import open_new

        world = self._world
        options = replace(world.options, guest=guest)
        self._show_session(
            open_new(world.store, world.locks, world.clock, self._circuit.text, options, self._habits)
        )

    def _try(self) -> None:
        from hiptimer.session.opening import open_new

        world, scratch = self._world, Store.in_memory()
        self._show_session(open_new(scratch, world.locks, world.clock, trial(), Options()), scratch)

    def _resume(self, guest: bool | None = None) -> None:
        from hiptimer.session.opening import open_left

        world = self._world
        unfinished = self._left_open(guest)
        if not unfinished:
            return
        try:
            self._show_session(open_left(world.store, world.locks, world.clock, unfinished[-1].id))
        except NothingToResume as error:
            self._say_on_home(str(error))

    def _hints(self, runner: Runner, logged: bool) -> Hints:
        """What earlier sessions have to say; nothing in a trial."""
        from hiptimer.progress.hints import NONE
        from hiptimer.session.opening import hints

        return hints(self._world.store, runner.session, self._weights.owned) if logged else NONE

    def _finished_before(self, runner: Runner) -> SessionRecord | None:
        """The last finished session that is not the runner's own, nor a guest's."""
        session = runner.session
        own = session.status is Status.FINISHED and not session.options.guest
        finished = self._world.store.earlier.sessions(1 + own, "finished", guests=False)
        return finished[0] if len(finished) > own else None
