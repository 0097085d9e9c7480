"""The journal of a session in a file: its events read, and replayed to see that they can be. Pure."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from hiptimer.circuit.faults import CircuitFaults
from hiptimer.circuit.file import parse
from hiptimer.circuit.model import Circuit
from hiptimer.exchange.faults import Faults, Unfit
from hiptimer.exchange.rules import EVENT, LAST_INSTANT, LOAD, OPTIONS, stamped, told
from hiptimer.exchange.values import Logged, LoggedEvent
from hiptimer.history.changes import number, text
from hiptimer.limits import LONGEST_NOTE
from hiptimer.session.codec import KINDS, from_fields, options_from_json
from hiptimer.session.replay import Entry, replay
from hiptimer.session.state import begin

MOST_EVENTS = 100_000
_MOST = 1_000_000
"""Of a whole number in an event."""

_FITS: Mapping[str, Callable[[Any], bool]] = {
    "int": number(-_MOST, _MOST, whole=True),
    "int | None": lambda value: value is None or _FITS["int"](value),
    "float": number(-LAST_INSTANT, LAST_INSTANT, whole=False),
    "bool": lambda value: isinstance(value, bool),
    "str": lambda value: value == "" or text(LONGEST_NOTE)(value),
}
"""What a field of an event may be, by how it is declared; the enums are read by `from_fields`."""
_CHECKS = {
    kind: [(field.name, _FITS[str(field.type)]) for field in fields(made) if str(field.type) in _FITS]
    for kind, made in KINDS.items()
}


def event_of(value: object, where: str, faults: Faults) -> LoggedEvent | None:
    """An event as the file has it; None if it is none."""
    if not isinstance(value, dict):
        faults.add(where, f"expected an object, got {told(value)}")
        return None
    wrong = len(faults.reasons)
    found = faults.fields(value, EVENT, where)
    own = value.get("value")
    if not isinstance(own, dict):
        faults.add(where, f"value: expected an object, got {told(own)}")
    if len(faults.reasons) > wrong:
        return None
    kind = str(found["kind"])
    try:
        event = from_fields(kind, own)  # type: ignore[arg-type]
    except ValueError as error:
        faults.add(where, str(error))
        return None
    for name, fits in _CHECKS[kind]:
        if not fits(getattr(event, name)):
            faults.add(where, f"{kind}: {name} can't be {told(getattr(event, name))}")
    return LoggedEvent(float(value["at"]), stamped(found["wall"]) or "", kind, json.dumps(own))


def options_of(value: object, faults: Faults) -> str:
    """What the session was opened with, as the log keeps it; nothing for one without a journal."""
    if not isinstance(value, dict):
        faults.add("options", f"expected an object, got {told(value)}")
    if not isinstance(value, dict) or not value:
        return "{}"
    strange = [name for name in value if name not in OPTIONS and name != "loads"]
    if strange:
        faults.add("options", f"{told(strange[0])} is no option")
    faults.fields(value, {name: rule for name, rule in OPTIONS.items() if name in value}, "options")
    loads = value.get("loads")
    for load in loads if isinstance(loads, list) else [loads]:
        if not isinstance(load, list) or len(load) != len(LOAD):
            faults.add("options", "loads: expected a list of [exercise, side, kg]")
        else:
            faults.fields(dict(zip(LOAD, load, strict=True)), LOAD, "options: loads")
    return json.dumps(value)


class Replayer:
    """Replays journals; a circuit is read once."""

    def __init__(self) -> None:
        self._circuits: dict[str, Circuit] = {}

    def check(self, session: Logged) -> None:
        """Raises `Unfit` where the circuit file can't be read or the journal can't be replayed."""
        if not session.events:
            return
        try:
            if session.text not in self._circuits:
                self._circuits[session.text] = parse(session.text)
        except CircuitFaults as error:
            raise Unfit(f"its circuit can't be read: {str(error).splitlines()[0]}") from error
        try:
            entries = [Entry(one.at, from_fields(one.kind, json.loads(one.value))) for one in session.events]
            replay(begin(self._circuits[session.text], *options_from_json(session.options)), entries)
        except Exception as error:  # whatever the machine stumbles over: the file is somebody's
            raise Unfit(f"its journal can't be replayed ({type(error).__name__})") from error
