"""What the runner is asked in a session: when, with which answers, and what each answer does. Pure.

A session that is drawn and one line by line ask by this and decide nothing themselves: each has its own words
for a `Topic`, and calls an exercise in its own way (`Called`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from hiptimer.circuit.model import Exercise, Side
from hiptimer.circuit.plan import Step
from hiptimer.limits import HARDEST, MOST_REPS, MOST_RESERVE
from hiptimer.session import events as e
from hiptimer.session.advice import (
    Advice,
    advice,
    advice_words,
    in_timed_set,
    reps_logged,
    weighable,
)
from hiptimer.session.ask import focus
from hiptimer.session.course import substitutes
from hiptimer.session.questions import (
    Answer,
    Choosing,
    Closing,
    Noting,
    Rating,
    Refusal,
    Then,
    Topic,
    Weighing,
)
from hiptimer.session.refusals import refused
from hiptimer.session.state import Phase, Remark, Session

Called: TypeAlias = Callable[[Exercise, Side | None], str]
"""How an exercise is called where it is asked about, with a side of it or without."""

TOO_LATE = "it is done already"
"""Said where an answer can't be done any more: a set goes on under a question."""
RESERVES = ("none", "one", "two", "three or more")


def skip(session: Session, called: Called) -> Then:
    """The coming set at once; a current one after a question."""
    if session.shown_phase in (Phase.SWITCH, Phase.REST):
        return e.Skip()
    if session.phase is Phase.FINISHED:
        return Refusal(refused(e.Skip()))
    exercise = session.step.exercise
    name = called(exercise, None)
    answers = (
        Answer("s", "this set", e.Skip(session.cursor)),
        Answer("e", f"{name} for today", e.Drop(exercise.id)),
    )
    return Choosing(Topic.SKIP, answers + _instead(session, exercise, called), (name,))


def instead(session: Session, exercise: Exercise, called: Called) -> Choosing | Refusal:
    """What can be done today in place of an exercise."""
    name = called(exercise, None)
    answers = _instead(session, exercise, called)
    if not answers:
        return Refusal(f"nothing to do instead of {name}")
    return Choosing(Topic.INSTEAD, answers, (name,))


def _instead(session: Session, exercise: Exercise, called: Called) -> tuple[Answer, ...]:
    return tuple(
        Answer(f"{n}", f"{called(other, None)} instead, for today", e.Substitute(exercise.id, other.id))
        for n, other in enumerate(substitutes(session, exercise.id), start=1)
    )


def weight(session: Session, called: Called) -> Then:
    """The weight of the set just done, or of the one coming."""
    match weighable(session):
        case (index,):
            return Weighing(index)
        case (coming, done):
            answers = (
                Answer("c", f"{_called(session.steps[coming], called)}, coming", Weighing(coming)),
                Answer("d", f"{_called(session.steps[done], called)}, just done", Weighing(done)),
            )
            return Choosing(Topic.WHICH_SET, answers)
        case _:
            return Refusal("weight: after the set")


def pain(session: Session, called: Called) -> Rating | None:
    """Pain of the set in focus."""
    index = focus(session)
    if index is None:
        return None
    return Rating(Topic.PAIN, HARDEST, e.Pain, (_called(session.steps[index], called),))


def after_pain(session: Session, level: int, called: Called) -> tuple[str, Choosing | None]:
    """What is advised on the pain just told, empty where one carries on; and the question whether to stop."""
    index, told = focus(session), advice(level)
    if index is None or told is Advice.CARRY_ON:
        return "", None
    words = advice_words(level, session, index)
    if told is not Advice.STOP or session.phase is Phase.FINISHED:
        return words, None
    exercise = session.steps[index].exercise
    name = called(exercise, None)
    answers = (Answer("e", f"no more {name} today", e.Drop(exercise.id)), _keep("keep it"))
    return words, Choosing(Topic.STOP, answers, (name, f"{level}"))


def reserve(session: Session, called: Called) -> Rating | Refusal:
    """Reps there would have been after the set just logged."""
    if session.logged is None or not reps_logged(session):
        return Refusal("how many more: after a set of reps")
    name = _called(session.steps[session.logged], called)
    return Rating(Topic.RESERVE, MOST_REPS, _reserved, (name,), RESERVES)


def _reserved(reps: int) -> e.Reserve:
    return e.Reserve(min(MOST_RESERVE, reps))


def note(session: Session, called: Called) -> Noting | Refusal | None:
    """A note on the set in focus."""
    index = focus(session)
    if in_timed_set(session):
        return Refusal("note: after the set")
    if index is None:
        return None
    return Noting(_called(session.steps[index], called), session.remarks.get(index, Remark()).note or "")


def effort(session: Session) -> Rating | Refusal:
    """How hard the whole session was."""
    if session.phase is Phase.FINISHED:
        return Rating(Topic.EFFORT, HARDEST, e.Effort)
    return Refusal("effort: at the end")


def leave(session: Session, kept: bool) -> Choosing | Closing:
    """Resume later, finish as partial, discard, or keep going; no question where nothing is open, or kept."""
    if session.phase is Phase.FINISHED or not kept:
        return Closing.SAVED
    sure = (_keep("keep it"), Answer("y", "discard it", e.Leave(e.Leaving.DISCARD)))
    answers = (
        Answer("rl", "resume later", e.Leave(e.Leaving.LATER)),
        Answer("fp", "finish here, as partial", e.Leave(e.Leaving.PARTIAL)),
        Answer("d", "discard this session", Choosing(Topic.DISCARD, sure)),
        _keep("keep going"),
    )
    return Choosing(Topic.LEAVE, answers)


def after_leaving(session: Session, how: e.Leaving) -> Closing | None:
    """It is closed, but for a partial session with something to be summed up: that is seen first."""
    return None if how is e.Leaving.PARTIAL and session.outcomes else Closing.SAVED


def closing(trouble: str | None) -> Choosing | Closing:
    """Close it now; a question where something could not be saved, and why (`trouble`)."""
    if trouble is None:
        return Closing.NOW
    answers = (
        Answer("t", "try again", Closing.SAVED, harmless=True),
        Answer("l", "leave, and lose what is not saved", Closing.NOW),
    )
    return Choosing(Topic.UNSAVED, answers, (trouble,))


def _keep(words: str) -> Answer:
    return Answer("k", words, None, harmless=True)


def _called(step: Step, called: Called) -> str:
    return called(step.exercise, step.side)
