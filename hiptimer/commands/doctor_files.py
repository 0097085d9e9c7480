"""What doctor says of the directories, the circuits in them and the history."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from hiptimer.circuit.library import listing
from hiptimer.circuit.text import number_of
from hiptimer.commands.finding import Finding
from hiptimer.config import setting_faults
from hiptimer.history.faults import HistoryError, unusable
from hiptimer.history.store import Store
from hiptimer.paths import Paths


def files(paths: Paths) -> Iterator[Finding]:
    """Everything under the directories of this user."""
    for label, directory in (("config", paths.config), ("data", paths.data), ("state", paths.state)):
        yield _directory(label, directory)
    yield from settings(paths.settings)
    yield from circuits(paths.circuits)
    yield history(paths.database)
    empty = "" if os.path.exists(paths.log) else " (nothing to tell yet)"
    yield Finding("log file", f"{paths.log}{empty}")


def settings(path: Path) -> Iterator[Finding]:
    """Whether the settings file can be used, and all that is wrong with it."""
    faults = setting_faults(path)
    if not faults:
        there = str(path) if path.exists() else f"{path} (not there: the defaults hold)"
        yield Finding("settings", there)
        return
    *others, last = faults
    for place, fault in enumerate((*others, f"{last}; the defaults hold")):
        yield Finding("" if place else "settings", fault, wrong=True)


def circuits(directory: Path) -> Iterator[Finding]:
    """How many circuits there are, and each that can't be used."""
    entries = listing(directory)
    good = sum(entry.circuit is not None for entry in entries)
    yield Finding("circuits", f"{good} can be used; your own go into {directory}")
    for entry in entries:
        if entry.circuit is None:
            yield Finding("", entry.problem, wrong=True)


def history(path: Path) -> Finding:
    """SQLite's own check of the file, and how many sessions there are."""
    try:
        store = Store.read(path)
    except HistoryError as error:
        return Finding("history", str(error), wrong=True)
    if store is None:
        return Finding("history", f"{path}: not there yet, the first session makes it")
    try:
        check, count = store.check(), store.count()
    except (sqlite3.Error, ValueError) as error:
        return Finding("history", str(unusable(path, error)), wrong=True)
    finally:
        store.close()
    return Finding("history", f"{path}: {check}, {number_of(count, 'session')}", wrong=check != "ok")


def _directory(label: str, directory: Path) -> Finding:
    there, at = True, directory
    while not os.path.lexists(at) and at != at.parent:
        there, at = False, at.parent
    if not at.is_dir():
        return Finding(label, f"{directory}: {at} is not a directory", wrong=True)
    if not os.access(at, os.W_OK | os.X_OK):
        return Finding(label, f"{directory}: {at} can't be written", wrong=True)
    return Finding(label, str(directory) if there else f"{directory} (made when it is needed)")
