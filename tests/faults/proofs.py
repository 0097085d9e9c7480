"""All the proofs: the report's lines, in its order."""

from __future__ import annotations

from .copies import copies
from .damage import damage
from .disk import full, locked, read_only
from .elsewhere import elsewhere
from .escapes import escapes
from .floods import floods, large
from .halfway import halfway
from .kills import kills
from .moved import moved
from .power import outages, outages_besides
from .proof import Proof
from .signals import signals
from .wall import clock_set, days

PROOFS = (
    Proof("killed at a random instant, and resumed", "times", kills, short=20, full=200),
    Proof("killed while it writes the log, a file, a circuit or a setting", "times", halfway, 9, 180),
    Proof("the power fails in a session", "times", outages, 40, 2000),
    Proof(
        "the power fails while the log, a file or a setting is written",
        "times",
        outages_besides,
        20,
        400,
    ),
    Proof("a signal, Ctrl+Z and fg, or a closed terminal at a random instant", "times", signals, 12, 120),
    Proof("the same in dialogs, the log, the builder", "times", elsewhere, 6, 60),
    Proof("the disk is full, in a session and before one", "disks", full, 1, 5),
    Proof("the disk can only be read", "disks", read_only, 1, 5),
    Proof("another program holds the history", "times", locked, 2, 12),
    Proof("the history is moved, deleted or replaced in a session", "times", moved, 6, 36),
    Proof("two copies at once, and a third that reads", "pairs", copies, 1, 8),
    Proof("a file cut off, zeroed, overwritten or from the future", "files", damage, 5, 60),
    Proof("the clock on the wall is set in a hold", "times", clock_set, 2, 24),
    Proof("midnight, a leap day, summer time (libfaketime)", "sessions", days, 1, 12),
    Proof("a flood of keys, mouse and resizes", "seconds", floods, 3, 30),
    Proof("the largest circuit", "sets", large, 3, 20),
    Proof("hostile text in files, names and notes", "texts", escapes, 1, 20),
)
