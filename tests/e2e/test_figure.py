"""The figure on a real terminal: its rows go past the compositor, and what they leave there is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiptimer.circuit.model import Side
from hiptimer.figure.drawing import draw
from hiptimer.tui.widgets.reel import FRAMES

if TYPE_CHECKING:
    from .terminal import Terminal
    from .user import User

COLUMNS, ROWS = 60, 24


def pictures(columns: int, rows: int) -> set[str]:
    """Every picture of a rep, with the margin that `hiptimer figures` leaves."""
    drawn = (draw("backward-lunge", n / FRAMES, columns - 2, rows - 2, Side.RIGHT) for n in range(FRAMES))
    return {"\n".join(f" {line}".rstrip() for line in frame.text().split("\n")) for frame in drawn}


def seen(terminal: Terminal) -> str:
    return "\n".join(terminal.lines()[1:-1])


def until_one_of(terminal: Terminal, known: set[str], wanted: str, limit: float = 25.0) -> None:
    terminal.until(lambda: seen(terminal) in known, wanted, limit)


def test_at_every_moment_the_terminal_shows_a_picture_of_the_rep(user: User) -> None:
    with user.terminal("figures", "backward-lunge", columns=COLUMNS, rows=ROWS) as terminal:
        for columns, rows in ((COLUMNS, ROWS), (70, 30)):
            terminal.resize(columns, rows)
            wanted, found = pictures(columns, rows), set[str]()
            until_one_of(terminal, wanted, f"a picture of {columns}x{rows}")
            for _ in range(15):
                terminal.wait(0.11)
                until_one_of(terminal, wanted, "a whole picture", limit=5.0)
                found.add(seen(terminal))
            assert len(found) > 5, "it moves"
        terminal.press("q")
        assert terminal.exit_code() == 0
        assert terminal.is_sane()


def test_it_is_not_painted_over_what_lies_over_it(user: User) -> None:
    with user.start(columns=120, rows=40) as terminal:
        terminal.until_status("READY")
        terminal.press("?")
        terminal.until("shift+up shift+down")
        terminal.wait(0.5)
        sheet = {y: line for y, line in enumerate(terminal.lines()) if line.count("┃") == 2}
        terminal.wait(2.0)
        for y, line in sheet.items():
            place = slice(line.index("┃"), line.rindex("┃") + 1)
            assert terminal.lines()[y][place] == line[place]
        assert len(sheet) > 10
