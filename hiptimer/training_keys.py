"""`[training]` in the settings file: how often a week is aimed at. Pure."""

from __future__ import annotations

from hiptimer.circuit.kinds import Whole
from hiptimer.circuit.tables import Key, Table, table_in
from hiptimer.progress.weeks import TARGET

TABLE_NAME = "training"
MOST_A_WEEK = 14


class TrainingKeys:
    """The keys of `[training]`."""

    PER_WEEK = Key(
        "per_week",
        Whole(1, MOST_A_WEEK),
        "Sessions a week that you aim at.",
        TARGET,
        called="sessions a week",
    )
    TABLE = Table((PER_WEEK,))


def per_week_in(text: str) -> int:
    """The target in a whole settings file, whatever else is in it; the default where it is a fault."""
    values = table_in(text, TABLE_NAME, TrainingKeys.TABLE)
    return TARGET if values is None else values[TrainingKeys.PER_WEEK]
