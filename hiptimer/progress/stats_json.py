"""What `hiptimer stats --json` prints. Seconds, kilograms and percent; times are ISO 8601 with the offset."""

from __future__ import annotations

from collections.abc import Iterable

from hiptimer.history.records import FORMAT, VERSION, stamp
from hiptimer.progress.account import Account
from hiptimer.progress.change import Change, Trend
from hiptimer.progress.noise import smallest_visible
from hiptimer.progress.overview import Overview, Side
from hiptimer.progress.progression import Suggestion
from hiptimer.progress.regularity import Regularity
from hiptimer.progress.verdict import Verdict
from hiptimer.progress.words import headline, notes, sentence

NO_SIDE = "none"
"""The key of what has no side, as circuit files say it: JSON knows no key that is null."""


def to_json(account: Account, exercises: Iterable[Overview]) -> dict[str, object]:
    """An account, and of its exercises those asked for."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "at": stamp(account.at),
        "training": _training(account.regularity),
        "exercises": [_exercise(one) for one in exercises],
        "unknown_exercises": list(account.unknown),
    }


def _training(found: Regularity) -> dict[str, object]:
    return {
        "sessions": found.sessions,
        "first": found.first and stamp(found.first),
        "last": found.last and stamp(found.last),
        "target_a_week": found.target,
        "streak_weeks": found.streak,
        "sessions_by_week": list(found.weeks),
        "share_done": _rounded(found.share_done, 3),
    }


def _exercise(found: Overview) -> dict[str, object]:
    sides = {side or NO_SIDE: one for side, one in found.sides.items()}
    return {
        "exercise": found.exercise.id,
        "name": found.exercise.name,
        "sessions": len(found.sessions),
        "sides": {name: _side(one) for name, one in sides.items()},
        "verdict": found.verdict and _verdict(found.verdict),
        "change": {name: one.change and _change(one.change) for name, one in sides.items()},
        "trend": {name: one.trend and _trend(one.trend) for name, one in sides.items()},
        "suggestion": found.suggestion and _suggestion(found.suggestion),
    }


def _side(found: Side) -> dict[str, object]:
    return {
        "last_seconds": _rounded(found.last),
        "longest_seconds": found.longest,
        "load_kg": found.load,
        "heaviest_kg": found.heaviest,
        "held": [{"at": stamp(one.at), "seconds": _rounded(one.seconds, 2)} for one in found.held],
    }


def _verdict(found: Verdict) -> dict[str, object]:
    """`side` is the one held shorter on the whole: a claim only where `code` is early_sign or shorter.

    Before a first hint nothing is said of how sure that is, nor of the order.
    """
    low, high = (None, None) if found.missing or found.interval is None else found.interval
    visible = 100 - smallest_visible(found.sessions) if found.sessions else None
    return {
        "code": found.finding.name.lower(),
        "side": found.shorter,
        "lsi": _rounded(found.lsi),
        "low": _rounded(low),
        "high": _rounded(high),
        "sessions": found.sessions,
        "agreeing": found.agreeing,
        "missing_sessions": found.missing,
        "smallest_visible_gap": _rounded(visible),
        "left_first": _rounded(found.left_first, 2) if found.sessions else None,
        "may_be_order": found.may_be_order and not found.missing,
        "is_odd": found.is_odd,
        "headline": headline(found),
        "sentence": sentence(found),
        "notes": list(notes(found)),
    }


def _change(found: Change) -> dict[str, object]:
    return {"ratio": _rounded(found.ratio, 3), "is_real": found.is_real}


def _trend(found: Trend) -> dict[str, object]:
    return {"seconds_a_week": _rounded(found.per_week, 2), "s": found.s, "is_clear": found.is_clear}


def _suggestion(found: Suggestion) -> dict[str, object]:
    return {
        "what": found.advance.name.lower(),
        "reason": found.reason,
        "kg": found.kg,
        "reps": found.reps,
    }


def _rounded(value: float | None, digits: int = 1) -> float | None:
    return None if value is None else round(value, digits)
