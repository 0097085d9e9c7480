"""A file may be anything: what is good of it is taken, the rest is named, and nothing else happens."""

from __future__ import annotations

import json
import sqlite3
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hiptimer.circuit.model import Count
from hiptimer.exchange.scanning import scan
from hiptimer.exchange.shelf import Shelf
from hiptimer.exchange.taking import Taking, Tally
from hiptimer.exchange.writing import document
from hiptimer.history.changes import of_session, of_set
from hiptimer.history.database import open_in_memory
from hiptimer.history.past import Past
from hiptimer.session.events import AddRound, CountBy, Note, Skip, Weigh
from tests.often import often

from ..history.days import BEGAN, Gym

Path_ = tuple[str | int, ...]


@cache
def good() -> str:
    """An export of two sessions: one with events of many kinds, one left open."""
    with TemporaryDirectory() as home:
        gym = Gym(Path(home))
        runner = gym.begin()
        for event in (AddRound(), Weigh(8.0), CountBy(Count.TAP)):
            runner.send(event)
        gym.do(runner)
        runner.send(Note("cramp"))
        runner.send(Skip())
        runner.undo()
        gym.finish(runner)
        runner.close()
        (record,) = gym.store.sessions()
        changes = [of_set(record.sets[0], "pain", 2, BEGAN), of_session(record, "morning", "worse", BEGAN)]
        gym.store.amend(record.id, changes)
        runner = gym.begin()
        gym.do(runner)
        runner.close()
        shelf = Shelf(gym.store._db)
        ids = shelf.ids()
        sessions = [one for one in map(shelf.read, ids) if one is not None]
        text = "".join(f"{line}\n" for line in document(shelf.circuits(ids), sessions))
        gym.store.close()
    return text


@cache
def empty() -> sqlite3.Connection:
    return open_in_memory()


def take(text: str) -> tuple[Tally, int]:
    """Into an empty history; how many sessions are in it then, each one readable and exported again."""
    shelf = Shelf(empty())
    taking = Taking(shelf, lambda _: False)
    empty().execute("BEGIN")
    try:
        taking.take(scan(text), lambda _: None)
        kept = [one for one in map(shelf.read, shelf.ids()) if one is not None]
        assert all(json.loads(line.rstrip(",")) for line in document({}, kept) if line.startswith('{"id"'))
        assert len(Past(empty()).sessions()) <= len(kept)
        return taking.tally, len(kept)
    finally:
        empty().execute("ROLLBACK")


def places(value: Any, here: Path_ = ()) -> list[Path_]:
    found = [here]
    if isinstance(value, dict | list):
        for name, child in value.items() if isinstance(value, dict) else enumerate(value):
            found += places(child, (*here, name))
    return found


@cache
def all_places() -> list[Path_]:
    return [one for one in places(json.loads(good())) if one]


ODD = st.one_of(
    st.sampled_from(
        [None, True, -3, 1e308, float("nan"), float("inf"), 10**30, "", "middle", "3024-01-01T00:00:00+00:00",
         "0001-01-01T00:00:00+14:00", "\ud800", "\0", "x" * 3000, [], {}, [[[]]], {"a": {}}, "../../etc"]
    ),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.text(max_size=5),
)  # fmt: skip


@often(1200)
@given(st.integers(0, 10**6), ODD, st.booleans())
def test_one_value_is_another(where: int, odd: object, gone: bool) -> None:
    changed = json.loads(good())
    *way, last = all_places()[where % len(all_places())]
    node = changed
    for name in way:
        node = node[name]
    if gone:
        del node[last]
    else:
        node[last] = odd
    take(json.dumps(changed))


@often(800)
@given(
    st.integers(0, 10**6), st.integers(0, 40), st.sampled_from(["", '"', "{", "[", "]", ",", "9" * 30, "\0"])
)
def test_some_letters_are_others(where: int, length: int, instead: str) -> None:
    start = where % len(good())
    take(good()[:start] + instead + good()[start + length :])


def test_it_is_good_as_it_is() -> None:
    tally, kept = take(good())
    assert (tally.added, tally.refused, kept) == (2, [], 2)


def test_a_file_that_breaks_off_is_taken_as_far_as_it_is_whole() -> None:
    lines = good().split("\n")
    tally, kept = take("\n".join(lines[:-2]))
    (refused,) = tally.refused
    assert kept == 2 and refused.reason.startswith("the file breaks off here: copy it again")
    tally, kept = take("\n".join(lines[:-2])[:-40])
    (refused,) = tally.refused
    assert (tally.added, kept, refused.line) == (1, 1, len(lines) - 2)


def test_a_file_that_was_spoiled_in_the_middle_is_told_with_what_helps() -> None:
    tally, kept = take(good().replace("\n]", "\n?"))
    (refused,) = tally.refused
    assert kept == 2 and refused.reason == "expected ], got ?: copy it again, or export it again"
