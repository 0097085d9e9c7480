"""Text by somebody who means harm, in every place that hiptimer reads; and how to see whether it does any."""

from __future__ import annotations

import json
import random
import re
import sqlite3
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path

from tests.e2e.user import User
from tests.history.days import Gym

from .scripted import CIRCUIT

ALLOWED = re.compile(
    r"\x1b\[[0-9;:]*m"  # colours
    r"|\x1b\[[0-9]*(?:;[0-9]+)?H"  # a place on the screen
    r"|\x1b[78]"  # one that is kept, and gone back to
    r"|\x1b\[\?(?:7|25|1000|1002|1003|1004|1006|1015|1049|2004|2026|2048)[hl]"  # modes
    r"|\x1b\[\?(?:2026|2048)\$p"  # whether there is a mode
    r"|\x1b\[[<>=][0-9]*u"  # the keyboard
    r"|\x1b\[2[23];2t"  # the window's title, kept and given back
    r"|\x1b\]2;[^\x00-\x1f\x7f-\x9f]*\x1b\\"  # the window's title
    r"|\x1b\]22;[a-z-]+\x07"  # the shape of the mouse's pointer
    r"|\r\n|\n|\x07"  # and the bell, which is all the sound there may be
)
"""All that hiptimer and Textual have to say to a terminal besides text."""
LINES = re.compile("\n")
"""All that a command has to say that draws nothing."""
STEERS = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
SEQUENCES = (
    "\x1b]2;EVIL\x07", "\x1b]0;EVIL\x1b\\", "\x1b[31mEVIL", "\x1b[2J", "\x1b[6n", "\x1bc", "\x1b[?1049l",
    "\x1b]52;c;RVZJTA==\x07", "\x1bP$qm\x1b\\", "\x9b31mEVIL", "\x9d2;EVIL\x9c", "\r\nEVIL", "\x08\x08EVIL",
    "\x07", "\x85", "\u202eLIVE", "\x1b[201~", "[red]EVIL[/]", "\x00", "\x7f",
)  # fmt: skip
MARKUP = "</td></style></title><script>EVIL</script><img src=x onerror=EVIL>\"'><!--"
"""What could get out of its place in a page."""
TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "p", "main", "section", "ul",
    "li", "div", "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "svg", "g", "path",
    "line", "text", "circle", "polyline", "polygon", "rect", "desc",
}  # fmt: skip
"""All that a report is made of."""


def hostile(chance: random.Random) -> str:
    return "".join(f"{word}{chance.choice(SEQUENCES)}" for word in ("a", "b", "c")) + "d" + MARKUP


def steering(written: str, allowed: re.Pattern[str] = ALLOWED) -> list[str]:
    """What could steer a terminal in what was written, each with what stands around it."""
    rest = allowed.sub("", written)
    return [rest[max(0, one.start() - 20) : one.end() + 20] for one in STEERS.finditer(rest)]


def toml(text: str) -> str:
    """A text as TOML writes it, with all its characters."""
    return '"' + "".join(f"\\u{ord(one):04x}" for one in text) + '"'


def tamper(user: User, evil: str) -> None:
    """Somebody else's hand in the log: sessions, exercises, notes, answers and a circuit."""
    gym = Gym(user.directory)
    for day in range(3):
        gym.finished(day, CIRCUIT)
    left = gym.begin(CIRCUIT)
    gym.do(left)
    left.close()
    gym.store.close()
    with closing(sqlite3.connect(user.database, isolation_level=None)) as log:
        log.execute("UPDATE sessions SET circuit = circuit || ?", (evil,))
        log.execute("UPDATE sessions SET status = status || ? WHERE number = 1", (evil,))
        log.execute("UPDATE outcomes SET note = ?", (evil,))
        log.execute("UPDATE outcomes SET exercise = exercise || ? WHERE session > 1 AND step = 0", (evil,))
        log.execute("UPDATE outcomes SET side = side || ? WHERE session = 2", (evil,))
        log.execute("UPDATE circuits SET text = replace(text, '\"Lunge halo\"', ?)", (toml(evil),))
        log.execute("INSERT OR REPLACE INTO preferences VALUES ('first-start', 'done')")
        log.execute("INSERT OR REPLACE INTO preferences VALUES ('count', ?)", (evil,))


def settle_in(user: User, evil: str) -> tuple[str, str]:
    """Hostile circuits and settings; the paths of a file with a hostile name in it, and of one so named."""
    path = user.circuit(f"name = {toml(evil)}\n" + CIRCUIT.partition("\n\n")[2], "evil")
    named = user.directory / f"{as_a_word(evil).replace('/', '')}.toml"
    named.write_text("nonsense = ", encoding="utf-8", errors="replace")
    config = user.directory / "config"
    (config / "circuits").mkdir(parents=True)
    (config / "circuits" / "evil.toml").write_text(Path(path).read_text("utf-8"), "utf-8")
    markup = CIRCUIT.replace("Faults", "[red]EVIL[/]").replace("Plank", "[@click=app.quit]EVIL[/]")
    (config / "circuits" / "markup.toml").write_text(markup, "utf-8")
    (config / "settings.toml").write_text(f"[screen]\ntheme = {toml(evil)}\n", "utf-8")
    return path, str(named)


def as_a_word(evil: str) -> str:
    """As an argument of a command, which can't have everything."""
    return evil.replace("\x00", "")


def files_to_import(user: User, evil: str) -> tuple[str, str]:
    """A hostile file whose sessions can be taken, and one that has to be refused."""
    gym = Gym(user.directory / "other")
    gym.finished(9, CIRCUIT)
    gym.store.close()
    home = {**user.env, "HIPTIMER_HOME": str(user.directory / "other")}
    document = json.loads(user.run("export", env=home).stdout)
    (session,) = document["sessions"]
    for row in session["sets"]:
        row["note"] = as_a_word(evil)
    accepted = user.directory / "accepted.json"
    accepted.write_text(json.dumps(document), encoding="utf-8")
    session.update(id=evil, status=evil, circuit=evil)
    session["sets"][0] |= {"side": evil, evil: evil}
    refused = user.directory / f"{as_a_word(evil).replace('/', '')}.json"
    refused.write_text(json.dumps(document), encoding="utf-8")
    return str(accepted), str(refused)


class Page(HTMLParser):
    """What a browser would make of a report."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.wrong.append(f"<{tag}>")
        self.wrong += [name for name, _ in attrs if name.startswith("on") or name in ("href", "src")]

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"<!--{data}-->")


def check_page(text: str) -> None:
    """The hostile text stands in the page, as text."""
    assert "EVIL" in text and "<script" not in text
    wrong = Page(text).wrong
    assert not wrong, f"a page with {wrong[:5]}"
    found = steering(text, LINES)
    assert not found, f"the page steers a terminal: {found[:5]!r}"
