"""A circuit file with other values in it: comments and what was not changed stay as they were."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping

from hiptimer.circuit.locate import Place
from hiptimer.circuit.tables import Raw
from hiptimer.circuit.writing import Section, sections, toml, value_text
from hiptimer.values import dataclass

_HEADER = re.compile(r"[ \t]*(\[\[?)[ \t]*([a-z_]+(?:[ \t]*\.[ \t]*[a-z_]+)*)[ \t]*\]\]?[ \t]*(?:#.*)?\r?\n?")
_ID = re.compile(r"""(?m)^[ \t]*id[ \t]*=[ \t]*["']([^"'\n]*)["']""")
_KEY = re.compile(r"[ \t]*([A-Za-z0-9_-]+)[ \t]*=")
_COMMENTS = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*")
_LONGEST = 100
"""Lines of one value that are read; with more it is put together oddly."""


@dataclass(frozen=True, slots=True)
class _Old:
    """One table of the file as it was."""

    before: str
    """The comments above its header."""
    header: str
    """Its header line."""
    entries: tuple[tuple[str, str], ...]
    """Its keys, each with its lines and the comments above it; at the end, with no key, what is left."""
    after: Place | None
    """The table that stood before it."""


def rewritten(text: str, raw: Raw, full: Raw) -> str:
    """`text` with the values of `raw`; written anew where it is put together too oddly for that.

    `full` is the same with `rest` tables for what `raw` has in short: an exercise that had one keeps it.
    """
    if tomllib.loads(text.removeprefix("\ufeff")) in (raw, full):
        return text
    old = _by_place(text)
    exercises = zip(_list(raw), _list(full), strict=True)
    kept = [long if ("exercise", str(short.get("id")), "rest") in old else short for short, long in exercises]
    raw = {**raw, "exercise": kept} if kept else raw
    wanted = list(sections(raw))
    places = [None, *(section.place for section in wanted)]
    made = "".join(
        _section(section, old.get(section.place), after)
        for section, after in zip(wanted, places, strict=False)
    )
    made = made.rstrip("\n") + "\n"
    try:
        same = tomllib.loads(made) == raw
    except ValueError:
        same = False
    return made if same else toml(raw)


def _list(raw: Raw) -> list[Mapping[str, object]]:
    found = raw.get("exercise", [])
    return found if isinstance(found, list) else []


def _section(new: Section, old: _Old | None, after: Place | None) -> str:
    """The lines of a table that comes after another; `after` is None for the first one."""
    if old is None:
        return ("" if after is None else "\n") + new.text
    gap = "" if old.after == after or old.before.startswith("\n") else "\n"
    return gap + old.before + old.header + "".join(_lines(new, old))


def _lines(new: Section, old: _Old) -> Iterator[str]:
    """The old entries that stay, those that changed, and the new ones where they belong."""
    order = list(new.values)
    left = [name for name in order if name not in {name for name, _ in old.entries}]
    for name, lines in old.entries:
        while left and name in order and order.index(left[0]) < order.index(name):
            yield _line(left[0], new.values[left.pop(0)])
        if not name:
            while left:
                yield _line(left[0], new.values[left.pop(0)])
            yield lines
        elif name in new.values:
            yield _changed(name, lines, new.values[name])


def _line(name: str, value: object) -> str:
    return f"{name} = {value_text(name, value)}\n"


def _changed(name: str, lines: str, value: object) -> str:
    """The lines of a key with its new value; the comments above it and behind it stay."""
    if tomllib.loads(lines).get(name) == value:
        return lines
    above = _COMMENTS.match(lines)
    start = above.end() if above else 0
    whole = (at for at, sign in enumerate(lines) if sign == "#" and at > start and _is_whole(lines[:at]))
    end = next(whole, len(lines))
    old = lines[start:end].rstrip(" \t\n")
    return f"{lines[:start]}{name} = {value_text(name, value)}{lines[start + len(old) :]}"


def _by_place(text: str) -> dict[Place, _Old]:
    """The tables of the file by their places; of a file that is put together oddly, not all."""
    found: dict[Place, _Old] = {}
    now: Place = ()
    last: Place | None = None
    header, before, body = "", "", ""
    for line in [*text.removeprefix("\ufeff").replace("\r\n", "\n").splitlines(keepends=True), None]:
        match = _HEADER.fullmatch(line) if line is not None else None
        if line is not None and match is None:
            body += line
            continue
        kept, above = _parted(body) if line is not None else (body, "")
        place = now
        if header.lstrip().startswith("[["):
            named = _ID.search(kept)
            now = place = ("exercise", named[1] if named else "")
        elif header:
            parts = tuple(re.split(r"[ \t]*\.[ \t]*", header.strip().split("]")[0].strip("[ \t")))
            place = (*now, *parts[1:]) if parts[0] == "exercise" else parts
        found.setdefault(place, _Old(before, header, tuple(_entries(kept)), last))
        last = place
        header, before, body = line or "", above, ""
    return found


def _parted(body: str) -> tuple[str, str]:
    """The lines of a table, and those behind it that belong to the next one: blank ones and comments."""
    lines = body.splitlines(keepends=True)
    end = len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    # a comment right below a key is about that key's table, up to the blank line
    while end < len(lines) and lines[end].strip():
        end += 1
    return "".join(lines[:end]), "".join(lines[end:])


def _entries(body: str) -> Iterator[tuple[str, str]]:
    """The keys with their lines: a key's lines end where what was read so far is whole."""
    lines, name = "", ""
    for line in body.splitlines(keepends=True):
        lines += line
        if not name:
            match = _KEY.match(line)
            name = match[1] if match else ""
        if name and lines.count("\n") <= _LONGEST and _is_whole(lines):
            yield name, lines
            lines, name = "", ""
    yield name if lines else "", lines


def _is_whole(lines: str) -> bool:
    try:
        tomllib.loads(lines)
    except ValueError:
        return False
    return True
