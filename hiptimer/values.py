"""`dataclass` for values, frozen and with slots: read as Python's own, but made in a tenth of the time.

Python writes and compiles six methods of each dataclass whenever it is imported: 0.6 ms a class, and home was
drawn after a hundred of them. Here all methods but one are ready, and `__init__` is written when
the first value is made, which for most classes is never. `dataclasses` itself, with what it imports to read
code, costs as much as bare Python: it is imported when it is asked about a value, and `log` never asks.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
else:

    def dataclass(*, frozen, slots):
        """`@dataclass(frozen=True, slots=True)`, the only one there is here; without `__post_init__`."""
        assert frozen and slots
        return _made

    def field(*, default_factory):
        """A field with a default that is made anew for each value."""
        return _New(default_factory)


class _New:
    """A default that is made anew for each value."""

    def __init__(self, make: Callable[[], object]) -> None:
        self.make = make


_REQUIRED = object()
"""Stands where a field has no default."""


class _Told:
    """The fields in the words of `dataclasses`, which asks a class for them before anything else."""

    def __get__(self, value: object, made: Any) -> object:
        import dataclasses

        values = [base for base in reversed(made.__mro__) if "_defaults" in base.__dict__]
        kinds = {name: kind for base in values for name, kind in _kinds(base).items()}
        fields = [(name, kinds[name], _told(default)) for name, default in made._defaults.items()]
        told: Any = dataclasses.make_dataclass(
            made.__name__, fields, init=False, repr=False, eq=False, frozen=True
        )
        made.__dataclass_params__ = told.__dataclass_params__
        made.__dataclass_fields__ = told.__dataclass_fields__
        return told.__dataclass_fields__


def _told(default: object) -> Any:
    import dataclasses

    if isinstance(default, _New):
        return dataclasses.field(default_factory=default.make)
    return dataclasses.field(default=dataclasses.MISSING if default is _REQUIRED else default)


def _made(cls: type) -> type:
    """The class with slots, and so made anew: without the defaults, which would stand in their place."""
    names = _kinds(cls)
    defaults: dict[str, object] = {}
    for base in reversed(cls.__mro__[1:]):
        defaults |= base.__dict__.get("_defaults", {})
    slots = tuple(name for name in names if name not in defaults)
    defaults |= {name: cls.__dict__.get(name, _REQUIRED) for name in names}
    kept = {name: value for name, value in cls.__dict__.items() if name not in _ITS_OWN and name not in names}
    methods = {**_compared(tuple(defaults)), **_SHARED, **kept}
    told = {"_defaults": defaults, "__match_args__": tuple(defaults), "__dataclass_fields__": _Told()}
    made: Any = type(cls)(cls.__name__, cls.__bases__, {**methods, **told, "__slots__": slots})
    made.__qualname__ = cls.__qualname__
    if "__init__" not in kept:
        made.__init__ = _writes_itself(made)
    return made  # type: ignore[no-any-return]


def _kinds(cls: type) -> dict[str, str]:
    """The fields that a class itself has, and what is in each, as it is written."""
    return {name: kind for name, kind in cls.__annotations__.items() if not kind.startswith("ClassVar")}


def _writes_itself(made: Any) -> Callable[..., None]:
    def __init__(self: object, *args: object, **named: object) -> None:
        made.__init__ = _written(made)
        made.__init__(self, *args, **named)

    return __init__


def _written(made: Any) -> Callable[..., None]:
    """`__init__` with an argument for each field, and its default."""
    arguments, lines = ["self"], ["pass"]
    known: dict[str, object] = {"_put": object.__setattr__, "_missing": _REQUIRED}
    for name, default in made._defaults.items():
        value, unless = name, ""
        if isinstance(default, _New):
            known[f"_new_{name}"], unless = default.make, "=_missing"
            value = f"_new_{name}() if {name} is _missing else {name}"
        elif default is not _REQUIRED:
            known[f"_default_{name}"], unless = default, f"=_default_{name}"
        arguments.append(f"{name}{unless}")
        lines.append(f"_put(self, {name!r}, {value})")
    written: dict[str, Any] = {}
    exec(f"def __init__({', '.join(arguments)}): {'; '.join(lines)}", known, written)
    written["__init__"].__qualname__ = f"{made.__qualname__}.__init__"
    return written["__init__"]  # type: ignore[no-any-return]


def _compared(names: tuple[str, ...]) -> dict[str, object]:
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
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"a {self.__class__.__qualname__} never changes; not its {name} either")


_SHARED = {"__repr__": _repr, "__reduce__": _reduce, "__setattr__": _frozen, "__delattr__": _frozen}
_ITS_OWN = ("__dict__", "__weakref__")
"""What Python gives a class without slots."""
