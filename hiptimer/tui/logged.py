"""One session of the log with what was changed in it, and the words for each of its values. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from hiptimer.circuit.model import Exercise, Reps
from hiptimer.history.changes import Change, Value, Was, originals
from hiptimer.history.records import SessionRecord, SetRecord, length
from hiptimer.session.status import BETWEEN
from hiptimer.tui.fit import clean
from hiptimer.tui.summary import NOTHING, TURNS
from hiptimer.tui.today import sets_words
from hiptimer.values import dataclass, field
from hiptimer.weights import Unit, weight_words

Place = tuple[int, int, str]
"""Which value of a session, as `Change.place` has it: step, part, field; the session's own: -1, -1."""

SIDES = ("left", "right")
TURN_SIGNS = {str(direction): sign for direction, sign in TURNS.items()}
OF_THE_STEP = frozenset({"load_kg", "pain", "reserve", "note", "side"})
"""Told once of a set, however many directions it has."""
NAMES = {
    "load_kg": "load",
    "reserve": "reps more",
    "rpe": "effort",
    "morning": "next morning",
}
"""A field as the screen calls it, where that is not its own name."""


@dataclass(frozen=True, slots=True)
class Logged:
    """A session of the log."""

    record: SessionRecord
    changes: tuple[Change, ...] = ()
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    """By id, as the session's circuit has them; empty for a log that came without its circuits."""
    unit: Unit = Unit.KG
    """In what weights are shown and typed."""
    kept: str = ""
    """Why nothing of it may be changed just now; mostly empty."""

    @property
    def originals(self) -> Mapping[Place, Was]:
        """What the values were that are others now."""
        return originals(self.changes)

    def was(self, place: Place) -> Mapping[str, Was]:
        """What the value was, by field: side and status of a set are shown with what was done."""
        step, part, name = place
        before = self.originals
        fields = (name, "side", "status") if name in ("reps", "seconds") else (name,)
        return {one: before[step, part, one] for one in fields if (step, part, one) in before}

    def row(self, place: Place) -> SetRecord | None:
        """The set a value is of; None for a value of the session."""
        return next((row for row in self.record.sets if (row.step, row.part) == place[:2]), None)

    def name(self, row: SetRecord) -> str:
        """The short name of a set's exercise; its id where the circuit is not known."""
        exercise = self.exercises.get(row.exercise)
        return clean(row.exercise.upper() if exercise is None else exercise.short)

    def counted(self, row: SetRecord) -> str:
        """The field that a set of this exercise is counted in: reps or seconds."""
        exercise = self.exercises.get(row.exercise)
        if exercise is not None:
            return "reps" if isinstance(exercise.target, Reps) else "seconds"
        held = any(one.seconds is not None for one in self.record.sets if one.exercise == row.exercise)
        return "seconds" if held else "reps"

    def together(self, row: SetRecord) -> tuple[SetRecord, ...]:
        """The directions of a set: rows of one step."""
        return tuple(one for one in self.record.sets if one.step == row.step)


def title(logged: Logged) -> tuple[str, ...]:
    """The session in a line, and in fewer and fewer words."""
    record = logged.record
    day, minutes = f"{record.started_at:%a %d %b %Y}", length(record.seconds)
    done, circuit = sets_words(record), clean(record.circuit)
    guest = "guest" if record.guest else ""
    lines = (
        (f"{day} {record.started_at:%H:%M}", minutes, done, circuit, guest),
        (day, minutes, done, circuit, guest),
        (day, minutes, done, guest),
        (day, minutes, sets_words(record, narrow=True)),
    )
    return tuple(BETWEEN.join(filter(None, line)) for line in lines)


def value_words(name: str, value: Value, unit: Unit) -> str:
    """A value with its unit, as it stands in the table; `–` for one that was never told."""
    if value is None:
        return NOTHING
    match name:
        case "seconds":
            return f"{value:g} s"
        case "reps":
            return "1 rep" if value == 1 else f"{value} reps"
        case "load_kg":
            return weight_words(float(value), unit) if value else "body"
        case "reserve":
            return "3+" if value == 3 else str(value)
        case "side":
            return str(value).upper()
        case "status":
            return "unfinished" if value == "open" else clean(str(value))
        case _:
            return clean(str(value))


def set_words(logged: Logged, row: SetRecord) -> str:
    """Which set it is: `LUNGE HALO LEFT CW, set 2`."""
    side = row.side.upper() if row.side in SIDES else ""
    turn = TURN_SIGNS.get(row.direction or "", "")
    number = f"set {row.set}, extra" if row.extra else f"set {row.set}"
    return f"{' '.join(filter(None, (logged.name(row), side, turn)))}, {number}"


def cell_words(logged: Logged, place: Place) -> tuple[str, ...]:
    """What the value under the cursor is, in a line, and in fewer words."""
    row, (_, _, name) = logged.row(place), place
    if row is None:
        said = f"{NAMES.get(name, name)} {told_words(name, getattr(logged.record, name), logged.unit)}"
        return (f"the whole session: {said}", said)
    value = getattr(row, name)
    if name in ("reps", "seconds"):
        done = "" if value is None else value_words(name, value, logged.unit)
        said = ", ".join(filter(None, (done, "" if row.status == "done" else clean(row.status))))
    else:
        said = f"{NAMES.get(name, name)} {told_words(name, value, logged.unit)}"
    reach = (
        f" ({row.reach_s:g} s for your way to the key taken off)" if name == "seconds" and row.reach_s else ""
    )
    which = set_words(logged, row)
    return (f"{which}: {said}{reach}", f"{which}: {said}", f"{which.partition(',')[0]}: {said}")


def was_words(logged: Logged, place: Place) -> tuple[str, ...]:
    """What the value under the cursor was, where it was changed; else when it was logged."""
    found = logged.was(place)
    if not found:
        row = logged.row(place)
        return ("",) if row is None else (f"logged {row.at:%H:%M}, and not changed", f"logged {row.at:%H:%M}")
    was = ", ".join(told_words(name, one.value, logged.unit) for name, one in found.items())
    day = day_words(max(one.at for one in found.values()))
    return (f"was {was}; changed {day}", f"was {was}")


def told_words(name: str, value: Value, unit: Unit) -> str:
    """A value in a sentence."""
    if value is None:
        return "not told"
    return "body weight" if name == "load_kg" and value == 0 else value_words(name, value, unit)


def day_words(when: datetime) -> str:
    """`Thu 05 Mar 2026`."""
    return f"{when:%a %d %b %Y}"
