"""Pain and notes: what, when and how high, in the runner's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hiptimer.history.records import SessionRecord, SetRecord
from hiptimer.progress import words as say
from hiptimer.progress.account import Account
from hiptimer.progress.tables import Table
from hiptimer.report.document import Block, Paragraph, Section

TITLE = "Pain and notes"
MOST = 6
"""Remarks told one by one, the newest first."""
_HEAD = ("DATE", "EXERCISE", "SIDE", "SET", "PAIN", "NOTE")
_NUMBERS = (3, 4)

Remark = tuple[SessionRecord, SetRecord]


def remarks(account: Account) -> Section:
    """The section on them."""
    found = list(_remarks(account.sessions))
    names = {one.exercise.id: one.exercise.short for one in account.exercises}
    blocks: list[Block] = [Paragraph(_summary(account.sessions, found))]
    if found:
        blocks.append(
            Table(_HEAD, tuple(_row(one, names.get(one[1].exercise)) for one in found[:MOST]), _NUMBERS)
        )
    if (older := len(found) - MOST) > 0:
        blocks.append(Paragraph(f"Not shown: {older} older."))
    return Section(TITLE, tuple(blocks))


def _remarks(sessions: Sequence[SessionRecord]) -> Iterator[Remark]:
    """One for each set, newest first: a set in two directions has the same remark twice."""
    for session in reversed(sessions):
        sets = {row.step: row for row in session.sets if row.pain or row.note}
        yield from ((session, row) for row in reversed(sets.values()))


def _summary(sessions: Sequence[SessionRecord], found: Sequence[Remark]) -> str:
    pains = [(session.id, row.pain) for session, row in found if row.pain]
    among = say.looked_back_on(len(sessions))
    if not pains:
        return f"No pain noted in {among}."
    highest = max(pain for _, pain in pains)
    return f"Pain noted in {len({name for name, _ in pains})} of {among}; {highest} of 10 at most."


def _row(remark: Remark, name: str | None) -> tuple[str, ...]:
    session, row = remark
    pain = say.NOTHING if row.pain is None else str(row.pain)
    side = say.side_words(row.side) or say.NOTHING
    return (say.day(session.started_at), name or row.exercise, side, str(row.set), pain, row.note or "")
