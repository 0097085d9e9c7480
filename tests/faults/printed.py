"""What the commands print that draw nothing, of a log and files by somebody who means harm."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from tests.e2e.user import User

from .hostile import LINES, as_a_word, check_page, files_to_import, settle_in, steering

AT_ONCE = 3
DRAWN = (("log",), ("stats",), ("report",), ("circuits", "list"), ("circuits", "show", "evil"))
"""Commands that could know that they print on a terminal."""


def check_printed(user: User, evil: str) -> None:
    """Every command, with hostile words; then those that change something, one after the other."""
    path, named = settle_in(user, evil)
    word = as_a_word(evil)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for _ in pool.map(lambda words: check_line(user, *words), reading(path, named, word)):
            pass
    user.env["EDITOR"] = "true"
    for words in changing(user, evil, path):
        check_line(user, *words)
    check_page((user.directory / "report.html").read_text("utf-8"))
    text = (user.directory / "report.txt").read_text("utf-8")
    assert "EVIL" in text and not steering(text, LINES)
    for words in DRAWN:
        with user.terminal(*words, rows=200) as terminal:
            terminal.exit_code()
            found = steering(terminal.raw.decode("utf-8", errors="replace"))
            assert not found, f"{words} steers the terminal: {found[:5]!r}"


def reading(path: str, named: str, word: str) -> Iterator[tuple[str, ...]]:
    yield from ((), ("--help",), ("start", "--help"), ("circuits", "--help"), (word,), ("doctor",))
    yield from (("log",), ("log", "--json"), ("log", "--last", "1"), ("log", "--last", word))
    yield from (("stats",), ("stats", "--json"), ("stats", "--exercise", word), ("report",))
    yield from (("export",), ("export", "--session", "last"), ("export", "--session", word))
    yield from (
        ("export", "--since", word),
        ("export", "-o", f"{word}/{word}"),
        ("export", "--format", "csv"),
    )
    yield from (("circuits", "list"), ("circuits", "list", "--names"), ("circuits", "schema"))
    yield from (
        ("circuits", action, one) for action in ("show", "check") for one in (path, named, "markup", word)
    )
    yield from (("circuits", "path"), ("circuits", "path", "evil"), ("circuits", "path", word))
    yield from (
        ("start", word, "--plain"),
        ("start", named),
        ("quick", word),
        ("quick", "2x1", "--name", word),
    )
    yield from (("figures", word), ("figures", "--still"), ("sounds", "list"), ("sounds", "play", word))
    yield from (("completions", shell) for shell in ("bash", "zsh", "fish", word))


def changing(user: User, evil: str, path: str) -> Iterator[tuple[str, ...]]:
    word, slug = as_a_word(evil), as_a_word(evil).replace("/", "")
    accepted, refused = files_to_import(user, evil)
    yield from (
        ("import", accepted, "--dry-run"),
        ("import", accepted),
        ("import", refused),
        ("import", word),
    )
    yield from (("circuits", "copy", path, "copied"), ("circuits", "copy", "markup", slug))
    yield from (("circuits", "new", slug), ("circuits", "new", "fresh"))
    yield from (("circuits", "edit", one) for one in ("evil", "markup", word))
    yield from (("circuits", "remove", one, "--yes") for one in ("copied", word))
    report = str(user.directory / "report")
    yield from (("report", "-o", f"{report}.html"), ("report", "-o", f"{report}.txt"))
    yield from (("report", "-o", str(user.directory / f"{slug}.html")), ("report", "-o", word))
    yield ("quick", "2x1", "--plain", "--mute", "--name", slug, "--save", slug)
    yield ("export", "-o", str(user.directory / f"{slug}.json"))


def check_line(user: User, *words: str) -> None:
    done = user.run(*words)
    assert done.returncode in (0, 1, 2), (words, done.returncode, done.stderr)
    assert "Traceback" not in done.stderr and "should not" not in done.stderr, (words, done.stderr)
    for written in (done.stdout, done.stderr):
        found = steering(written, LINES)
        assert not found, f"{words} steers the terminal: {found[:5]!r}"
