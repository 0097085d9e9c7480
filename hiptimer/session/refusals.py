"""What is said of a key that does nothing where the session stands, on the screen and line by line. Pure."""

from __future__ import annotations

from hiptimer.session import events as e

NO_UNDO = "nothing to undo"
NO_CORRECTION = "nothing to correct now"
NO_JUMP = "nothing to jump to now"
NO_DIRECTIONS = "no directions to choose from now"
NO_SUGGESTION = "nothing is suggested now"


def refused(event: e.Event) -> str:
    """What is said of an event that is illegal now: `nothing to pause now`."""
    return f"nothing to {_deed(event)} now"


def _deed(event: e.Event) -> str:
    match event:
        case e.Pause():
            return "pause"
        case e.Redo():
            return "do again"
        case e.Skip():
            return "skip"
        case e.Nudge() | e.Enter():
            return "correct"
        case e.Extend(seconds):
            return "lengthen" if seconds > 0 else "shorten"
        case e.Swap():
            return "swap"
        case e.AddRound():
            return "add"
        case e.CountBy():
            return "count"
        case e.End():
            return "end"
        case _:
            return "do"
