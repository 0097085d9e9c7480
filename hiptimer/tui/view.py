"""What the live screen shows at an instant, as plain values: words, digits, lines. No Textual here."""

from __future__ import annotations

from math import ceil

from hiptimer.circuit.model import Count, Side
from hiptimer.keyboard import USUAL, Keyboard
from hiptimer.progress.hints import NONE, Hints
from hiptimer.session.ask import (
    broken_hold,
    clock_reading,
    counting,
    done_now,
    moment,
    pair,
    reps_counted,
    target_reps,
    tempo,
    timed_left,
)
from hiptimer.session.state import COUNTDOWNS, Moment, Phase, Session
from hiptimer.tui import position
from hiptimer.tui.asked import much_asked
from hiptimer.tui.earlier import last_lines, offer_phrases
from hiptimer.tui.showing import Showing, showing
from hiptimer.tui.twin import EDGE, twin
from hiptimer.tui.words import (
    clock,
    count_words,
    logged_phrases,
    next_phrases,
    other_limb,
    reps_words,
    side_blocks,
    take_words,
)
from hiptimer.values import dataclass
from hiptimer.weights import NONE_OWNED, Weights

DONE_SECONDS = 3.0
"""How long DONE and a tick stand after a set, in seconds."""
DONE = "DONE ✓"


@dataclass(frozen=True, slots=True)
class View:
    """The live screen, from the biggest to the smallest."""

    heading: str
    """Big, on top: the exercise, or REST, SWITCH, DONE."""
    name: str
    """The heading that room is kept for, so that nothing moves while another one stands there."""
    number: str
    """Biggest: the count, the target or the countdown; empty where a text stands in its place."""
    text: tuple[str, ...]
    """In place of the number: how to get into position, at READY."""
    whole_name: str
    """At READY of an exercise that has no such text."""
    coming: str
    """Big, in a rest: the next exercise."""
    side: tuple[str, ...]
    """Big: what the side means, and which; at READY of an exercise without sides, how much is asked."""
    limb: str
    """Big where there is room: what the other limb does; in a rest which weight to take."""
    lines: tuple[str, ...]
    """Under these, in type of normal size."""
    figure: Showing | None
    tip: tuple[str, ...]
    """A coaching line, or what is suggested for the coming exercise; then the same in fewer words."""
    next: tuple[str, ...]
    """What comes after this, or what was logged and how to correct it; then the same in fewer words."""
    button: str
    """What the big key does now."""
    keys: tuple[str, ...]
    """The other keys that matter now, by the ids of their bindings."""


def view(
    session: Session,
    at: float,
    row: int = 0,
    weights: Weights = NONE_OWNED,
    hints: Hints = NONE,
    keys: Keyboard = USUAL,
) -> View:
    """The live screen of a session at instant `at`; `row` is the direction chosen for corrections."""
    take = take_words(session, weights)
    between = session.shown_phase in (Phase.SWITCH, Phase.REST)
    rest = session.shown_phase is Phase.REST
    step = session.step
    much, more = much_asked(session, weights.unit)
    return View(
        heading=_heading(session, at),
        name=DONE if session.phase in (Phase.SWITCH, Phase.REST) else step.exercise.short,
        number=number(session, at),
        text=position.text(session),
        whole_name=position.whole_name(session),
        coming=step.exercise.short if rest else "",
        side=side_blocks(step)[-1:] if rest and step.side is not Side.BOTH else side_blocks(step) or much,
        limb=take if rest else other_limb(step),
        lines=(
            *_lines(session, at, more, "" if rest else take),
            *last_lines(session, hints, weights.unit),
        ),
        figure=showing(session, at),
        tip=offer_phrases(session, hints, weights.unit, keys) or (_tip(session),),
        next=logged_phrases(session, row) if between else next_phrases(session),
        button=_button(session),
        keys=_keys(session),
    )


