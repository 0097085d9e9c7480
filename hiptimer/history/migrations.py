"""The shape of the history file, and how an older one becomes today's.

`PRAGMA user_version` counts the scripts that have been run. A script, once released, is never
changed; a new shape is a new script at the end.
"""

from __future__ import annotations

FIRST = """
CREATE TABLE circuits (
    digest TEXT PRIMARY KEY,
    text   TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE sessions (
    number      INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    circuit     TEXT NOT NULL,
    digest      TEXT NOT NULL REFERENCES circuits,
    options     TEXT NOT NULL,
    started_at  TEXT NOT NULL,
    started_utc REAL NOT NULL,
    ended_at    TEXT,
    status      TEXT NOT NULL,
    rpe         INTEGER
);
CREATE INDEX sessions_by_time ON sessions (started_utc);
CREATE INDEX sessions_by_status ON sessions (status, circuit, started_utc);
CREATE TABLE events (
    session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
    n       INTEGER NOT NULL,
    at      REAL NOT NULL,
    wall    TEXT NOT NULL,
    kind    TEXT NOT NULL,
    value   TEXT NOT NULL,
    PRIMARY KEY (session, n)
) WITHOUT ROWID;
CREATE TABLE outcomes (
    session   INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
    step      INTEGER NOT NULL,
    part      INTEGER NOT NULL,
    "set"     INTEGER NOT NULL,
    exercise  TEXT NOT NULL,
    side      TEXT,
    direction TEXT,
    reps      INTEGER,
    seconds   REAL,
    reach_s   REAL NOT NULL,
    load_kg   REAL,
    status    TEXT NOT NULL,
    extra     INTEGER NOT NULL,
    pain      INTEGER,
    note      TEXT,
    at_s      REAL NOT NULL,
    at        TEXT NOT NULL,
    at_utc    REAL NOT NULL,
    PRIMARY KEY (session, step, part)
) WITHOUT ROWID;
CREATE INDEX outcomes_by_exercise ON outcomes (exercise, side, at_utc);
CREATE INDEX outcomes_with_load ON outcomes (exercise, side, at_utc) WHERE load_kg IS NOT NULL;
"""

GUESTS_AND_PREFERENCES = """
ALTER TABLE sessions ADD COLUMN guest INTEGER NOT NULL DEFAULT 0;
CREATE TABLE preferences (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
"""

PROGRESS = """
ALTER TABLE sessions ADD COLUMN planned INTEGER;
ALTER TABLE sessions ADD COLUMN morning TEXT;
ALTER TABLE outcomes ADD COLUMN reserve INTEGER;
CREATE TABLE changes (
    session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
    n       INTEGER NOT NULL,
    at      TEXT NOT NULL,
    step    INTEGER,
    part    INTEGER,
    field   TEXT NOT NULL,
    before  TEXT NOT NULL,
    after   TEXT NOT NULL,
    PRIMARY KEY (session, n)
) WITHOUT ROWID;
CREATE INDEX sessions_of_status ON sessions (status, started_utc);
CREATE INDEX outcomes_of_exercise ON outcomes (exercise, at_utc);
CREATE INDEX outcomes_by_seconds ON outcomes (exercise, side, seconds)
    WHERE status = 'done' AND seconds IS NOT NULL;
CREATE INDEX outcomes_by_load ON outcomes (exercise, side, load_kg)
    WHERE status = 'done' AND load_kg IS NOT NULL;
"""

GUESTS = """
CREATE INDEX sessions_of_guests ON sessions (status) WHERE guest;
"""

SCRIPTS: tuple[str, ...] = (FIRST, GUESTS_AND_PREFERENCES, PROGRESS, GUESTS)
NEWEST = len(SCRIPTS)
