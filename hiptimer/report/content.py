"""What a report says, from what the log says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from statistics import median

from hiptimer.circuit.model import ToFatigue
from hiptimer.circuit.text import number_of
from hiptimer.history.records import Morning, SessionRecord
from hiptimer.progress import words as say
from hiptimer.progress.account import Account
from hiptimer.progress.holds import PairedSession, paired_sessions
from hiptimer.progress.noise import ASSUMED, Noise
from hiptimer.progress.overview import Overview
from hiptimer.progress.tables import Table, sides_table
from hiptimer.progress.weeks import effort
from hiptimer.report.document import Block, Document, Paragraph, Plot, Points, Section, Series
from hiptimer.report.method import method
from hiptimer.report.remarks import remarks

TITLE = "Hip strength at home"
WEEKS = 12
"""Weeks whose sessions are told one by one."""


def document(account: Account, noise: Noise = ASSUMED) -> Document:
    """The report on an account that has at least one session."""
    holds = [one for one in account.exercises if isinstance(one.exercise.target, ToFatigue)]
    others = [one for one in account.exercises if one not in holds]
    sections = [Section(one.exercise.name, tuple(_hold(one))) for one in holds]
    if others:
        sections.append(Section("Sets and weights", tuple(_sets(others))))
    sections.append(remarks(account))
    sections.append(Section("Training", (Points(tuple(_training(account))),)))
    sections.append(method(noise))
    made = f"Report for a physio, made by hiptimer on {say.day(account.at)} from the runner's own log"
    return Document(TITLE, (made, *say.regularity_words(account.regularity)[:1]), tuple(sections))


def _hold(found: Overview) -> Iterator[Block]:
    if found.verdict is not None:
        headline, *more = say.told(found.verdict, len(found.sessions))
        yield Paragraph(headline, is_strong=True)
        yield Points((*more, *_left_means([found])))
    if any(one.held for one in found.sides.values()):
        series = (Series(say.side_words(side), one.held) for side, one in found.sides.items())
        title = f"Seconds held, the median of each session, {say.looked_back_on(len(found.sessions))}"
        yield Plot(title, tuple(series), dict(_compared(found)))
    yield sides_table(found)
    yield from _next([found])


def _compared(found: Overview) -> Iterator[tuple[datetime, PairedSession]]:
    """The session's own value, as the verdict takes it: paired by rounds, not of the two medians."""
    for session in found.sessions:
        for paired in paired_sessions([session], found.exercise.id):
            yield session.started_at, paired


def _sets(found: Sequence[Overview]) -> Iterator[Block]:
    """One table of all exercises that are not held to fatigue."""
    tables = [(one.exercise.short, sides_table(one)) for one in found]
    heads = list(dict.fromkeys(title for _, table in tables for title in table.head))
    rows = (
        (
            name if not place else "",
            *(dict(zip(table.head, row, strict=True)).get(title, say.NOTHING) for title in heads),
        )
        for name, table in tables
        for place, row in enumerate(table.rows)
    )
    yield Table(("", *heads), tuple(rows))
    if means := tuple(_left_means(found)):
        yield Points(means)
    yield from _next(found)


def _left_means(found: Sequence[Overview]) -> Iterator[str]:
    """Whose side it is, in one line: the leg that works."""
    told = [(one.exercise.short, say.left_words(one.exercise)) for one in found]
    if lines := "; ".join(f"{name} {words}" for name, words in told if words):
        yield f"Left means: {lines}"


def _next(found: Sequence[Overview]) -> Iterator[Block]:
    lines = tuple(
        f"Suggested next for {one.exercise.short}: {say.suggestion_words(one.suggestion, one.unit)}"
        for one in found
        if one.suggestion is not None
    )
    if lines:
        yield Points(lines)


def _training(account: Account) -> Iterator[str]:
    yield from say.regularity_words(account.regularity)[1:]
    weeks = account.regularity.weeks[-WEEKS:]
    if len(weeks) > 1:
        counts = " ".join(map(str, weeks))
        yield f"Sessions in each of the last {len(weeks)} weeks, the running one last: {counts}"
    yield _mornings(account.sessions)
    yield _effort(account.sessions)


def _mornings(sessions: Sequence[SessionRecord]) -> str:
    """`Next morning: better 3, same 12, worse 2 (2026-03-04, 2026-04-01); not said after 5 sessions`."""
    said = Counter(one.morning for one in sessions)
    worse = ", ".join(say.day(one.started_at) for one in sessions if one.morning is Morning.WORSE)
    parts = ", ".join(f"{one} {said[one]}" for one in Morning) + f" ({worse})" * bool(worse)
    unsaid = f"; not said after {number_of(said[None], 'session')}" * bool(said[None])
    return f"Next morning: {parts}{unsaid}"


def _effort(sessions: Sequence[SessionRecord]) -> str:
    """`Effort (0-10 times minutes): 208 in the middle of 20 sessions, 240 in the last (8 times 30 min)`."""
    told = [(one, value) for one in sessions if (value := effort(one)) is not None]
    if not told:
        return "Effort: not said"
    newest, last = told[-1]
    middle = median(value for _, value in told)
    minutes = f"{newest.rpe} times {(newest.seconds or 0.0) / 60:.0f} min, {say.day(newest.started_at)}"
    often = f"the median of {number_of(len(told), 'session')}"
    return f"Effort, 0 to 10 times minutes: {middle:.0f} is {often}, {last:.0f} the newest ({minutes})"
