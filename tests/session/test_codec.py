"""How events are written in the journal, and read again."""

from __future__ import annotations

import json

import pytest

from hiptimer.circuit.model import Count
from hiptimer.session import events as e
from hiptimer.session.codec import KINDS, from_fields, to_fields

EVENTS = {made for made in vars(e).values() if isinstance(made, type) and issubclass(made, e.Event)}


def test_every_event_has_a_kind_of_its_own() -> None:
    assert set(KINDS.values()) == EVENTS - {e.Event}
    assert all(made.kind == kind for kind, made in KINDS.items())


def test_the_kinds_are_words_that_journals_already_hold() -> None:
    assert sorted(KINDS) == [
        "add-round", "count", "drop", "effort", "elapsed", "end", "enter", "extend", "freeze", "jump",
        "leave", "move", "note", "nudge", "pain", "pause", "press", "redo", "reserve", "resumed", "skip",
        "substitute", "swap",
        "take", "tempo", "thaw", "undo", "weigh", "woke",
    ]  # fmt: skip


def test_an_event_is_written_with_its_own_fields_only() -> None:
    assert to_fields(e.Nudge(-1, row=1)) == {"by": -1, "row": 1}
    assert to_fields(e.Press()) == {}
    assert json.dumps(to_fields(e.CountBy(Count.PACE))) == '{"count": "pace"}'
    assert json.dumps(to_fields(e.Leave(e.Leaving.LATER))) == '{"how": "later"}'


def test_what_is_read_again_is_made_of_the_circuits_own_values() -> None:
    read = from_fields("count", {"count": "tap"})
    assert isinstance(read, e.CountBy) and isinstance(read.count, Count)
    left = from_fields("leave", {"how": "partial"})
    assert isinstance(left, e.Leave) and isinstance(left.how, e.Leaving)


def test_a_weight_of_an_older_journal_is_for_both_sides() -> None:
    assert from_fields("weigh", {"kg": 8.0, "logged": True}) == e.Weigh(8.0, logged=True, one_side=False)
    split = e.Weigh(6.0, one_side=True)
    assert from_fields("weigh", json.loads(json.dumps(to_fields(split)))) == split


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("leap", {}),
        ("jump", {}),
        ("press", {"by": 1}),
        ("nudge", {}),
        ("count", {"count": "x"}),
        ("leave", {"how": ""}),
    ],
)
def test_what_is_not_known_is_refused(kind: str, fields: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        from_fields(kind, fields)
