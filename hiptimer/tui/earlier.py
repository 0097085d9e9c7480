"""What earlier sessions have to say on the live screen, and what is asked for later ones. No Textual.

Of a hold nothing earlier is shown: it would become a target.
"""

from __future__ import annotations

from hiptimer.circuit.plan import Step
from hiptimer.keyboard import USUAL, Keyboard
from hiptimer.limits import MOST_RESERVE
from hiptimer.progress.hints import Hints
from hiptimer.session import events as e
from hiptimer.session.advice import asks_reserve
from hiptimer.session.ask import load_of
from hiptimer.session.machine import legal
from hiptimer.session.state import Phase, Session
from hiptimer.weights import Unit, weight_words

BEFORE_WORK = frozenset({Phase.READY, Phase.SWITCH, Phase.REST})


def last_words(hints: Hints, step: Step, unit: Unit) -> str:
    """`last time 8 8 6, 12 kg`; empty where there is none."""
    last = hints.last.get((step.exercise.id, step.side))
    if last is None:
        return ""
    sets = " ".join("+".join(map(str, reps)) for reps in last.sets)
    weight = "" if last.load_kg is None else f", {weight_words(last.load_kg, unit)}"
    return f"last time {sets}{weight}"


def last_lines(session: Session, hints: Hints, unit: Unit) -> tuple[str, ...]:
    """What was done last time, before the work that it is about."""
    said = last_words(hints, session.step, unit) if session.shown_phase in BEFORE_WORK else ""
    return (said,) if said else ()


def offer(session: Session, hints: Hints) -> e.Take | None:
    """What is suggested for the coming exercise, as the event that takes it; None once it is taken."""
    if session.shown_phase not in BEFORE_WORK or not legal(session, e.Take):
        return None
    step = session.step
    found = hints.suggestions.get(step.exercise.id)
    if found is None or found.kg is None or found.kg <= (load_of(session, step) or 0.0):
        return None
    return e.Take(step.exercise.id, found.kg, found.reps)


def offer_phrases(session: Session, hints: Hints, unit: Unit, keys: Keyboard = USUAL) -> tuple[str, ...]:
    """The suggestion with its reason and its key; empty where there is none."""
    taken = offer(session, hints)
    if taken is None:
        return ()
    weight = weight_words(taken.kg, unit)
    what = weight if taken.reps is None else f"{weight}, {taken.reps} reps"
    why = hints.suggestions[taken.exercise].reason
    key = keys.sign("take")
    return f"{key} takes {what}: {why}", f"{key} takes {what}"


def question_phrases(session: Session) -> tuple[str, ...]:
    """`How many more could you have done? 0 1 2 3+`; empty where that is no question."""
    if not asks_reserve(session):
        return ()
    answers = " ".join(f"{reps}{'+' if reps == MOST_RESERVE else ''}" for reps in range(MOST_RESERVE + 1))
    return f"How many more could you have done?  {answers}", f"How many more?  {answers}"
