"""Where a session stands, as sentences to be heard or read one after the other. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from hiptimer.circuit.instead import exercise_of
from hiptimer.circuit.model import Block, Count, Exercise, Order, Side, ToFatigue
from hiptimer.circuit.plan import Step
from hiptimer.progress.hints import NONE, Hints
from hiptimer.session.ask import begins_round, broken_hold, clock_reading, counting, loads_of, target_reps
from hiptimer.session.course import substitutes
from hiptimer.session.events import Leaving, Substitute
from hiptimer.session.state import COUNTDOWNS, Phase, Session, Status
from hiptimer.tui.earlier import last_words
from hiptimer.tui.twin import EDGE
from hiptimer.tui.view import view
from hiptimer.tui.words import asked, other_limb, take_words
from hiptimer.weights import Unit, Weights, shown, weight_words

CLOSED = "Everything is logged: hiptimer log shows it."
LEFT = {
    Leaving.LATER: "Kept for later: hiptimer start --resume goes on.",
    Leaving.PARTIAL: "Finished here, as partial: hiptimer log shows it.",
    Leaving.DISCARD: "Discarded.",
}


def sentences(*parts: str) -> str:
    """The parts that say something, each as a sentence."""
    return " ".join(_sentence(part) for part in parts if part)


def _sentence(part: str) -> str:
    return part[0].upper() + part[1:] + ("" if part.endswith((".", "!", "?")) else ".")


def name(step: Step) -> str:
    """`wall push, left`: words in capitals are spelled out by some screen readers."""
    return f"{step.exercise.short.lower()}{side_words(step.side)}"


def side_words(side: Side | None) -> str:
    """The side behind a name; nothing where there is none."""
    return "" if side is None else ", sides alternating" if side is Side.BOTH else f", {side}"


def sides_words(loads: Mapping[Side | None, float], unit: Unit) -> str:
    """The weights of an exercise: `8 kg`; `left 8 kg, right 6 kg` where the sides differ."""
    told = {weight_words(kg, unit) for kg in loads.values()}
    if len(told) < 2:
        return "".join(told)
    return ", ".join(f"{side} {weight_words(kg, unit)}" for side, kg in loads.items())


def weight_question(session: Session, step: Step, weights: Weights) -> str:
    """What is asked of the weight of a step: in which unit, what it is now, what there is."""
    now = sides_words(loads_of(session, step.exercise), weights.unit)
    owned = ", ".join(f"{shown(kg, weights.unit):g}" for kg in weights.owned)
    split = f"; with x behind it, for {step.side} only" if step.side in (Side.LEFT, Side.RIGHT) else ""
    parts = (
        f"WEIGHT of {step.exercise.short.lower()} in {weights.unit}, 0 is body weight",
        f"it is {now} now" if now else "",
        f"you have {owned}" if owned else "",
        f"type it, then Enter{split}",
    )
    return sentences(*parts)


def instead_of(session: Session, exercise: Exercise) -> dict[str, Substitute]:
    """What can be done today in place of an exercise, by the key that picks it."""
    others = enumerate(substitutes(session, exercise.id), start=1)
    return {f"{number}": Substitute(exercise.id, other.id) for number, other in others}


def instead_words(session: Session, others: Mapping[str, Substitute]) -> str:
    """The same as choices: `1: bridge instead, for today. `; nothing where there are none."""
    named = ((key, exercise_of(session.circuit, event.by)) for key, event in others.items())
    return "".join(f"{key}: {other.short.lower()} instead, for today. " for key, other in named)


def left_words(session: Session, at: float) -> str:
    """What is left of the running countdown: `45 s`."""
    return f"{ceil(clock_reading(session, at) - EDGE)} s"


def place(session: Session, at: float, weights: Weights, hints: Hints = NONE) -> str:
    """Where the session stands, in one line that begins with its phase."""
    step, coaching = session.step, view(session, at, weights=weights, hints=hints)
    tip = "".join(coaching.tip[:1])
    last = last_words(hints, step, weights.unit)
    what, take = _asked(session, weights.unit), take_words(session, weights)
    match session.phase:
        case Phase.READY:
            told = (_position(step), what, last, take, _round(session), tip, "Press Enter to start")
            return f"READY: {name(step)}. {sentences(*told)}"
        case Phase.LEAD_IN:
            return f"GET SET: {name(step)}, {left_words(session, at)}."
        case Phase.WORK:
            return f"WORK: {name(step)}. {sentences(what, tip, _press(session))}"
        case Phase.SWITCH:
            coming = f"{left_words(session, at)}, then {name(step)}"
            return f"SWITCH: {sentences(coming, _position(step), take)}"
        case Phase.REST:
            new = _round(session) if begins_round(session) else ""
            coming = f"{left_words(session, at)}, then {name(step)}"
            return f"REST: {sentences(coming, _position(step), what, last, take, new, tip)}"
        case Phase.PAUSED:
            why = coaching.text if broken_hold(session) else ()
            left = _before_work(session, at) if session.paused in COUNTDOWNS else ""
            return f"PAUSED: {left}{name(step)}. {sentences(*why, 'Press Enter to go on')}"
        case Phase.FINISHED:
            return "FINISHED as partial." if session.status is Status.PARTIAL else "FINISHED: well done."


def _before_work(session: Session, at: float) -> str:
    """The countdown that stands still: `rest, 12 s left, then `."""
    return f"{session.shown_phase.lower()}, {left_words(session, at)} left, then "


def whole(session: Session) -> str:
    """What the session is, in a few words: `Runner's hips: 3 rounds`."""
    straight = session.circuit.order is Order.STRAIGHT
    number = f"{session.rounds} {'set' if straight else 'round'}{'' if session.rounds == 1 else 's'}"
    return f"{session.circuit.name}: {number}{' of each exercise' if straight else ''}"


def _position(step: Step) -> str:
    """Which side, and what the other limb does: `stand left, push right knee into wall`."""
    label = step.exercise.side_label
    side = f"{label} {step.side}" if label and step.side in (Side.LEFT, Side.RIGHT) else ""
    return ", ".join(filter(None, (side, other_limb(step))))


def _asked(session: Session, unit: Unit) -> str:
    """Target and load: `3 clockwise, then 3 counterclockwise, medium-heavy 8 kg`."""
    words = asked(session, session.step, unit).replace(" · ", ", ").lower()
    return f"hold {words}" if isinstance(session.step.exercise.target, ToFatigue) else words


def _round(session: Session) -> str:
    if session.step.block is not Block.MAIN:
        return session.step.block
    word = "set" if session.circuit.order is Order.STRAIGHT else "round"
    return f"{word} {session.step.round} of {session.rounds}"


def _press(session: Session) -> str:
    """What the big key is for in this set."""
    if target_reps(session) is not None:
        match counting(session):
            case Count.TAP:
                return "press Enter for each rep"
            case Count.PACE:
                return "I count; press Enter when done"
            case Count.KEY:
                pass
    return "press Enter when done"
