"""What the screens say of a session, in words: asked, logged, coming. No Textual here.

What has to be read whole at every width comes as several phrases, the longest first.
"""

from __future__ import annotations

from collections.abc import Sequence

from hiptimer.circuit.describe import seconds_words, target_words
from hiptimer.circuit.model import Block, Count, Exercise, Side, ToFatigue
from hiptimer.circuit.plan import Step
from hiptimer.limits import MOST_RESERVE
from hiptimer.session.ask import (
    counting,
    focus,
    following,
    load_of,
    loads_used,
    pair_complete,
    reps_counted,
    target_reps,
    target_seconds,
)
from hiptimer.session.moves import countdown
from hiptimer.session.state import Done, Outcome, Phase, Session
from hiptimer.session.status import BETWEEN, status_line
from hiptimer.weights import BODY_WEIGHT, Unit, Weights, weight_words

BEFORE_A_SET = frozenset({Phase.READY, Phase.SWITCH, Phase.REST})


def clock(seconds: int) -> str:
    """Seconds below 100, else minutes and seconds."""
    return str(seconds) if seconds < 100 else f"{seconds // 60}:{seconds % 60:02}"


def side_blocks(step: Step) -> tuple[str, ...]:
    """What the side means, and the side, for the big letters; empty where there are no sides."""
    if step.side is None:
        return ()
    if step.side is Side.BOTH:
        return ("LEFT +", "RIGHT")
    label = step.exercise.side_label.upper()
    return (label, step.side.upper()) if label else (step.side.upper(),)


def name(step: Step) -> str:
    """`WALL PUSH LEFT`; without a side where it is not one of two."""
    return called(step.exercise, step.side)


def called(exercise: Exercise, side: Side | None) -> str:
    """An exercise by its name, and one side of it behind that: `WALL PUSH LEFT`."""
    if side is None or side is Side.BOTH:
        return exercise.short
    return f"{exercise.short} {side.upper()}"


def other_limb(step: Step) -> str:
    """What the other limb does: `push right knee into wall`."""
    side = step.side.other if step.side else ""
    return step.exercise.other_limb.replace("{other}", str(side))


def how_to(session: Session, unit: Unit) -> list[tuple[str, tuple[str, ...]]]:
    """How the exercise at the cursor is done: lines under the moment they are for, empty moments left out."""
    step = session.step
    tips = step.exercise.tips
    kit = f"kit: {', '.join(session.circuit.kit)}" if session.circuit.kit else ""
    groups = (
        ("side", (": ".join(filter(None, (" ".join(side_blocks(step)), other_limb(step)))),)),
        ("how", tips.how),
        ("stop", (tips.stop,)),
        ("set up", tips.setup),
        ("work", tips.work),
        ("with", (asked(session, step, unit), kit)),
        ("why", tips.why),
    )
    return [(title, tuple(filter(None, lines))) for title, lines in groups if any(lines)]


def asked(session: Session, step: Step, unit: Unit) -> str:
    """Target and load of a step in words: `12 reps · HEAVY 16 kg`."""
    directions = step.exercise.directions
    reps = target_reps(session, step)
    if reps is not None and directions:
        words = ", then ".join(f"{reps} {direction}" for direction in directions)
        return _joined(words, load_words(session, step, unit))
    return asked_briefly(session, step, unit)


def asked_briefly(session: Session, step: Step, unit: Unit) -> str:
    """The same in half a line: `3+3 reps · MEDIUM-HEAVY 8 kg`."""
    reps = target_reps(session, step)
    seconds = target_seconds(session, step)
    if reps is not None:
        words = f"{reps_words(reps, step)} rep{'' if reps == 1 and not step.exercise.directions else 's'}"
    else:
        words = seconds_words(seconds) if seconds else target_words(step.exercise)
    return _joined(words, load_words(session, step, unit))


def reps_words(reps: int, step: Step) -> str:
    """Reps asked, for each direction: `8`, `3+3`."""
    return "+".join([str(reps)] * max(1, len(step.exercise.directions)))


def _joined(*words: str) -> str:
    return " · ".join(filter(None, words))


def load_words(session: Session, step: Step, unit: Unit) -> str:
    """The prescription and the weight last used: `HEAVY 16 kg`."""
    kg = load_of(session, step)
    weight = "" if kg is None else weight_words(kg, unit)
    return " ".join(filter(None, (step.exercise.load.upper(), weight)))


def take_words(session: Session, weights: Weights) -> str:
    """What to do before the coming set, where its weight is another than the one in hand: `set it to 8 kg`.

    An adjustable weight that is set already is only taken again. Empty where there is nothing to do.
    """
    coming = load_of(session, session.step)
    if coming is None or session.shown_phase not in BEFORE_A_SET:
        return ""
    used = [weight_words(kg, weights.unit) for kg in loads_used(session)]
    wanted = weight_words(coming, weights.unit)
    if used[-1:] == [wanted]:
        return ""
    if wanted == BODY_WEIGHT:
        return "no weight"
    set_to = [words for words in used if words != BODY_WEIGHT][-1:]
    return f"set it to {wanted}" if weights.adjustable and set_to != [wanted] else f"take {wanted}"


