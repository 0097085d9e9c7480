"""Whatever a session writes into its journal can be exported and imported."""

from __future__ import annotations

import json

from hypothesis import given

from hiptimer.circuit.model import Circuit, Side
from hiptimer.circuit.plan import Options
from hiptimer.exchange.faults import Faults
from hiptimer.exchange.journals import event_of, options_of
from hiptimer.session.codec import options_from_json, options_to_json, to_fields
from tests.often import often

from ..session.test_properties import lived
from ..session.walks import CIRCUITS, OPTIONS, WALKS, Deed

WALL = "2026-03-01T18:30:00+02:00"


@often(60)
@given(CIRCUITS, OPTIONS, WALKS)
def test_every_event_of_a_session(circuit: Circuit, options: Options, walk: list[Deed]) -> None:
    faults = Faults()
    for entry in lived(circuit, options, walk).entries:
        written = {
            "at": entry.at, "wall": WALL, "kind": entry.event.kind, "value": to_fields(entry.event)
        }  # fmt: skip
        read = event_of(json.loads(json.dumps(written)), "event", faults)
        assert read is not None and json.loads(read.value) == json.loads(json.dumps(to_fields(entry.event)))
    assert faults.reasons == []


@given(OPTIONS)
def test_everything_a_session_can_be_opened_with(options: Options) -> None:
    faults = Faults()
    loads = {("squat", None): 8.0, ("hip-thrust", Side.LEFT): 0.0}
    text = options_of(json.loads(options_to_json(options, loads)), faults)
    assert faults.reasons == [] and options_from_json(text) == (options, loads)
