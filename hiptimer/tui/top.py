"""What stands above the session: whose it is, how much is left, the sound; and the news. No Textual here.

Each in several phrases, the longest first.
"""

from __future__ import annotations

from math import ceil

from hiptimer.circuit.model import Reps, ToFatigue
from hiptimer.circuit.text import plural
from hiptimer.session.estimate import Holds, is_exact, minutes, seconds_left
from hiptimer.session.state import Phase, Session
from hiptimer.tui.twin import EDGE
from hiptimer.tui.words import name


def info_phrases(
    session: Session, now: float, after: float, sound: str, logged: bool, holds: Holds
) -> tuple[str, ...]:
    """Whose session it is where that matters, the time left, and the word for the sound.

    `after` are the seconds after the current step, as `seconds_after` has them with the user's own `holds`.
    """
    whose = "NOT LOGGED" if not logged else "GUEST" if session.options.guest else ""
    left = _left(session, seconds_left(session, now, after, holds))
    over = session.phase is Phase.FINISHED
    infos = ((sound,),) if over else ((f"{left} left", sound), (left, sound), (sound,))
    return tuple("   ".join(filter(None, (whose, *info))) for info in infos)


def _left(session: Session, seconds: float) -> str:
    """To the second where the clock alone decides."""
    if not is_exact(session):
        return f"~{minutes(seconds)} min"
    whole = ceil(seconds - EDGE)
    return f"{whole // 60}:{whole % 60:02}"


def notice_phrases(
    typed: tuple[str, ...], trouble: str | None, blurred: bool, message: str, question: tuple[str, ...]
) -> tuple[str, ...]:
    """The most important thing to say besides the session; none where there is nothing.

    `typed` is what becomes of digits on their way, `trouble` is why nothing is saved, `blurred` says that
    the keyboard is somewhere else, `message` is an answer to a key, `question` waits for one.
    """
    if typed:
        return typed
    if trouble:
        unsaved = f"NOT BEING SAVED: {trouble}"
        return (f"{unsaved}. Trying again every second.", unsaved, "NOT BEING SAVED, trying again")
    if blurred:
        return ("KEYS DON'T REACH ME: click here",)
    return (message,) if message else question


def typed_phrases(session: Session, typed: str, row: int, answers: bool) -> tuple[str, ...]:
    """What becomes of digits on their way; empty where there are none.

    `row` is the direction they are meant for; `answers`: they answer a question as long as none is added.
    """
    if not typed:
        return ()
    value = _value_of(session, typed, row)
    if answers:
        return (f"{typed} more; or enter: {value}", f"{typed} more; or enter keeps it")
    if not value:
        return ("a hold has no target; escape forgets it",)
    return (
        f"{value}: enter keeps it, escape forgets it",
        f"{value}: enter keeps it",
        f"{typed}: enter keeps it",
    )


def _value_of(session: Session, typed: str, row: int) -> str:
    """`6 reps for HIP THRUST RIGHT`; before a set what is asked for from now on, if anything is."""
    asked = session.shown_phase is Phase.READY or session.logged is None
    step = session.step if asked or session.logged is None else session.steps[session.logged]
    unit = plural("rep", int(typed)) if isinstance(step.exercise.target, Reps) else "s"
    if asked:
        return (
            ""
            if isinstance(step.exercise.target, ToFatigue)
            else f"{typed} {unit} asked of {step.exercise.short}"
        )
    directions = step.exercise.directions
    direction = f", {directions[row]}" if directions else ""
    return f"{typed} {unit} for {name(step)}{direction}"
