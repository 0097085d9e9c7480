"""The tables in docs/settings.md and docs/keys.md, made of the tables that the reader follows.

    python -m tests.settings.reference

writes them anew; a test says when that is due.
"""

from __future__ import annotations

import re
from pathlib import Path

from hiptimer.keyboard import ACTIONS, ALWAYS, HOME, SESSION
from hiptimer.setting_keys import ScreenKeys, SessionKeys, SoundKeys
from hiptimer.training_keys import TrainingKeys
from hiptimer.tui.key_lines import name_of
from hiptimer.weight_keys import WeightKeys
from tests.circuit.reference import rows

DOCS = Path(__file__).parents[2] / "docs"
SETTINGS, KEYS = DOCS / "settings.md", DOCS / "keys.md"
TABLES = {
    "sound": SoundKeys.TABLE,
    "screen": ScreenKeys.TABLE,
    "session": SessionKeys.TABLE,
    "training": TrainingKeys.TABLE,
    "weights": WeightKeys.TABLE,
}
_PLACE = re.compile(r"(<!-- (?:keys of (\w+)|actions) -->\n\n).*?(\n?<!-- end -->)", re.DOTALL)


def with_tables(text: str) -> str:
    """The text with each table as it has to be."""
    return _PLACE.sub(lambda place: f"{place[1]}{_table(place[2])}\n<!-- end -->", text)


def _table(name: str | None) -> str:
    return rows(TABLES[name]) if name else actions()


def actions() -> str:
    """Every action in Markdown: its name in the file and on the screen, where, and its usual keys."""
    head = "| in the file | on the screen | where | usual keys |\n|---|---|---|---|\n"
    return head + "".join(f"| `{one}` | {name_of(one)} | {_where(one)} | {_keys(one)} |\n" for one in ACTIONS)


def _where(action: str) -> str:
    return " and ".join(name for name, ids in (("session", SESSION), ("home", HOME)) if action in ids)


def _keys(action: str) -> str:
    return " ".join(f"`{key}`" for key in (*ACTIONS[action], *ALWAYS.get(action, ())))


if __name__ == "__main__":
    for doc in (SETTINGS, KEYS):
        doc.write_text(with_tables(doc.read_text("utf-8")), "utf-8")
