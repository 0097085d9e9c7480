"""A circuit file: TOML text in, a circuit out, or everything that is wrong in it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping

from hiptimer.circuit.checks import check
from hiptimer.circuit.faults import CircuitFaults, Fault, Report
from hiptimer.circuit.model import (
    Block,
    Circuit,
    Exercise,
    OwnRests,
    Reps,
    Rests,
    Seconds,
    Target,
    Tips,
    ToFatigue,
)
from hiptimer.circuit.schema import CircuitKeys, ExerciseKeys, RestKeys, TipKeys
from hiptimer.circuit.shorts import short_names
from hiptimer.circuit.tables import Table, Values
from hiptimer.limits import LONGEST_TEXT

__all__ = ["CircuitFaults", "Fault", "parse", "read_values"]

Check = Callable[[Values, Report], None]


def parse(text: str, name: str = "circuit") -> Circuit:
    """The circuit that a TOML text describes; `name` is the file's, for messages.

    Raises:
        CircuitFaults: the text is no circuit; it carries every fault at once. A text that is not
            TOML, or is longer than `LONGEST_TEXT` characters, has that one fault only.
    """
    return _circuit(read_values(text, name, CircuitKeys.TABLE, check))


def read_values(text: str, name: str, table: Table, check: Check | None = None) -> Values:
    """The values of a TOML text by the keys of its table. Raises `CircuitFaults` as `parse` does.

    `check` reports what no key can tell by itself.
    """
    if len(text) > LONGEST_TEXT:
        most = f"{LONGEST_TEXT:,} characters (1 MB) at most"
        raise CircuitFaults((Fault(name, 1, "", most, f"{len(text):,}"),))
    # Some editors on Windows put this mark before the text; TOML does not know it.
    text = text.removeprefix("\ufeff")
    report = Report()
    values = table.read(_toml(text, name), (), report)
    if values is not None and check is not None:
        check(values, report)
    if report or values is None:
        raise CircuitFaults(report.faults(name, text))
    return values


def _toml(text: str, name: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        fault = Fault(name, 1, "", "a few brackets inside each other", "too many to follow")
    except ValueError as error:
        from hiptimer.circuit.mistakes import mistake

        fault = mistake(text, name, str(error))
    raise CircuitFaults((fault,))


def _circuit(values: Values) -> Circuit:
    given = values[CircuitKeys.EXERCISE]
    shorts = short_names([(one[ExerciseKeys.NAME], one[ExerciseKeys.SHORT]) for one in given])
    every = tuple(map(_exercise, given, shorts))
    done = [one for one in every if not one.instead_of]
    return Circuit(
        name=values[CircuitKeys.NAME],
        exercises=tuple(one for block in Block for one in done if one.block is block),
        author=values[CircuitKeys.AUTHOR],
        kit=values[CircuitKeys.KIT],
        sets=values[CircuitKeys.SETS],
        order=values[CircuitKeys.ORDER],
        rests=_rests(values[CircuitKeys.REST]),
        alternatives=tuple(one for one in every if one.instead_of),
    )


def _rests(values: Values | None) -> Rests:
    if values is None:
        return Rests()
    return Rests(
        lead_in=values[RestKeys.LEAD_IN],
        lead_in_reps=values[RestKeys.LEAD_IN_REPS],
        switch=values[RestKeys.SWITCH],
        exercise=values[RestKeys.EXERCISE],
        round=values[RestKeys.ROUND],
    )


def _exercise(values: Values, short: str) -> Exercise:
    target = _target(values)
    wait = values[ExerciseKeys.WAIT]
    return Exercise(
        id=values[ExerciseKeys.ID],
        name=values[ExerciseKeys.NAME],
        short=short,
        target=target,
        sides=values[ExerciseKeys.SIDES],
        side_label=values[ExerciseKeys.SIDE_LABEL],
        other_limb=values[ExerciseKeys.OTHER],
        directions=values[ExerciseKeys.DIRECTIONS],
        load=values[ExerciseKeys.LOAD],
        figure=values[ExerciseKeys.FIGURE],
        wait=target == ToFatigue() if wait is None else wait,
        rests=_own_rests(values),
        count=values[ExerciseKeys.COUNT],
        end=values[ExerciseKeys.END],
        tempo=values[ExerciseKeys.TEMPO],
        tips=_tips(values[ExerciseKeys.TIPS]),
        block=values[ExerciseKeys.BLOCK],
        instead_of=values[ExerciseKeys.INSTEAD_OF],
        variation_of=values[ExerciseKeys.VARIATION_OF],
    )


def _own_rests(values: Values) -> OwnRests:
    own = values[ExerciseKeys.REST]
    if own is None:
        lead_in = values[ExerciseKeys.LEAD_IN]
        return OwnRests(lead_in, lead_in, values[ExerciseKeys.SWITCH])
    return OwnRests(
        lead_in=own.given(RestKeys.LEAD_IN),
        lead_in_reps=own.given(RestKeys.LEAD_IN_REPS),
        switch=own.given(RestKeys.SWITCH),
        exercise=own.given(RestKeys.EXERCISE),
        round=own.given(RestKeys.ROUND),
    )


def _target(values: Values) -> Target:
    reps, seconds = values[ExerciseKeys.REPS], values[ExerciseKeys.SECONDS]
    if reps is not None:
        return Reps(*reps)
    if seconds is None:
        return ToFatigue()
    low, high = seconds
    return Seconds(low, high if high > low else None)


def _tips(values: Values | None) -> Tips:
    if values is None:
        return Tips()
    return Tips(
        how=values[TipKeys.HOW],
        stop=values[TipKeys.STOP],
        setup=values[TipKeys.SETUP],
        work=values[TipKeys.WORK],
        late=values[TipKeys.LATE],
        why=values[TipKeys.WHY],
    )
