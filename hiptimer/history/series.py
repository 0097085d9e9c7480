"""What the history tells of one exercise over time. Every question is answered from an index, and looks at a
bounded number of the user's own sessions: it takes as long after a hundred as after a hundred thousand. Those
passed over, a guest's or discarded, are looked at too, one by one until enough are found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from hiptimer.history.past import _SESSION, Past
from hiptimer.history.records import SessionRecord

if TYPE_CHECKING:
    from typing import Any

_NOT_OVER = "('discarded', 'open')"
_OWN = f"NOT guest AND status NOT IN {_NOT_OVER}"


class Series(Past):
    """The history by exercise; only the user's own sessions, that are over. Raises as `Past` does."""

    def exercises(self) -> list[str]:
        """The id of every exercise in the log, the one done last first."""
        # from one id to the next in the index: it is not read through
        found = self._db.execute(
            "WITH RECURSIVE ids (id) AS (SELECT min(exercise) FROM outcomes UNION ALL"
            " SELECT (SELECT min(exercise) FROM outcomes WHERE exercise > id) FROM ids WHERE id IS NOT NULL)"
            " SELECT id FROM ids WHERE id IS NOT NULL"
            " ORDER BY (SELECT max(at_utc) FROM outcomes WHERE exercise = id) DESC, id"
        )
        return [name for (name,) in found]

    def last_of(self, exercise: str, number: int) -> list[SessionRecord]:
        """The newest sessions with an exercise, oldest of them first, each with the sets of this exercise."""
        return list(islice(self._with(exercise, "DESC"), number))[::-1]

    def first_of(self, exercise: str, number: int) -> list[SessionRecord]:
        """The first sessions with an exercise, oldest first, each with the sets of this exercise."""
        return list(islice(self._with(exercise, "ASC"), number))

    def _with(self, exercise: str, order: str) -> Iterator[SessionRecord]:
        return self._each(self._rows_with(exercise, order), lambda row: self._record(row, exercise))

    def _rows_with(self, exercise: str, order: str) -> Iterator[Any]:
        seen: set[int] = set()
        found = self._ask(
            f"SELECT session FROM outcomes WHERE exercise = ? ORDER BY at_utc {order}", (exercise,)
        )
        for (number,) in found:
            if number not in seen:
                seen.add(number)
                yield from self._ask(
                    f"SELECT {_SESSION} FROM sessions WHERE number = ? AND {_OWN}", (number,)
                )

    def longest(self, exercise: str, side: str | None) -> float | None:
        """The longest done hold or timed set of a side, in seconds; None without one."""
        return self._most("seconds", exercise, side)

    def heaviest(self, exercise: str, side: str | None) -> float | None:
        """The heaviest weight a set of a side was done with, in kg; None where it was never told."""
        return self._most("load_kg", exercise, side)

    def _most(self, column: str, exercise: str, side: str | None) -> float | None:
        row = self._db.execute(
            f"SELECT o.{column} FROM outcomes o JOIN sessions s ON s.number = o.session"
            f" WHERE o.exercise = ? AND o.side IS ? AND o.status = 'done' AND o.{column} IS NOT NULL"
            f" AND NOT s.guest AND s.status NOT IN {_NOT_OVER}"
            f" ORDER BY o.{column} DESC LIMIT 1",
            (exercise, side),
        ).fetchone()
        return None if row is None else float(row[0])

    def circuit_with(self, exercise: str) -> str | None:
        """The circuit file of the newest session with an exercise; None where there is none."""
        row = self._db.execute(
            "SELECT c.text FROM outcomes o JOIN sessions s ON s.number = o.session "
            " JOIN circuits c USING (digest)"
            " WHERE o.exercise = ? AND c.text <> '' ORDER BY o.at_utc DESC LIMIT 1",
            (exercise,),
        ).fetchone()
        return None if row is None else str(row[0])

    def span(self) -> tuple[int, datetime | None, datetime | None]:
        """How many sessions there are, and when the first and the last began."""
        # all but the few that are not: a hundredth of the time of counting those that are
        (number,) = self._db.execute(
            "SELECT (SELECT count(*) FROM sessions)"
            f" - (SELECT count(*) FROM sessions WHERE status IN {_NOT_OVER})"
            f" - (SELECT count(*) FROM sessions WHERE guest AND status NOT IN {_NOT_OVER})"
        ).fetchone()
        ends = [
            self._db.execute(
                f"SELECT started_at FROM sessions WHERE {_OWN} ORDER BY started_utc {order} LIMIT 1"
            ).fetchone()
            for order in ("ASC", "DESC")
        ]
        first, last = (datetime.fromisoformat(end[0]) if end else None for end in ends)
        return number, first, last

    def trained(self) -> Iterator[tuple[datetime, int, int | None, str]]:
        """Newest first: when a session began, planned steps done, steps planned if known, its status."""
        found = self._ask(
            "SELECT started_at, (SELECT count(DISTINCT step) FROM outcomes o WHERE o.session = number"
            f" AND o.status = 'done' AND NOT extra), planned, status FROM sessions WHERE {_OWN}"
            " ORDER BY started_utc DESC"
        )
        return self._each(found, self._day)

    def _day(self, row: Sequence[Any]) -> tuple[datetime, int, int | None, str]:
        at, done, planned, status = row
        return datetime.fromisoformat(at), done, planned, status
