"""Values are frozen, compare by what they hold, and are read by what reads Python's own dataclasses."""

from __future__ import annotations

import copy
from dataclasses import FrozenInstanceError, asdict, fields, replace
from typing import ClassVar

import pytest

from hiptimer.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Weight:
    """A weight on the shelf."""

    unit: ClassVar[str] = "kg"
    kg: float
    name: str = "kettlebell"
    used: list[str] = field(default_factory=list)

    @property
    def heavy(self) -> bool:
        """More than most would take."""
        return self.kg > 20


@dataclass(frozen=True, slots=True)
class Lent(Weight):
    """Somebody else's."""

    to: str = ""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No field at all."""


@dataclass(frozen=True, slots=True)
class Reps:
    """One field."""

    count: int


def test_a_value_is_made_by_place_by_name_and_by_default() -> None:
    assert Weight(8) == Weight(kg=8, name="kettlebell", used=[])
    assert Weight(8, "bag").name == "bag" and Weight(24).heavy
    assert (Weight.unit, [one.name for one in fields(Weight)]) == ("kg", ["kg", "name", "used"])


def test_each_value_has_a_list_of_its_own() -> None:
    one, other = Weight(8), Weight(8)
    one.used.append("today")
    assert other.used == []


@pytest.mark.parametrize("wrong", [{}, {"kg": 8, "colour": "red"}])
def test_a_field_that_is_left_out_or_unknown_is_refused(wrong: dict[str, float]) -> None:
    for _ in range(2):  # the first value of a class, and any other
        with pytest.raises(TypeError, match=r"Weight\.__init__"):
            Weight(**wrong)  # type: ignore[arg-type]


def test_no_field_is_ever_set_again_nor_another_one_added() -> None:
    weight = Weight(8)
    with pytest.raises(FrozenInstanceError, match="Weight never changes"):
        weight.kg = 10  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del weight.kg  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        weight.colour = "red"  # type: ignore[attr-defined]
    assert weight == Weight(8) and not hasattr(weight, "__dict__")


def test_values_are_equal_where_class_and_fields_are_and_hash_as_they_compare() -> None:
    assert Reps(8) == Reps(8) != Reps(9) and Nothing() == Nothing()
    assert Weight(8, to := "") != Lent(8, to) and Lent(8, to="Ann") != Lent(8)
    assert {Reps(8), Reps(8), Reps(9)} == {Reps(9), Reps(8)} and len({Nothing(), Nothing()}) == 1
    assert Reps(8) != 8 and Nothing() != ()


def test_a_value_says_what_it_is() -> None:
    assert repr(Lent(8, to="Ann")) == "Lent(kg=8, name='kettlebell', used=[], to='Ann')"
    assert repr(Nothing()) == "Nothing()"


def test_what_reads_dataclasses_reads_them() -> None:
    lent = Lent(8, to="Ann")
    assert replace(lent, to="Bo") == Lent(8, to="Bo")
    assert asdict(lent) == {"kg": 8, "name": "kettlebell", "used": [], "to": "Ann"}
    assert copy.copy(lent) == copy.deepcopy(lent) == lent
    match lent:
        case Lent(kg, to=to):
            assert (kg, to) == (8, "Ann")
