"""`dataclass` for values, frozen and with slots: Python's own in use, but made in a fifth of the time.

Python writes and compiles six methods of each dataclass whenever it is imported: 0.6 ms a class, and home was
drawn after a hundred of them. Here all methods but one are ready, and `__init__` is written when
the first value is made, which for most classes is never.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen, slots):
        """`@dataclass(frozen=True, slots=True)`, the only one there is here; without `__post_init__`."""
        assert frozen and slots
        return _made


def _made(cls: type) -> type:
    # Python's finds the fields and makes the slots, and would compile only what is left out here
    made: Any = dataclasses.dataclass(slots=True, init=False, repr=False, eq=False)(cls)
    methods = {"__init__": _writes_itself(made), **_compared(made), **_SHARED}
    for name in methods.keys() - cls.__dict__.keys():
        setattr(made, name, methods[name])
    return made  # type: ignore[no-any-return]


def _writes_itself(made: Any) -> Callable[..., None]:
    def __init__(self: object, *args: object, **named: object) -> None:
        made.__init__ = _written(made)
        made.__init__(self, *args, **named)

    return __init__


def _written(made: type) -> Callable[..., None]:
    """`__init__` with an argument for each field, and its default."""
    arguments, lines = ["self"], ["pass"]
    known: dict[str, object] = {"_put": object.__setattr__, "_missing": dataclasses.MISSING}
    for field in dataclasses.fields(made):
        name = value = field.name
        if field.default_factory is not dataclasses.MISSING:
            known[f"_new_{name}"], default = field.default_factory, "=_missing"
            value = f"_new_{name}() if {name} is _missing else {name}"
        elif field.default is not dataclasses.MISSING:
            known[f"_default_{name}"], default = field.default, f"=_default_{name}"
        else:
            default = ""
        arguments.append(f"{name}{default}")
        lines.append(f"_put(self, {name!r}, {value})")
    written: dict[str, Any] = {}
    exec(f"def __init__({', '.join(arguments)}): {'; '.join(lines)}", known, written)
    written["__init__"].__qualname__ = f"{made.__qualname__}.__init__"
    return written["__init__"]  # type: ignore[no-any-return]


def _compared(made: Any) -> dict[str, object]:
    names: tuple[str, ...] = made.__match_args__
    values = attrgetter(*names) if names else lambda value: ()

    def __eq__(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:
        return hash(values(self))

    return {"__eq__": __eq__, "__hash__": __hash__}


def _repr(self: Any) -> str:
    named = (f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{self.__class__.__qualname__}({', '.join(named)})"


def _reduce(self: Any) -> tuple[type, tuple[object, ...]]:
    return self.__class__, tuple(getattr(self, name) for name in self.__match_args__)


def _frozen(self: object, name: str, *_: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(
        f"a {self.__class__.__qualname__} never changes; not its {name} either"
    )


_SHARED = {"__repr__": _repr, "__reduce__": _reduce, "__setattr__": _frozen, "__delattr__": _frozen}
