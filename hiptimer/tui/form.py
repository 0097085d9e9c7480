"""A table of a circuit as lines to be filled in: the schema says which there are. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

from hiptimer.circuit.draft import Draft, value
from hiptimer.circuit.kinds import Lines
from hiptimer.circuit.locate import Place
from hiptimer.circuit.model import Block
from hiptimer.circuit.schema import CircuitKeys, ExerciseKeys, RestKeys
from hiptimer.circuit.tables import Key, Raw, Table, Tables
from hiptimer.tui.cells import Line, Span, Tone
from hiptimer.tui.fit import clean, shorten
from hiptimer.values import dataclass

GAP = 2
MARGIN = " "
ADD = "add an exercise"
MORE = "one more line"
FIRST = (
    ExerciseKeys.NAME, ExerciseKeys.REPS, ExerciseKeys.SECONDS, ExerciseKeys.TO_FATIGUE, ExerciseKeys.SIDES,
    ExerciseKeys.DIRECTIONS, ExerciseKeys.LOAD, CircuitKeys.SETS, CircuitKeys.ORDER, ExerciseKeys.FIGURE,
    ExerciseKeys.SIDE_LABEL, ExerciseKeys.OTHER, ExerciseKeys.SHORT,
)  # fmt: skip
"""What is decided first, in this order."""
LAST = (ExerciseKeys.ID, ExerciseKeys.REST, ExerciseKeys.TIPS)
"""What a new exercise has from its name, and the tables in its table."""


@dataclass(frozen=True, slots=True)
class Row:
    """One value that can be filled in."""

    place: Place
    """Where it stands in the circuit; a line of a list with its number."""
    key: Key[object]
    value: object
    """None where it is left out."""
    first: bool = True
    """Not a further line of a list."""
    without: str = ""
    """What holds where it is left out."""

    @property
    def label(self) -> str:
        """What it is called."""
        return self.key.label if self.first else ""

    @property
    def words(self) -> str:
        """The value, or what holds without it."""
        if self.value is not None:
            return value_words(self.value)
        return self.without if self.first else MORE


def rows(draft: Draft, table: Table, place: Place) -> Iterator[Row]:
    """What can be filled in of a table at a place, without the tables in it that have many of a kind."""
    raw = value(draft, place) if place else draft.raw
    raw = raw if isinstance(raw, dict) else {}
    for key in asked_order(table):
        match key.kind:
            case Tables():
                continue
            case Table():
                yield from rows(draft, key.kind, (*place, key.name))
            case Lines(_, most):
                yield from _lines(key, raw.get(key.name), (*place, key.name), most)
            case _ if makes_sense(table, key, raw) and not _is_of_others(draft, key, raw, place):
                without = _without(draft, table, key, place, raw)
                yield Row((*place, key.name), key, raw.get(key.name), without=without)


def asked_order(table: Table) -> list[Key[object]]:
    """The keys of a table in the order in which a person decides; that of the file is another one."""
    first, last = [key.name for key in FIRST], [key.name for key in LAST]
    made = {key.name: key for key in table.keys}
    early, late = ([made.pop(name) for name in names if name in made] for names in (first, last))
    return [*early, *made.values(), *late]


def _without(draft: Draft, table: Table, key: Key[object], place: Place, raw: Raw) -> str:
    """What holds where a key is left out; of a countdown of one exercise, how long it is in the circuit."""
    if key.name == ExerciseKeys.SHORT.name:
        number = int(place[-1])
        return clean(draft.shorts(anew=number)[number])
    if table is not RestKeys.OWN:
        return left_out(key, raw)
    [of_circuit] = (one for one in RestKeys.TABLE.keys if one.name == key.name)
    seconds = value(draft, (CircuitKeys.REST.name, key.name))
    return f"{key.default_words} ({value_words(of_circuit.default if seconds is None else seconds)} s)"


def makes_sense(table: Table, key: Key[object], raw: Raw) -> bool:
    """Whether a key could be given now; not one that another place has already."""
    if key.name in raw:
        return True
    inner = {one.name for one in table.keys if isinstance(one.kind, Table)}
    alone = key.only_with and raw.get(key.only_with, "none") in (False, "none")
    return not alone and key.not_with not in inner and key.not_with not in raw


def _is_of_others(draft: Draft, key: Key[object], raw: Raw, place: Place) -> bool:
    """Whether a lead-in of one exercise is that of reps and it has none, or has nothing but reps."""
    exercise = value(draft, place[:2])
    if len(place) <= 2 or key.name in raw or not isinstance(exercise, dict):
        return False
    keys = ExerciseKeys
    is_timed = bool(exercise.get(keys.TO_FATIGUE.name)) or keys.SECONDS.name in exercise
    others = {RestKeys.LEAD_IN_REPS.name: is_timed, RestKeys.LEAD_IN.name: keys.REPS.name in exercise}
    return others.get(key.name, False)


def _lines(key: Key[object], found: object, place: Place, most: int) -> Iterator[Row]:
    lines = listed(found)
    for number, line in enumerate(lines):
        yield Row((*place, number), key, line, number == 0, left_out(key, {}))
    if len(lines) < most:
        yield Row((*place, len(lines)), key, None, not lines, left_out(key, {}))


def listed(found: object) -> list[object]:
    """The lines of a value that is one line or a list of them."""
    return list(found) if isinstance(found, list) else [] if found is None else [found]


def value_words(found: object) -> str:
    """A value as it is shown: `yes`, `3-6`, `clockwise, counterclockwise`."""
    match found:
        case bool():
            return "yes" if found else "no"
        case [int() | float() as low, int() | float() as high]:
            return f"{low:g}-{high:g}"
        case list():
            return ", ".join(clean(str(one)) for one in found)
        case float():
            return f"{found:g}"
        case _:
            return clean(str(found))


def left_out(key: Key[object], raw: Raw) -> str:
    """What holds where a key is left out: `45`, `the circuit's`; a dash for nothing."""
    if key.name == ExerciseKeys.WAIT.name:
        return value_words(ExerciseKeys.TO_FATIGUE.name in raw)
    if key.default_words:
        return key.default_words
    match key.default:
        case None | "" | ():
            return "-"
        case (low, high):
            return value_words(low if low == high else [low, high])
        case other:
            return value_words(other)


def form_lines(found: list[Row], width: int) -> list[Line]:
    """The rows as lines with a cell each, the values below each other; tables in a table apart."""
    label = max(cell_len(row.label) for row in found) + GAP
    room = max(4, width - label - len(MARGIN) - 1)
    made: list[Line] = []
    under: Place = ()
    for row in found:
        table = tuple(step for step in row.place if isinstance(step, str))[:-1]
        if table != under and made:
            made += [(), (Span(f"{MARGIN}{table[-1].upper()}", Tone.NAME),)]
        under = table
        tone = Tone.NOTHING if row.value is None else Tone.PLAIN
        text = shorten(row.words, room)
        named = Span(MARGIN + set_cell_size(row.label, label), Tone.HEAD)
        made.append((named, Span(text, tone, row.place)))
    return made


def exercise_lines(draft: Draft, width: int) -> list[Line]:
    """The exercises, a line each, and one to add another."""
    names = [clean(short) for short in draft.shorts()]
    room = min(max((cell_len(name) for name in names), default=0), 12) + GAP
    made: list[Line] = []
    for place, (one, name) in enumerate(zip(draft.exercises, names, strict=True)):
        number = Span(f"{MARGIN}{place + 1:>3} ", Tone.HEAD)
        text = set_cell_size(shorten(name, room - GAP), room) + exercise_words(one)
        made.append((number, Span(shorten(text, width - 6), Tone.PLAIN, exercise_place(place))))
    end = Span(f"+ {ADD}", Tone.NOTHING, exercise_place(len(names)))
    return [*made, (Span(f"{MARGIN}    "), end)]


def exercise_place(number: int) -> Place:
    """Where an exercise stands in the circuit."""
    return (CircuitKeys.EXERCISE.name, number)


def exercise_words(exercise: Raw) -> str:
    """`8-12 reps, each side, heavy`."""
    keys = ExerciseKeys
    reps, seconds = exercise.get(keys.REPS.name), exercise.get(keys.SECONDS.name)
    target = "to fatigue" if exercise.get(keys.TO_FATIGUE.name) else ""
    target = f"{value_words(reps)} reps" if reps is not None else target
    target = f"{value_words(seconds)} s" if seconds is not None else target
    ways = exercise.get(keys.DIRECTIONS.name)
    way = "each way" if isinstance(ways, list) and len(ways) > 1 else ""
    sides = {"each": "each side", "alternating": "sides alternating"}.get(str(exercise.get("sides")), "")
    block = exercise.get(keys.BLOCK.name, Block.MAIN)
    instead = "only instead of another" if exercise.get(keys.INSTEAD_OF.name) else ""
    load = exercise.get(keys.LOAD.name, "")
    words = (target, way, sides, load, "" if block == Block.MAIN else block, instead)
    return clean(", ".join(str(word) for word in words if word))
