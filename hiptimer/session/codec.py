"""How an event is written in the journal: its kind, and its own fields as JSON takes them."""

from __future__ import annotations

from dataclasses import asdict

from hiptimer.circuit.model import Count
from hiptimer.session import events as e

KINDS: dict[str, type[e.Event]] = {
    event.kind: event
    for event in (
        e.Press, e.End, e.Pause, e.Redo, e.Skip, e.Drop, e.Substitute, e.Nudge, e.Enter, e.Extend, e.Swap,
        e.AddRound, e.CountBy, e.Tempo, e.Weigh, e.Take, e.Pain, e.Note, e.Reserve, e.Effort, e.Leave,
        e.Freeze, e.Thaw,
        e.Woke, e.Resumed, e.Elapsed, e.Undo,
    )
}  # fmt: skip


def to_fields(event: e.Event) -> dict[str, object]:
    """The event's own fields, ready for JSON; its kind is kept beside them."""
    return asdict(event)


def from_fields(kind: str, fields: dict[str, object]) -> e.Event:
    """The event that `to_fields` took apart. Raises `ValueError` for a kind or field not known."""
    made = KINDS.get(kind)
    if made is None:
        raise ValueError(f"event of unknown kind {kind!r}")
    converted = dict(fields)
    try:
        if made is e.CountBy:
            converted["count"] = Count(str(fields["count"]))
        if made is e.Leave:
            converted["how"] = e.Leaving(str(fields["how"]))
        return made(**converted)
    except (KeyError, TypeError) as error:
        raise ValueError(f"event {kind!r} has unexpected fields {sorted(fields)}") from error
