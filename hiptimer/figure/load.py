"""Reading figures from TOML: a table for each, named as the figure; its keys are those of `Figure`."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from enum import StrEnum
from typing import TypeVar

from hiptimer.figure.model import Anchor, ArmPose, Figure, Held, Key, LegPose, Pose, Stroke
from hiptimer.figure.space import Vec

_E = TypeVar("_E", bound=StrEnum)
_V = TypeVar("_V", LegPose, ArmPose)
_LIMBS = {"near": LegPose, "far": LegPose, "near_arm": ArmPose, "far_arm": ArmPose}


class FigureFault(ValueError):
    """A text is no file of figures; the message names the figure, the key and what is expected there."""


def parse(text: str) -> tuple[Figure, ...]:
    """The figures of a file.

    Raises:
        FigureFault: something in it is not as it has to be.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FigureFault(f"no TOML: {error}") from error
    return tuple(_figure(name, _table(name, value)) for name, value in raw.items())


def _figure(name: str, raw: dict[str, object]) -> Figure:
    known = {field.name for field in fields(Figure)} - {"name", "keys", "props"} | {"pose", "prop"}
    _only(name, raw, known)
    placed = tuple(str(leg) for leg in _list(f"{name}.placed", raw.get("placed", [])))
    if not set(placed) <= {"near", "far"}:
        raise FigureFault(f'{name}.placed: expected "near" or "far", found {", ".join(placed)}')
    return Figure(
        name=name,
        keys=_keys(name, raw),
        anchor=_one_of(Anchor, f"{name}.anchor", raw.get("anchor", Anchor.FOOT)),
        at=_point(f"{name}.at", raw.get("at", [0, 0])),
        view=_number(f"{name}.view", raw.get("view", 0)),
        period=_number(f"{name}.period", raw.get("period", 4)),
        placed=placed,
        held=_one_of(Held, f"{name}.held", raw["held"]) if "held" in raw else None,
        size=_number(f"{name}.size", raw.get("size", 0)),
        elbows=_point(f"{name}.elbows", raw.get("elbows", [0, -1, 0])),
        still=_number(f"{name}.still", raw.get("still", 0)),
        props=tuple(
            _stroke(f"{name}.prop[{n}]", prop)
            for n, prop in enumerate(_list(f"{name}.prop", raw.get("prop", [])), 1)
        ),
    )


def _keys(name: str, raw: dict[str, object]) -> tuple[Key, ...]:
    """The keys of a figure: the first at 0, each later than the one before."""
    place = f"{name}.pose"
    tables = [_table(f"{place}[{n}]", one) for n, one in enumerate(_list(place, raw.get("pose", [])), 1)]
    if not tables:
        raise FigureFault(f"{place}: expected one pose or more, found none")
    keys: list[Key] = []
    for n, table in enumerate(tables, 1):
        at = _number(f"{place}[{n}].at", table.pop("at", 0))
        least = keys[-1].at if keys else -1.0
        if not least < at < 1 or (n == 1 and at != 0):
            raise FigureFault(f"{place}[{n}].at: expected 0 in the first pose, then more and more up to 1")
        keys.append(Key(at, _pose(f"{place}[{n}]", table)))
    return tuple(keys)


def _pose(place: str, raw: dict[str, object]) -> Pose:
    _only(place, raw, {field.name for field in fields(Pose)})
    numbers = {name: _number(f"{place}.{name}", raw[name]) for name in raw if name not in _LIMBS}
    limbs = {name: _limb(kind, f"{place}.{name}", raw.get(name, {})) for name, kind in _LIMBS.items()}
    return Pose(**numbers, **limbs)  # type: ignore[arg-type]


def _limb(kind: type[_V], place: str, raw: object) -> _V:
    table = _table(place, raw)
    _only(place, table, {field.name for field in fields(kind)})
    return kind(**{name: _number(f"{place}.{name}", value) for name, value in table.items()})


def _stroke(place: str, raw: object) -> Stroke:
    table = _table(place, raw)
    _only(place, table, {"start", "end", "radius"})
    start, end = (_point(f"{place}.{key}", table.get(key, [])) for key in ("start", "end"))
    return Stroke(start, end, _number(f"{place}.radius", table.get("radius", 0)))


def _only(place: str, raw: dict[str, object], known: set[str]) -> None:
    for name in raw:
        if name not in known:
            raise FigureFault(f"{place}.{name}: expected one of {', '.join(sorted(known))}")


def _table(place: str, raw: object) -> dict[str, object]:
    if not isinstance(raw, dict):
        raise FigureFault(f"{place}: expected a table, found {raw!r}")
    return dict(raw)


def _list(place: str, raw: object) -> list[object]:
    if not isinstance(raw, list):
        raise FigureFault(f"{place}: expected a list, found {raw!r}")
    return raw


def _number(place: str, raw: object) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise FigureFault(f"{place}: expected a number, found {raw!r}")
    return float(raw)


def _point(place: str, raw: object) -> Vec:
    numbers = [_number(place, one) for one in _list(place, raw)]
    if len(numbers) not in (2, 3):
        raise FigureFault(f"{place}: expected [x, y] or [x, y, z] in metres, found {raw!r}")
    return Vec(*numbers)


def _one_of(kind: type[_E], place: str, raw: object) -> _E:
    try:
        return kind(str(raw))
    except ValueError:
        raise FigureFault(f"{place}: expected one of {', '.join(kind)}, found {raw!r}") from None
