"""`[weights]` in the settings file: read into kilograms, and what is to be written of them. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from hiptimer.circuit.faults import Report
from hiptimer.circuit.kinds import Choice, Flag, Number
from hiptimer.circuit.locate import Place
from hiptimer.circuit.tables import Key, Table, table_in
from hiptimer.circuit.text import shown
from hiptimer.values import dataclass
from hiptimer.weights import LEAST, MOST_OWNED, NONE_OWNED, Unit, Weights, in_order, kilograms, written

TABLE_NAME = "weights"


@dataclass(frozen=True, slots=True)
class Numbers:
    """A list of numbers."""

    each: Number
    most: int
    """Numbers."""

    @property
    def expected(self) -> str:
        """The allowed values in words."""
        return f"a list of at most {self.most} {self.each.expected}"

    def read(self, value: object, at: Place, report: Report) -> tuple[float, ...] | None:
        """The numbers as they stand, or None."""
        if not isinstance(value, list) or len(value) > self.most:
            found = f"a list of {len(value)}" if isinstance(value, list) else shown(value)
            report.add(at, self.expected, found)
            return None
        read = [self.each.read(item, (*at, n), report) for n, item in enumerate(value)]
        numbers = tuple(number for number in read if number is not None)
        return numbers if len(numbers) == len(read) else None


class WeightKeys:
    """The keys of `[weights]`."""

    _EACH = Number(LEAST, Unit.LB.most, "weights")
    UNIT = Key("unit", Choice(Unit), "In what weights are shown, typed, and written here.", NONE_OWNED.unit)
    OWNED = Key("owned", Numbers(_EACH, MOST_OWNED), "The weights there are.", NONE_OWNED.owned)
    ADJUSTABLE = Key("adjustable", Flag(), "They are settings of one weight.", NONE_OWNED.adjustable)
    TABLE = Table((UNIT, OWNED, ADJUSTABLE))


@dataclass(frozen=True, slots=True)
class OwnedWeights:
    """The whole table; how heavy a weight may be depends on the unit in it."""

    @property
    def expected(self) -> str:
        """The allowed values in words."""
        return WeightKeys.TABLE.expected

    def read(self, value: object, at: Place, report: Report) -> Weights | None:
        """The weights in kilograms, or None."""
        values = WeightKeys.TABLE.read(value, at, report)
        if values is None:
            return None
        unit, owned = values[WeightKeys.UNIT], values[WeightKeys.OWNED]
        each = Number(LEAST, unit.most, str(unit))
        for n, amount in enumerate(owned):
            each.read(amount, (*at, WeightKeys.OWNED.name, n), report)
        kept = in_order(kilograms(amount, unit) for amount in owned)
        return Weights(kept, unit, values[WeightKeys.ADJUSTABLE])


def weights_in(text: str) -> Weights:
    """The weights in a whole settings file, whatever else is in it; the defaults where theirs is a fault."""
    return table_in(text, TABLE_NAME, OwnedWeights()) or NONE_OWNED


def written_values(weights: Weights) -> Mapping[str, str | bool | list[float]]:
    """The table as it is to be written."""
    return {
        WeightKeys.UNIT.name: str(weights.unit),
        WeightKeys.OWNED.name: [written(kg, weights.unit) for kg in weights.owned],
        WeightKeys.ADJUSTABLE.name: weights.adjustable,
    }
