"""What the statistics say, in words: which side was held shorter, how sure that is; never a risk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from hiptimer.circuit.model import Exercise, Side, Sides
from hiptimer.circuit.text import number_of, words
from hiptimer.progress.change import ENDS, TREND_SESSIONS, TREND_SPAN, TREND_WINDOW, Change, Trend
from hiptimer.progress.holds import PairedSession
from hiptimer.progress.noise import smallest_visible
from hiptimer.progress.progression import Advance, Suggestion
from hiptimer.progress.regularity import Regularity
from hiptimer.progress.verdict import EVEN_LSI, WINDOW, Finding, Verdict, judge
from hiptimer.weights import Unit, weight_words

ASK = "So uneven in one session: pain, a slip, another set-up?"
ASK_BRIEFLY = "Pain, a slip, another set-up?"
NOTHING = "-"
"""Where there is no value."""


def headline(verdict: Verdict) -> str:
    """`left consistently shorter`, `early sign: left`, `similar`, `unclear`, `too early`."""
    match verdict.finding, verdict.shorter:
        case Finding.SHORTER, side:
            return f"{side} {Finding.SHORTER}"
        case Finding.EARLY_SIGN, side:
            return f"{Finding.EARLY_SIGN}: {side}"
        case finding, _:
            return finding.value


def told(verdict: Verdict, sessions: int) -> tuple[str, ...]:
    """All that is said of a verdict out of so many sessions: headline, sentence where there is one, notes."""
    both = f"Both sides held in {verdict.sessions} of {number_of(sessions, 'session')}"
    is_short = verdict.sessions < min(sessions, WINDOW)
    return tuple(filter(None, (headline(verdict), sentence(verdict), both * is_short, *notes(verdict))))


def sentence(verdict: Verdict) -> str:
    """`Left held shorter in 6 of 6 sessions, 81 % of right (95 % interval 71-91 %)`; empty without sessions.

    The interval is left out before a first hint.
    """
    if verdict.lsi is None or verdict.interval is None:
        return ""
    side = verdict.shorter
    if side is None:
        return f"Left and right held the same on the whole, {number_of(verdict.sessions, 'session')}"
    low, high = verdict.interval
    measured = f"{verdict.lsi:.0f} % of {side.other}"
    sure = "" if verdict.missing else f" (95 % interval {low:.0f}-{high:.0f} %)"
    often = f"{verdict.agreeing} of {number_of(verdict.sessions, 'session')}"
    return f"{side.capitalize()} held shorter in {often}, {measured}{sure}"


def notes(verdict: Verdict) -> tuple[str, ...]:
    """What has to stand beside the sentence: what is missing, what can be seen, what else it may be."""
    return tuple(_notes(verdict))


def _notes(verdict: Verdict) -> Iterator[str]:
    if verdict.missing:
        yield f"{_more(verdict.missing)} to a first hint"
    else:
        if verdict.finding is Finding.UNCLEAR:
            yield doubt(verdict)
        yield visible(verdict.sessions)
        if verdict.may_be_order:
            yield order(verdict)
    if verdict.is_odd:
        yield ASK


def doubt(verdict: Verdict) -> str:
    """Why a verdict is unclear: `Unclear: 6 of 8 sessions agree, it takes 7`."""
    if verdict.shorter is None:
        return "Unclear: too few sessions, or too far apart, to call the sides similar"
    if not verdict.is_apart:
        return "Unclear: the interval includes 100 %, so it may be chance"
    if verdict.agreeing < verdict.needed:
        agree = f"{verdict.agreeing} of {number_of(verdict.sessions, 'session')} agree"
        return f"Unclear: {agree}, it takes {verdict.needed}"
    return f"Unclear: the gap is sure, but no more than {100 - EVEN_LSI:.0f} %"


def order(verdict: Verdict) -> str:
    """`May be an order effect: left was held first in 75 % of the rounds`."""
    first = Side.LEFT if verdict.left_first > 0.5 else Side.RIGHT
    share = share_words(max(verdict.left_first, 1 - verdict.left_first))
    return f"May be an order effect: {first} was held first in {share} of the rounds"


def visible(sessions: int) -> str:
    """`6 sessions can see gaps above 16 %`."""
    return f"{number_of(sessions, 'session')} can see gaps above {100 - round(smallest_visible(sessions))} %"


def lsi_brief(paired: PairedSession) -> str:
    """`L 75 %`: the side that was held shorter in one session, in percent of the other."""
    side = _named(paired)
    return f"{side[0].upper() if side else ''} {paired.lsi:.0f} %".strip()


def today(before: Sequence[PairedSession], paired: PairedSession) -> tuple[str, ...]:
    """What a session says of both sides at its end, longest first.

    `left 30 % of right (LSI); too early to say. So uneven ...?`, and with others `before` it
    `left 84 % of right (LSI); over 6 sessions left consistently shorter`.
    """
    found = judge((*before, paired))
    side = _named(paired)
    brief = f"{side} {paired.lsi:.0f} % of {side.other}" if side else "left and right held the same"
    value = f"{brief} ({'LSI' if side else 'LSI 100 %'})"
    if found.finding is Finding.TOO_EARLY:
        said = f"{value}; {headline(found)} to say"
    else:
        said = f"{value}; over {number_of(found.sessions, 'session')} {headline(found)}"
    asked = (f"{said}. {ASK}", f"{said}. {ASK_BRIEFLY}") if found.is_odd else ()
    return (*asked, said, value, brief)


def _named(paired: PairedSession) -> Side | None:
    """The shorter side, where the percentage shows that it was."""
    return paired.shorter if round(paired.lsi) < 100 else None


def trend_words(trend: Trend) -> str:
    """`+2.5 s/week`, and whether chance alone could have made it: `+2.5 s/week, unclear`."""
    return f"{trend.per_week:+.1f} s/week{'' if trend.is_clear else ', unclear'}"


def looked_back_on(sessions: int) -> str:
    """`6 sessions`, or `last 60 sessions` where no more are looked at."""
    return f"{'last ' * (sessions >= TREND_WINDOW)}{number_of(sessions, 'session')}"


def unknown_words(ids: Iterable[str]) -> str:
    """What is in the log and can't be told of."""
    return f"Also in the log, but in no circuit that is here: {words(ids)}"


