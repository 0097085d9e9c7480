"""The tables of keys in docs/circuits.md, made of the table that the reader follows.

    python -m tests.circuit.reference

writes them anew; a test says when that is due.
"""

from __future__ import annotations

import re
from pathlib import Path

from hiptimer.circuit.schema import CircuitKeys, ExerciseKeys, RestKeys, TipKeys
from hiptimer.circuit.tables import Key, Table

DOC = Path(__file__).parents[2] / "docs" / "circuits.md"
TABLES = {
    "circuit": CircuitKeys.TABLE,
    "rest": RestKeys.TABLE,
    "exercise": ExerciseKeys.TABLE,
    "tips": TipKeys.TABLE,
}
_PLACE = re.compile(r"(<!-- keys of (\w+) -->\n\n).*?(\n<!-- end -->)", re.DOTALL)


def with_tables(text: str) -> str:
    """The text with each table of keys as it has to be."""
    return _PLACE.sub(lambda place: place[1] + rows(TABLES[place[2]]) + place[3], text)


def rows(table: Table) -> str:
    """A table of keys in Markdown."""
    head = "| key | value | left out | meaning |\n|---|---|---|---|\n"
    return head + "".join(f"| {' | '.join(_cells(key))} |\n" for key in table.keys)


def _cells(key: Key[object]) -> tuple[str, ...]:
    company = f" Only with `{key.only_with}`." if key.only_with else ""
    company += f" Not with `{key.not_with}`." if key.not_with else ""
    return f"`{key.name}`", key.kind.expected, _left_out(key), key.meaning + company


def _left_out(key: Key[object]) -> str:
    if key.required:
        return "(needed)"
    match key.default:
        case _ if key.default_words:
            return key.default_words
        case bool():
            return "true" if key.default else "false"
        case str():
            return f'"{key.default}"' if key.default else ""
        case int() | float():
            return f"{key.default:g}"
        case (int() as low, int()):
            return str(low)
        case _:
            return ""


if __name__ == "__main__":
    DOC.write_text(with_tables(DOC.read_text("utf-8")), "utf-8")
