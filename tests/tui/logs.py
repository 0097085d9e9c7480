"""Logs to look at on the screen: with one session in it, or with as many as one likes, and what it says."""

from __future__ import annotations

from datetime import datetime, timedelta

from hiptimer.history.changes import Change
from hiptimer.history.records import SessionRecord
from hiptimer.session import events as e
from hiptimer.session.state import Phase
from tests.fakes import Gym
from tests.history.days import HandClock

from .live import Live

OPEN = ("l", "enter")
"""From home to the newest session."""


def one_done(gym: Gym) -> Gym:
    """One session: holds of 20 s, halos of 3 and 3, a note that looks like markup; it is 5 March now."""
    runner = gym.begin()
    gym.until(runner, Phase.SWITCH)
    runner.send(e.Note("[red]knee[/red] [link=x]"))
    gym.finish(runner)
    runner.close()
    gym.clock = HandClock(days=4)
    return gym


def copied(gym: Gym, number: int, circuit: str | None = None) -> None:
    """The newest session of the log again, `number` times, each two days before the one before it."""
    db = gym.store._db
    (last,) = db.execute("SELECT max(number) FROM sessions").fetchone()
    (began,) = db.execute("SELECT started_at FROM sessions WHERE number = ?", (last,)).fetchone()
    began = datetime.fromisoformat(began)
    db.execute("BEGIN")
    for one in range(1, number + 1):
        then = began - timedelta(days=2 * one)
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


def only(gym: Gym) -> SessionRecord:
    (record,) = gym.store.sessions()
    return record


def changes(gym: Gym) -> list[Change]:
    return gym.store.changes(only(gym).id)


def said(it: Live) -> str:
    return it.says("#log-said")


async def the_log(it: Live) -> str:
    await it.keys("l")
    return await it.picture()
