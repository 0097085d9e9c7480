"""Where a session stands, as sentences to be heard or read one after the other. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from types import MappingProxyType

from hiptimer.circuit.model import Block, Count, Exercise, Order, Side, ToFatigue
from hiptimer.circuit.plan import Step
from hiptimer.circuit.text import number_of
from hiptimer.progress.hints import NONE, Hints
from hiptimer.session.ask import begins_round, broken_hold, clock_reading, counting, loads_of, target_reps
from hiptimer.session.events import Leaving
from hiptimer.session.questions import Choosing, Rating, Topic
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
ASKED: Mapping[Topic, str] = MappingProxyType(
    {
        Topic.SKIP: "SKIP? {answers} Anything else keeps it.",
        Topic.INSTEAD: "INSTEAD of {0}? {answers} Anything else keeps it.",
        Topic.WHICH_SET: "WEIGHT of which set? {answers}",
        Topic.STOP: "{answers} Anything else keeps it.",
        Topic.LEAVE: "LEAVE? {answers} Anything else keeps going.",
        Topic.DISCARD: "DISCARD it, really? {answers} Anything else keeps it.",
        Topic.UNSAVED: "NOT SAVED: {0}. {answers} Anything else tries again.",
        Topic.PAIN: "PAIN in {0}? Type 0 to 10, then Enter.",
        Topic.RESERVE: "{0}: HOW MANY MORE could you have done? 0, 1, 2, 3 or more.",
        Topic.EFFORT: (
            "EFFORT of the whole session, 0 rest, 5 hard, 10 as hard as it gets? Type it, then Enter."
        ),
    }
)
"""What is asked, about what is called `{0}`; the word that says what it is about in capitals."""


def sentences(*parts: str) -> str:
    """The parts that say something, each as a sentence."""
    return " ".join(_sentence(part) for part in parts if part)


def _sentence(part: str) -> str:
    return part[0].upper() + part[1:] + ("" if part.endswith((".", "!", "?")) else ".")


def name(step: Step) -> str:
    """`wall push, left`: words in capitals are spelled out by some screen readers."""
    return called(step.exercise, step.side)


def called(exercise: Exercise, side: Side | None) -> str:
    """An exercise, and the side of it: `wall push, left`."""
    return f"{exercise.short.lower()}{side_words(side)}"


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


def choosing_words(asked: Choosing) -> str:
    """A question with the answers that do something, each by its key: `s: this set.`"""
    answers = " ".join(f"{one.keys[0]}: {one.words}." for one in asked.answers if not one.harmless)
    return ASKED[asked.about].format(*asked.of, answers=answers)


def rating_words(asked: Rating) -> str:
    """A question for a number."""
    return ASKED[asked.about].format(*asked.of)


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
    """What the session is, in a few words: `Runner's hips, a guest's session: 3 rounds`."""
    whose = ", a guest's session" if session.options.guest else ""
    name = f"{session.circuit.name}{whose}"
    if session.circuit.order is Order.STRAIGHT:
        return f"{name}: {number_of(session.rounds, 'set')} of each exercise"
    return f"{name}: {number_of(session.rounds, 'round')}"


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
