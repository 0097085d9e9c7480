"""How an event is written, its kind and its own fields as JSON takes them, and what a session began with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

from hiptimer.circuit.model import Count, Side
from hiptimer.circuit.plan import Options
from hiptimer.session import events as e
from hiptimer.session.state import Loads

KINDS: dict[str, type[e.Event]] = {
    event.kind: event
    for event in (
        e.Press, e.End, e.Pause, e.Redo, e.Skip, e.Jump, e.Move, e.Drop, e.Substitute,
        e.Nudge, e.Enter, e.Extend, e.Swap, e.AddRound, e.CountBy, e.Tempo, e.Weigh, e.Take,
        e.Pain, e.Note, e.Reserve, e.Effort, e.Leave,
        e.Freeze, e.Thaw,
        e.Woke, e.Resumed, e.Elapsed, e.Undo,
    )
}  # fmt: skip


def to_fields(event: e.Event) -> dict[str, object]:
    """The event's own fields, ready for JSON; its kind is kept beside them."""
    # plain values all of them: `asdict` would look for more inside of them, and copy them
    names: tuple[str, ...] = event.__match_args__
    return {name: getattr(event, name) for name in names}


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


def options_to_json(options: Options, loads: Loads) -> str:
    """What a session began with, over and above its circuit."""
    return json.dumps({**asdict(options), "loads": [[*key, kg] for key, kg in loads.items()]})


def options_from_json(text: str) -> tuple[Options, Loads]:
    """What `options_to_json` has written, in this version or an older one."""
    fields = json.loads(text)
    loads: Mapping[tuple[str, Side | None], float] = {
        (exercise, side and Side(side)): kg for exercise, side, kg in fields.pop("loads")
    }
    fields["count"] = fields["count"] and Count(fields["count"])
    fields["first_side"] = Side(fields["first_side"])
    return Options(**fields), loads
