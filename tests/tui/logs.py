"""A log with many sessions in it, at once: one that was done, again and again on other days."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.fakes import Gym


def copied(gym: Gym, number: int, days: float = 2.0, circuit: str | None = None) -> None:
    """The newest session of the log again, `number` times, each so many days before the one before it."""
    db = gym.store._db
    (last,) = db.execute("SELECT max(number) FROM sessions").fetchone()
    (began,) = db.execute("SELECT started_at FROM sessions WHERE number = ?", (last,)).fetchone()
    began = datetime.fromisoformat(began)
    db.execute("BEGIN")
    for one in range(1, number + 1):
        then = began - timedelta(days=days * one)
        db.execute(
            "INSERT INTO sessions (id, circuit, digest, options, started_at, started_utc, ended_at, status,"
            " planned) SELECT ?, coalesce(?, circuit), digest, options, ?, ?, ?, status, planned"
            " FROM sessions WHERE number = ?",
            (
                f"copy-{circuit}-{one}", circuit, then.isoformat(), then.timestamp(),
                (then + timedelta(minutes=26)).isoformat(), last,
            ),
        )  # fmt: skip
        db.execute(
            'INSERT INTO outcomes SELECT (SELECT max(number) FROM sessions), step, part, "set", exercise,'
            " side, direction, reps, seconds, reach_s, load_kg, status, extra, pain, note, at_s, ?, ?,"
            " reserve FROM outcomes WHERE session = ?",
            (then.isoformat(), then.timestamp(), last),
        )
    db.execute("COMMIT")
