"""What the user has said once and for all: where the laptop stands, and who counts the reps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from hiptimer.circuit.model import Circuit, Count
from hiptimer.circuit.plan import Options
from hiptimer.values import dataclass


class Place(StrEnum):
    """From where the big key is pressed."""

    REACH = "reach"
    """The laptop stands within reach."""
    ROOM = "room"
    """The laptop stands across the room."""
    REMOTE = "remote"
    """A presenter remote or a pedal is at hand."""


ACROSS_THE_ROOM = 4.0
"""Seconds from letting go of a hold to a key across the room: an assumption."""

ASKED, PLACE, COUNT = "first-start", "place", "count"
"""The names under which the answers are kept."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """The answers of the first start, or what holds where nothing was answered."""

    asked: bool = False
    """The questions of the first start have been shown; they are not shown again."""
    place: Place = Place.REACH
    count: Count = Count.KEY

    @property
    def reach(self) -> float:
        """Seconds taken off every hold."""
        return ACROSS_THE_ROOM if self.place is Place.ROOM else 0.0

    def fill(self, options: Options, circuit: Circuit) -> Options:
        """What the options leave open, as the user prefers it.

        Who counts is the circuit's choice first: a file that names another way than the key is left as it is.
        """
        reach = self.reach if options.reach is None else options.reach
        says = any(exercise.count is not Count.KEY for exercise in circuit.exercises)
        count = self.count if options.count is None and not says and self.count is not Count.KEY else None
        return replace(options, reach=reach, count=options.count or count)


def read(values: Mapping[str, str]) -> Preferences:
    """Preferences from what is kept of them; what this version doesn't know is as if never said."""
    place, count = values.get(PLACE, ""), values.get(COUNT, "")
    return Preferences(
        asked=ASKED in values,
        place=Place(place) if place in set(Place) else Place.REACH,
        count=Count(count) if count in set(Count) else Count.KEY,
    )


def write(preferences: Preferences) -> dict[str, str]:
    """What is to be kept of preferences."""
    asked = {ASKED: "done"} if preferences.asked else {}
    return {**asked, PLACE: str(preferences.place), COUNT: str(preferences.count)}
