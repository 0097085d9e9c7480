"""Tables of keys: what a table of a circuit file may hold, and the way to read one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar, cast

from hiptimer.circuit.faults import Report
from hiptimer.circuit.kinds import Kind, T_co
from hiptimer.circuit.locate import Place
from hiptimer.circuit.text import nearest, quoted, shown, words
from hiptimer.values import dataclass

T = TypeVar("T")
Raw = Mapping[str, object]
"""A table as the TOML reader gives it."""


@dataclass(frozen=True, slots=True)
class Key(Generic[T_co]):
    """One key of a table: its kind, what it means, and what holds when it is left out."""

    name: str
    kind: Kind[T_co]
    meaning: str
    """A sentence for the documentation."""
    default: T_co
    default_words: str = ""
    """What holds when the key is left out, where the default itself does not say it."""
    required: bool = False
    only_with: str = ""
    """The key of the same table without which this one has no meaning."""
    not_with: str = ""
    """The key of the same table beside which this one has no meaning."""
    called: str = ""
    """What it is called on a screen, where that is not the name in the file."""

    @property
    def label(self) -> str:
        """What it is called on a screen: `lead-in`, `rest between rounds`."""
        return self.called or self.name.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Values:
    """The values read from one table, by key."""

    _read: Raw
    at: Place = ()
    """Where the table stands."""

    def __getitem__(self, key: Key[T]) -> T:
        # Each value came from this key's own kind, so the cast only repeats what `Table.read` did.
        return cast(T, self._read.get(key.name, key.default))

    def given(self, key: Key[T]) -> T | None:
        """The value as it stands in the table, whatever holds when it is left out; None where it is."""
        return cast(T, self._read[key.name]) if key.name in self._read else None


@dataclass(frozen=True, slots=True)
class Table:
    """The keys a table may hold."""

    keys: tuple[Key[object], ...]
    one_of: tuple[str, ...] = ()
    """Keys of which exactly one is given."""

    @property
    def expected(self) -> str:
        """The allowed values in words."""
        return "a table of keys"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the keys, in the order of the documentation."""
        return tuple(key.name for key in self.keys)

    def read(self, value: object, at: Place, report: Report) -> Values | None:
        """The values of all keys that are right, or None when it is no table at all."""
        if not isinstance(value, dict):
            report.add(at, self._headed(at), shown(value))
            return None
        meant = self._report_unknown(value, at, report)
        alone = self._report_company(value, at, report, meant)
        read: dict[str, object] = {}
        for key in self.keys:
            if key.name in alone:
                continue
            if key.name in value:
                one = key.kind.read(value[key.name], (*at, key.name), report)
                if one is not None:
                    read[key.name] = one
            elif key.required and key.name not in meant:
                report.add((*at, key.name), key.kind.expected, "none")
        return Values(read, at)

    def _headed(self, at: Place) -> str:
        """What is expected of a table that stands under a name: its header, and what may follow."""
        name = ".".join(part for part in at if isinstance(part, str))
        named = bool(at) and isinstance(at[-1], str)
        return f"[{name}] with any of {', '.join(self.names)}" if named else self.expected

    def _report_unknown(self, raw: Raw, at: Place, report: Report) -> set[str]:
        """Report the keys nobody knows; gives the keys that were probably meant."""
        meant = set()
        for name in raw:
            if name in self.names or report.full:
                continue
            hint = self._inner(name) or nearest(name, self.names)
            meant.add(hint)
            expected = "a known key" if hint else f"one of {', '.join(self.names)}"
            report.add((*at, name), expected, quoted(name), hint)
        return meant

    def _inner(self, name: str) -> str:
        """The key of a table in this one that has the name, as `tips.stop`."""
        inner = [key for key in self.keys if isinstance(key.kind, Table) and name in key.kind.names]
        return f"{inner[0].name}.{name}" if inner else ""

    def _report_company(self, raw: Raw, at: Place, report: Report, meant: set[str]) -> set[str]:
        """Report keys without the one they need, and more or fewer than one of those that exclude each other.

        Gives the keys without the one they need. A key that was probably meant counts as given: one
        slip of the pen is one fault.
        """
        given = {name for name in raw if raw[name] is not False and raw[name] != "none"} | meant
        alone = {k.name: k.only_with for k in self.keys if k.only_with and k.name in raw}
        alone = {name: needed for name, needed in alone.items() if needed not in given}
        for name, needed in alone.items():
            report.add((*at, name), f"{needed} in the same table", "none")
        for key in self.keys:
            if key.name in raw and key.not_with in raw:
                report.add((*at, key.name), f"no {key.not_with} beside it", "one", self._inner(key.name))
        targets = [name for name in self.one_of if name in given]
        if self.one_of and len(targets) != 1:
            place = at if not targets or targets[1] not in raw else (*at, targets[1])
            report.add(place, f"exactly one of {', '.join(self.one_of)}", words(targets) or "none")
        return set(alone)


def table_in(text: str, name: str, kind: Kind[T]) -> T | None:
    """One table of a whole file, whatever else is in it; None where the file or the table has a fault."""
    import tomllib

    report = Report()
    try:
        table = tomllib.loads(text).get(name, {})
    except (ValueError, RecursionError):
        return None
    read = kind.read(table, (name,), report)
    return None if report else read


@dataclass(frozen=True, slots=True)
class Tables:
    """A list of tables of one shape."""

    each: Table
    most: int
    header: str
    """The line above each of them, as `[[exercise]]`."""
    unique: Key[str]
    """The key whose value is different in each table."""

    @property
    def expected(self) -> str:
        """The allowed values in words."""
        return f"1 to {self.most} {self.header} tables"

    def read(self, value: object, at: Place, report: Report) -> tuple[Values, ...] | None:
        """The values of each table, or None."""
        if isinstance(value, dict):
            report.add(at, f"{self.header}, in two brackets, over each {at[-1]}", "a single table")
            return None
        if not isinstance(value, list) or not 1 <= len(value) <= self.most:
            found = f"{len(value)} tables" if isinstance(value, list) else shown(value)
            report.add(at, self.expected, found)
            return None
        read = [self.each.read(item, (*at, n), report) for n, item in enumerate(value)]
        self._report_twins(read, at, report)
        return tuple(table for table in read if table is not None)

    def _report_twins(self, read: list[Values | None], at: Place, report: Report) -> None:
        first: dict[str, int] = {}
        for n, table in enumerate(read):
            name = table[self.unique] if table else ""
            if name and name in first:
                place, other = ((*at, number, self.unique.name) for number in (n, first[name]))
                report.add(place, f"one that no other {self.header} has", quoted(name), like=other)
            first.setdefault(name, n)