def count_words(session: Session, at: float) -> str:
    """Who counts, where it is not the runner, up to what, and in which direction now."""
    counted_reps = reps_counted(session, at)
    each = target_reps(session)
    if each is None or counting(session) is Count.KEY:
        return ""
    directions = session.step.exercise.directions
    counted = f"{COUNTERS[counting(session)]}, of {reps_words(each, session.step)}"
    if not directions:
        return counted
    return f"{directions[min(len(directions) - 1, counted_reps // each)]}: {counted}"


COUNTERS = {Count.PACE: "counting for you", Count.TAP: "one press a rep"}


def status_phrases(session: Session) -> tuple[str, ...]:
    """The status line, and the same without the word before the round, or without the word for the part."""
    whole = status_line(session)
    if session.step.block is not Block.MAIN and session.phase is not Phase.FINISHED:
        return (whole, whole.replace(f"{BETWEEN}{session.step.block.upper()}{BETWEEN}", BETWEEN, 1))
    return (whole, whole.replace(f"{BETWEEN}ROUND ", " ").replace(f"{BETWEEN}SET ", " "))


def next_phrases(session: Session) -> tuple[str, ...]:
    """What comes next, and the same in fewer words."""
    whole = f"next: {what_next(session)}"
    return (whole, whole.replace(", then ", ", "))


def what_next(session: Session) -> str:
    """What comes after the work at the cursor."""
    coming = following(session, session.cursor)
    if coming == session.cursor or coming is None:
        return "FINISHED"
    step = session.steps[coming]
    phase, seconds = countdown(session.step, step, session.circuit.order)
    if phase is Phase.SWITCH:
        return f"SWITCH {seconds:g} s, then {(step.side or '').upper()}"
    return f"REST {seconds:g} s, then {name(step)}"


def keys_phrases(keys: Sequence[str], kept: int = 1) -> tuple[str, ...]:
    """All the keys, and ever fewer of them; the last one, which tells of all others, is kept longest.

    Before it stand others that are `kept` with it, like the way back, as long as there is room for them.
    """
    others = max(0, len(keys) - kept)
    fewer = [[*keys[:many], *keys[others:]] for many in range(others, -1, -1)]
    fewer += [[*keys[place:]] for place in range(others + 1, len(keys))]
    return (*("  ".join(words) for words in fewer), "")


def hidden(session: Session) -> bool:
    """Whether the value just logged is not shown: a hold's, until its pair is complete or it is corrected."""
    return session.logged is not None and hidden_at(session, session.logged)


def hidden_at(session: Session, index: int) -> bool:
    """Whether the value logged for a step is not shown yet."""
    hold = isinstance(session.steps[index].exercise.target, ToFatigue)
    corrected = any(row.corrected for row in session.outcomes.get(index, ()))
    return hold and not corrected and not pair_complete(session, index)


def logged_phrases(session: Session, row: int) -> tuple[str, ...]:
    """What was logged last and how to correct it, and without that; nothing before anything is logged."""
    if session.logged is None:
        return ("",)
    step, made = session.steps[session.logged], session.outcomes.get(session.logged, ())
    if not made or made[0].status is Done.SKIPPED:
        return ("",)
    logged = f"logged: {name(step)}"
    if hidden(session):
        return (f"{logged}   up/down corrects", logged)
    if len(made) == 1:
        logged = f"{logged} {value_words(made[0])}"
        return (f"{logged}   up/down corrects", logged)
    values = "+".join(
        f"[{value_words(one)}]" if place == row else value_words(one) for place, one in enumerate(made)
    )
    return (f"{logged} {values}   arrows correct", f"{logged} {values}")


def logged_line(session: Session, row: int) -> str:
    """What was logged last, and how to correct it."""
    return logged_phrases(session, row)[0]


def reserve_words(reps: int) -> str:
    """That the answer to the question how many more is kept: `2 more: noted`."""
    return f"{min(reps, MOST_RESERVE)}{' or' if reps >= MOST_RESERVE else ''} more: noted"


def value_words(outcome: Outcome) -> str:
    """What was logged: `8`, or `31.2 s`."""
    return str(outcome.reps) if outcome.net_seconds is None else f"{outcome.net_seconds:g} s"


def asked_phrases(session: Session) -> tuple[str, ...]:
    """Effort and pain: asked once, or as they were told."""
    index = focus(session)
    remark = None if index is None else session.remarks.get(index)
    pain = None if remark is None else remark.pain
    effort = session.effort
    told = "" if effort is None else f"effort {effort}"
    felt = "" if pain is None else f"pain {pain}"
    rest = "" if told and felt else "   both can be left out" if not (told or felt) else ""
    return (
        f"{told or 'e: how hard was it, 0 to 10?'}   {felt or 'o: any pain?'}{rest}",
        f"{told or 'e how hard?'}  {felt or 'o pain?'}" + ("  optional" if rest else ""),
    )
