"""What the voice says, and when: who stands facing a wall needs to be told, not shown.

Phrases are named here and recorded in `assets/sounds/voice/`; one that is not recorded (the name of a
user's own exercise) is left out by the player. What comes from a circuit file is named by its own words:
where somebody has changed a line, the old one is not said.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from hiptimer.circuit.model import Block, Count, Order, Side
from hiptimer.circuit.plan import Step
from hiptimer.circuit.text import slug
from hiptimer.session.advice import asks_reserve
from hiptimer.session.ask import (
    begins_round,
    call_ahead,
    counting,
    halfway,
    load_of,
    loads_used,
    moment,
    paced_reps,
    target_reps,
    target_seconds,
    target_total,
    tempo,
)
from hiptimer.session.cues import Rank, Spoken, Voice
from hiptimer.session.estimate import REP_SECONDS
from hiptimer.session.state import Moment, Phase, Session, Status

STILL_HOLDING = 90.0
"""Seconds of a hold after which the runner is asked whether it still goes on."""
LATE_IN_HOLD = 40.0
"""Seconds after which a hold counts as long, and its late line is spoken."""
AFTER_TONE = 0.1
"""Seconds after an instant at which a tone is due that a word asks to be said."""
AGAIN_BEFORE = 12.0
"""Seconds before the end of a long rest at which the next exercise is named again."""
LONG_REST = 30.0
SAME_KG = 0.05
"""Kilograms by which two weights may differ and be the same one."""


def spoken(session: Session, voice: Voice) -> Iterator[Spoken]:
    """What is said in the session's phase, from its beginning on."""
    if voice is Voice.OFF or session.frozen_at is not None:
        return
    start = session.since + AFTER_TONE
    match session.phase:
        case Phase.LEAD_IN | Phase.SWITCH | Phase.REST:
            yield from _in_countdown(session, start)
        case Phase.WORK:
            yield from _in_work(session, start, voice)
        case _:
            yield from _at_once(session, start, inf)


def say_again(session: Session) -> tuple[str, ...]:
    """What is now: said when the phase begins, and again when the runner asks."""
    return (*_now(session), *_weight(session))


def _at_once(session: Session, at: float, before: float) -> Iterator[Spoken]:
    """What is said as a phase begins. What a key may change in it is apart, so that nothing is said twice."""
    apart = (_weight(session), ("how-many-more",) if asks_reserve(session) else ())
    yield from (Spoken(at, words, before) for words in (_now(session), *apart) if words)


def _now(session: Session) -> tuple[str, ...]:
    step = session.step
    match session.phase:
        case Phase.PAUSED:
            return ("paused",)
        case Phase.FINISHED:
            return () if session.status is Status.PARTIAL else ("well-done",)
        case Phase.SWITCH:
            return ("switch", _side(step))
        case Phase.REST:
            return ("rest", *_part(session), *_next(session))
        case Phase.READY if session.logged is None:
            return (*_part(session), *_name(step), *_other(step))
        case _:
            return (*_name(step), *_other(step))


def _in_countdown(session: Session, start: float) -> Iterator[Spoken]:
    before = call_ahead(session).at
    if session.phase is Phase.LEAD_IN:
        if moment(session, Phase.WORK) is Moment.HOLD:
            yield Spoken(start, ("to-fatigue",), before)
        return
    yield from _at_once(session, start, before)
    assert session.deadline is not None
    if session.deadline - session.since >= LONG_REST and not session.step.wait:
        yield Spoken(session.deadline - AGAIN_BEFORE, _name(session.step), before)


def _in_work(session: Session, start: float, voice: Voice) -> Iterator[Spoken]:
    end = inf if session.deadline is None else session.deadline
    if session.step.exercise.directions:
        yield Spoken(start, (str(session.step.exercise.directions[0]),), end)
    match moment(session):
        case Moment.HOLD:
            yield from _late(session, session.since + LATE_IN_HOLD, end)
            yield Spoken(session.since + STILL_HOLDING + AFTER_TONE, ("still-holding",), end)
        case Moment.TIMED:
            if (half := halfway(session)) is not None:
                yield Spoken(half + AFTER_TONE, ("halfway",), end)
            yield from _late(session, session.since + target_seconds(session) / 2 + AFTER_TONE, end)
        case _ if counting(session) is Count.PACE:
            yield from _paced(session, end, voice)
        case _ if counting(session) is Count.KEY:
            half = (target_total(session) or 0) * REP_SECONDS / 2
            yield from _late(session, session.since + half, end)


def _late(session: Session, at: float, before: float) -> Iterator[Spoken]:
    """One of the exercise's late lines, another one each round."""
    lines = session.step.exercise.tips.late
    if lines:
        line = lines[(session.step.round - 1) % len(lines)]
        yield Spoken(at, (f"late-{slug(line)}",), before)


def _paced(session: Session, end: float, voice: Voice) -> Iterator[Spoken]:
    each, total = target_reps(session) or 1, target_total(session) or 0
    pace = tempo(session)
    for number, at in paced_reps(session):
        if voice is Voice.COUNTS:
            yield Spoken(at, (f"count-{(number - 1) % each + 1}",), at + pace, Rank.COUNT)
        if number % each == 0 and number < total:
            yield Spoken(at + AFTER_TONE, ("reverse",), at + pace)
        elif number == (total + 1) // 2:
            yield from _late(session, at + AFTER_TONE, min(end, at + pace))


def _name(step: Step) -> tuple[str, ...]:
    return (f"name-{slug(step.exercise.short)}", *([_side(step)] if step.side is not None else []))


def _next(session: Session) -> tuple[str, ...]:
    """What comes; of intervals it is clear."""
    if len(session.circuit.exercises) == 1 and session.step.side is None:
        return ()
    return ("next", *_name(session.step))


def _side(step: Step) -> str:
    if step.side is Side.BOTH:
        return "both-sides"
    label = step.exercise.side_label
    return f"{label}-{step.side}" if label else str(step.side)


def _other(step: Step) -> tuple[str, ...]:
    said = slug(step.exercise.other_limb.replace("{other}", step.side.other)) if step.side else ""
    return (f"other-{said}",) if said else ()


def _weight(session: Session) -> tuple[str, ...]:
    """What to do about the weight before a set, where the coming one is not what is in hand."""
    coming, used = load_of(session, session.step), loads_used(session)
    before_a_set = session.phase in (Phase.READY, Phase.SWITCH, Phase.REST)
    if coming is None or not used or not before_a_set or abs(coming - used[-1]) <= SAME_KG:
        return ()
    return ("no-weight",) if not coming else ("another-weight",) if used[-1] else ("take-a-weight",)


def _part(session: Session) -> tuple[str, ...]:
    """Where another part of the session begins which one it is: a round, the warm-up, the cool-down."""
    before = None if session.logged is None else session.steps[session.logged].block
    block = session.step.block
    if block is not Block.MAIN:
        return () if block is before else (str(block),)
    from_warm_up = before is Block.WARM_UP and session.circuit.order is Order.ROUNDS
    if not begins_round(session) and not from_warm_up:
        return ()
    number = session.step.round
    return ("last-round",) if number == session.rounds else (f"round-{number}",)