def next_change(session: Session, at: float) -> float | None:
    """Seconds until the screen shows something else by itself; None if it will not."""
    reading = clock_reading(session, at)
    if session.phase in COUNTDOWNS:
        done_ends = session.since + DONE_SECONDS - at if just_done(session, at) else None
        if session.frozen_at is not None:
            return done_ends
        below = _to_next_below(reading)
        return below if done_ends is None else min(below, done_ends)
    if session.phase is not Phase.WORK:
        return None
    match moment(session):
        case Moment.HOLD:
            return 1.0 - reading % 1.0
        case Moment.TIMED:
            return _to_next_below(timed_left(session, at))
        case _ if counting(session) is Count.PACE:
            return min(1.0, tempo(session) - (at - session.beat) % tempo(session))
        case _:
            return None


def _to_next_below(reading: float) -> float:
    """Seconds until a countdown shows the next lower number."""
    return reading - (ceil(reading - EDGE) - 1)


def number(session: Session, at: float) -> str:
    """What stands biggest; empty where nothing does."""
    shown = session.shown_phase
    if broken_hold(session):
        return ""
    if shown in COUNTDOWNS:
        return clock(ceil(clock_reading(session, at) - EDGE))
    if shown is not Phase.WORK:
        return ""
    match moment(session, Phase.WORK):
        case Moment.REPS:
            return _reps_number(session, at)
        case Moment.HOLD:
            return clock(int(clock_reading(session, at) + EDGE))
        case _:
            return clock(ceil(timed_left(session, at) - EDGE))


def _reps_number(session: Session, at: float) -> str:
    each = target_reps(session) or 0
    if counting(session) is Count.KEY:
        return reps_words(each, session.step)
    counted = reps_counted(session, at)
    return str((counted - 1) % each + 1 if counted else 0)


def just_done(session: Session, at: float) -> bool:
    """Whether a set was marked done in the last 3 s."""
    rests = session.phase in (Phase.SWITCH, Phase.REST)
    return rests and done_now(session) and at < session.since + DONE_SECONDS - EDGE


def _heading(session: Session, at: float) -> str:
    if just_done(session, at):
        return DONE
    word = twin(session, at)
    if word:
        return word
    if session.phase is Phase.LEAD_IN:
        return "GET SET"
    if session.phase in (Phase.SWITCH, Phase.REST, Phase.PAUSED):
        return session.phase
    return session.step.exercise.short


def _lines(session: Session, at: float, asked: str, take: str) -> tuple[str, ...]:
    if session.shown_phase is Phase.REST:
        return (asked,)
    return tuple(filter(None, (asked, take, count_words(session, at))))


def _tip(session: Session) -> str:
    """One coaching line for the whole moment; another one in the next round."""
    tips = session.step.exercise.tips
    match session.shown_phase:
        case Phase.REST:
            lines = tips.why
        case Phase.WORK:
            lines = tips.work
        case _:
            lines = tips.setup
    return lines[(session.step.round - 1) % len(lines)] if lines else ""


def _button(session: Session) -> str:
    if session.phase is Phase.WORK and moment(session) is Moment.REPS and counting(session) is Count.TAP:
        return "One rep"
    return BUTTONS[session.phase]


def _keys(session: Session) -> tuple[str, ...]:
    """Without the other side where there is none."""
    has_sides = pair(session, session.cursor) is not None
    return tuple(key for key in KEYS[session.phase] if has_sides or key != "swap")


BUTTONS = {
    Phase.READY: "Start",
    Phase.LEAD_IN: "Last 3 s",
    Phase.WORK: "Done",
    Phase.SWITCH: "Go now",
    Phase.REST: "Go now",
    Phase.PAUSED: "Go on",
    Phase.FINISHED: "Close",
}
KEYS = {
    Phase.READY: ("skip", "swap", "weight", "leave", "help"),
    Phase.LEAD_IN: ("pause", "undo", "skip", "swap", "help"),
    Phase.WORK: ("pause", "undo", "skip", "swap", "help"),
    Phase.SWITCH: ("longer", "shorter", "undo", "pause", "help"),
    Phase.REST: ("longer", "shorter", "undo", "pause", "help"),
    Phase.PAUSED: ("undo", "redo", "skip", "leave", "help"),
    Phase.FINISHED: ("undo", "redo", "add-round", "effort", "help"),
}
"""The keys that matter most, by the ids of their bindings; help shows them all."""
