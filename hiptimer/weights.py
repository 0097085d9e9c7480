"""The weights a runner owns, and kilograms as they are read and typed: in kg or lb. Pure.

Kilograms are the truth: the log, the session and all arithmetic have them, in hundredths where a weight was
typed. A unit is for the eye and the fingers only, and turns no weight into another: 20 lb are kept as
9.07 kg and shown as 20 lb, 8 kg are shown as 17.6 lb and are 8 kg again when the unit is kg again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from hiptimer.values import dataclass

BODY_WEIGHT = "body weight"
MOST_OWNED = 50
LEAST = 0.1
"""Of an owned weight, in either unit."""


class Unit(StrEnum):
    """In what weights are shown and typed."""

    KG = "kg"
    LB = "lb"

    @property
    def kilograms(self) -> float:
        """One of it, in kilograms; exact by definition (international yard and pound agreement, 1959)."""
        return 1.0 if self is Unit.KG else 0.45359237

    @property
    def most(self) -> int:
        """The heaviest weight that may be typed, 200 kg: a heavier one is a slip of the finger."""
        return 200 if self is Unit.KG else 441

    @property
    def other(self) -> Unit:
        """The unit that is not this one."""
        return Unit.LB if self is Unit.KG else Unit.KG


def kilograms(amount: float, unit: Unit) -> float:
    """An amount in a unit as kilograms, in hundredths."""
    return round(amount * unit.kilograms, 2)


def shown(kg: float, unit: Unit) -> float:
    """Kilograms as an amount to be read: hundredths of a kg; tenths of a lb, or the quarter it was typed."""
    if unit is Unit.KG:
        return round(kg, 2)
    quarter = round(kg / unit.kilograms * 4) / 4
    return quarter if kilograms(quarter, unit) == round(kg, 2) else round(kg / unit.kilograms, 1)


def written(kg: float, unit: Unit) -> float:
    """Kilograms as an amount for the settings file: as shown where that is exact, else in hundredths.

    Either gives the same kilograms back, so that a change of the unit loses nothing.
    """
    amount = shown(kg, unit)
    return amount if kilograms(amount, unit) == round(kg, 2) else round(kg / unit.kilograms, 2)


def weight_words(kg: float, unit: Unit) -> str:
    """`8 kg`, `17.6 lb`, `body weight`."""
    return f"{shown(kg, unit):g} {unit}" if kg else BODY_WEIGHT


@dataclass(frozen=True, slots=True)
class Weights:
    """What a runner has to train with, and in what it is shown."""

    owned: tuple[float, ...] = ()
    """Kilograms, each once, the lightest first; of an adjustable weight, what it can be set to."""
    unit: Unit = Unit.KG
    adjustable: bool = False
    """One weight that is set to what is needed; otherwise there is one to take for each of `owned`."""

    def choices(self, known: float | None = None) -> tuple[float, ...]:
        """Kilograms to choose from: body weight, the owned ones, and the one that is `known` to be used."""
        return tuple(sorted({0.0, *self.owned, *(() if known is None else (known,))}))

    def meant(self, amount: float, known: float | None = None) -> float:
        """The kilograms of a typed amount: of the choice that is shown so, if there is one."""
        alike = (kg for kg in self.choices(known) if shown(kg, self.unit) == amount)
        return next(alike, kilograms(amount, self.unit))

    def with_one(self, kg: float) -> Weights:
        """One more is owned; nothing changes where it is already."""
        return replace(self, owned=in_order((*self.owned, kg)))

    def without(self, kg: float) -> Weights:
        """One less is owned."""
        return replace(self, owned=tuple(one for one in self.owned if one != kg))


def in_order(owned: Iterable[float]) -> tuple[float, ...]:
    """Weights as `Weights.owned` has them."""
    return tuple(sorted(set(owned)))


NONE_OWNED = Weights()
"""What holds where nothing is set."""
