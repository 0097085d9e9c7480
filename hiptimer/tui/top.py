"""What stands above the session: whose it is, how much is left, the sound; and the news. No Textual here.

Each in several phrases, the longest first.
"""

from __future__ import annotations

from math import ceil

from hiptimer.session.estimate import NOT_KNOWN, Holds, is_exact, minutes, seconds_left
from hiptimer.session.state import Phase, Session
from hiptimer.tui.twin import EDGE


def info_phrases(
    session: Session, now: float, after: float, sound: str, logged: bool, holds: Holds = NOT_KNOWN
) -> tuple[str, ...]:
    """Whose session it is where that matters, the time left, and the word for the sound.

    `after` are the seconds after the current step, as `seconds_after` has them with the user's own `holds`.
    """
    whose = "NOT LOGGED" if not logged else "GUEST" if session.options.guest else ""
    left = _left(session, seconds_left(session, now, after, holds))
    over = session.phase is Phase.FINISHED
    infos = ((sound,),) if over else ((f"{left} left", sound), (left, sound))
    return tuple("   ".join(filter(None, (whose, *info))) for info in infos)


def _left(session: Session, seconds: float) -> str:
    """To the second where the clock alone decides."""
    if not is_exact(session):
        return f"~{minutes(seconds)} min"
    whole = ceil(seconds - EDGE)
    return f"{whole // 60}:{whole % 60:02}"


def notice_phrases(
    typed: str, trouble: str | None, blurred: bool, message: str, question: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """The most important thing to say besides the session; none where there is nothing.

    `typed` are digits on their way, `trouble` is why nothing is saved, `blurred` says that the keyboard is
    somewhere else, `message` is an answer to a key, `question` waits for one.
    """
    if typed:
        return (f"{typed}_   enter keeps it, escape forgets it", f"{typed}_   enter keeps it")
    if trouble:
        unsaved = f"NOT BEING SAVED: {trouble}"
        return (f"{unsaved}. Trying again every second.", unsaved, "NOT BEING SAVED, trying again")
    if blurred:
        return ("KEYS DON'T REACH ME: click here",)
    return (message,) if message else question