def side_words(side: str | None) -> str:
    """`left`, `both sides`, or nothing where sides mean nothing."""
    return "both sides" if side == "both" else side or ""


def left_words(exercise: Exercise) -> str:
    """What its left side is: `stand left, push right knee into wall`; empty where that is not told."""
    if exercise.sides is not Sides.EACH:
        return ""
    label = f"{exercise.side_label} left" if exercise.side_label else ""
    return ", ".join(filter(None, (label, exercise.other_limb.replace("{other}", "right"))))


def change_words(change: Change) -> str:
    """`+30 %, real`, or `+8 %, scatter`: against the first sessions."""
    return f"{100 * (change.ratio - 1):+.0f} %, {'real' if change.is_real else 'scatter'}"


def missing_change(sessions: int) -> str:
    """`needs 4 more`: sessions with a hold of this side, to a change, after so many."""
    return f"needs {1 + 2 * ENDS - sessions} more"


def missing_trend(sessions: int) -> str:
    """`needs 2 more`, or `needs 14 days`, to a trend of one side after so many sessions with a hold of it."""
    return (
        f"needs {TREND_SESSIONS - sessions} more"
        if sessions < TREND_SESSIONS
        else f"needs {TREND_SPAN.days} days"
    )


def suggestion_words(suggestion: Suggestion, unit: Unit) -> str:
    """`12 kg, from 3 reps (all sets 6+6)`, `PLANK UP, a harder variation (...)`, `stay as it is: ...`."""
    match suggestion.advance:
        case Advance.STAY:
            return f"stay as it is: {suggestion.reason}"
        case Advance.VARIATION:
            named = f"{suggestion.variation.short}, " if suggestion.variation else ""
            what = f"{named}a harder variation"
        case Advance.WEIGHT:
            reps = f", from {suggestion.reps} reps" if suggestion.reps is not None else ""
            what = f"{load_words(suggestion.kg, unit)}{reps}"
    return f"{what} ({suggestion.reason})"


def load_words(kg: float | None, unit: Unit) -> str:
    """`12 kg`, `body weight`, `-` where it was never told."""
    return NOTHING if kg is None else weight_words(kg, unit)


def regularity_words(found: Regularity) -> tuple[str, ...]:
    """How many sessions, when, how many a week, the streak, and how much of them was done."""
    return tuple(_regularity_words(found))


def _regularity_words(found: Regularity) -> Iterator[str]:
    if found.first is None or found.last is None:
        return
    first, last = day(found.first), day(found.last)
    yield f"{number_of(found.sessions, 'session')}, {first if first == last else f'{first} to {last}'}"
    yield f"{_often(found)}, target {found.target}; streak {number_of(found.streak, 'week')}"
    if found.share_done is not None:
        yield f"{share_words(found.share_done)} of the planned sets done"


def _often(found: Regularity) -> str:
    if len(found.weeks) == 1:
        return f"{number_of(found.weeks[0], 'session')} this week"
    weeks = len(found.recent)
    recently = "week" if weeks == 1 else number_of(weeks, "week")
    return f"{found.a_week:.1f} sessions a week in the last {recently}"


def share_words(share: float) -> str:
    """`80 %`, of 0.8."""
    return f"{100 * share:.0f} %"


def day(at: datetime) -> str:
    """`2026-03-01`: the same everywhere, and in order."""
    return f"{at:%Y-%m-%d}"


def _more(sessions: int) -> str:
    return number_of(sessions, "more session")
