"""Verdicts and trends in words: which side was held shorter, how sure that is; never a risk."""

from __future__ import annotations

from collections.abc import Iterator

from hiptimer.progress.change import Trend
from hiptimer.progress.noise import smallest_visible
from hiptimer.progress.verdict import Finding, Verdict

ASK = "So uneven in one session: pain, a slip, another set-up?"
MAY_BE_ORDER = "May be an order effect: one side was held first most of the time"


def headline(verdict: Verdict) -> str:
    """`left consistently shorter`, `early sign: left`, `similar`, `unclear`, `too early`."""
    match verdict.finding, verdict.shorter:
        case Finding.SHORTER, side:
            return f"{side} {Finding.SHORTER}"
        case Finding.EARLY_SIGN, side:
            return f"{Finding.EARLY_SIGN}: {side}"
        case finding, _:
            return finding.value


def sentence(verdict: Verdict) -> str:
    """`Left held shorter in 6 of 6 sessions, 81 % of right (71-91 %)`; empty without sessions.

    The interval is left out before a first hint.
    """
    if verdict.lsi is None or verdict.interval is None:
        return ""
    side = verdict.shorter
    if side is None:
        return f"Left and right held the same on the whole, {_sessions(verdict.sessions)}"
    low, high = verdict.interval
    measured = f"{verdict.lsi:.0f} % of {side.other}"
    sure = "" if verdict.missing else f" ({low:.0f}-{high:.0f} %)"
    often = f"{verdict.agreeing} of {_sessions(verdict.sessions)}"
    return f"{side.capitalize()} held shorter in {often}, {measured}{sure}"


def notes(verdict: Verdict) -> tuple[str, ...]:
    """What has to stand beside the sentence: what is missing, what can be seen, what else it may be."""
    return tuple(_notes(verdict))


def _notes(verdict: Verdict) -> Iterator[str]:
    if verdict.missing:
        yield f"{verdict.missing} more {_plural(verdict.missing)} to a first hint"
    else:
        yield visible(verdict.sessions)
        if verdict.may_be_order:
            yield MAY_BE_ORDER
    if verdict.is_odd:
        yield ASK


def visible(sessions: int) -> str:
    """`6 sessions can see gaps above 16 %`."""
    return f"{_sessions(sessions)} can see gaps above {100 - round(smallest_visible(sessions))} %"


def trend_words(trend: Trend) -> str:
    """`+2.5 s/week`, and whether chance alone could have made it: `+2.5 s/week, unclear`."""
    return f"{trend.per_week:+.1f} s/week{'' if trend.is_clear else ', unclear'}"


def _sessions(number: int) -> str:
    return f"{number} {_plural(number)}"


def _plural(number: int) -> str:
    return "session" if number == 1 else "sessions"
