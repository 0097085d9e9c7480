"""Files that `hiptimer import` can't take, or not all of: a sentence for each thing, with its line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hiptimer.commands import infile

from ..history.days import Gym
from .shell import Result, Shell


@pytest.fixture
def good(shell: Shell, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The export of two sessions, read as JSON; the home it is imported into is another one, still empty."""
    gym = Gym(home)
    gym.finished()
    gym.finished(days=1)
    gym.store.close()
    document = json.loads(shell("export").out)
    monkeypatch.setenv("HIPTIMER_HOME", str(tmp_path / "there"))
    return document


@pytest.fixture
def take(shell: Shell, tmp_path: Path) -> Callable[..., Result]:
    def imported(content: str | bytes, *args: str, name: str = "hips.json") -> Result:
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        code, out, err = shell("import", str(file), *args)
        assert "Traceback" not in err and all(line.isprintable() for line in err.splitlines())
        return Result(code, out.replace(str(file), name), err.replace(str(file), name))

    return imported


Take = Callable[..., Result]


def put(document: Any, way: str, value: object) -> None:
    *names, last = [int(name) if name.isdigit() else name for name in way.split(".")]
    for name in names:
        document = document[name]
    document[last] = value


@pytest.mark.parametrize(
    ("way", "value", "said"),
    [
        ("sets.2.reps", -3, "set 3: reps: expected a whole number from 0 to 999, got -3"),
        ("sets.2.reps", 8.5, "set 3: reps: expected a whole number from 0 to 999, got 8.5"),
        ("sets.0.seconds", float("nan"), "set 1: seconds: expected seconds from 0 to 3600, got nan"),
        ("sets.0.seconds", "long", 'set 1: seconds: expected seconds from 0 to 3600, got "long"'),
        ("sets.0.side", "middle", 'set 1: side: expected left, right or both, got "middle"'),
        ("sets.0.status", None, "set 1: status: expected done, skipped or interrupted, got nothing"),
        ("sets.0.load_kg", True, "set 1: load_kg: expected kilograms from 0 to 500, got true"),
        ("sets.0.note", "\x1b" * 501, "set 1: note: expected a note of at most 500 characters"),
        ("sets.0.at", "2026-03-01T18:30:00", "set 1: at: expected a date and time with its offset"),
        ("sets.0", [1], "set 1: expected an object, got [1]"),
        ("sets.1.step", 0, "set 2: there are two of this step and part"),
        ("sets", {}, "sets: expected a list"),
        ("started_at", "3024-03-01T18:30:00+01:00", "started_at: expected a date and time with its offset"),
        ("id", "../../escape", 'id: expected a UUID in small letters, got "../../escape"'),
        ("status", "great", "status: expected open, finished, partial or discarded"),
        ("rpe", 11, "rpe: expected a whole number from 0 to 10, got 11"),
        ("options", 5, "options: expected an object, got 5"),
        ("options.sets", 10**9, "options: sets: expected a whole number from 1 to 50"),
        ("options.speed", 3, 'options: "speed" is no option'),
        ("options.loads", [["squat"]], "options: loads: expected a list of [exercise, side, kg]"),
        ("circuit_file", "0", "circuit_file: expected the digest of a circuit in this file"),
        ("events.1.kind", "leap", "event 2: event of unknown kind 'leap'"),
        ("events.1.at", -1, "event 2: at: expected seconds since the session began, got -1"),
        ("events.1.value", {"by": 3}, "event 2: event 'press' has unexpected fields"),
        ("events.0", {"at": 0, "wall": "2026-03-01T18:30:00+02:00", "kind": "extend",
                      "value": {"seconds": "long"}}, "event 1: extend: seconds can't be"),
        ("changes", [{"at": "2026-03-09T18:30:00+02:00", "step": 0, "part": 0, "field": "seconds",
                      "before": 1, "after": -1}], "change 1: seconds: expected seconds from 0 to 3600"),
        ("changes", [{"at": "2026-03-09T18:30:00+02:00", "step": 0, "part": 0, "field": "exercise",
                      "before": "a", "after": "b"}], 'change 1: "exercise" is nothing that is changed'),
    ],
)  # fmt: skip
def test_a_value_that_can_not_be_is_named_and_the_rest_is_taken(
    take: Take, shell: Shell, good: Any, way: str, value: object, said: str
) -> None:
    put(good["sessions"][1], way, value)
    code, out, err = take(json.dumps(good).replace('{"id"', '\n{"id"'))
    assert (code, out) == (1, "hips.json: 1 session added, 0 changed, 0 the same, 1 refused\n")
    assert said in err and re.match(r"hips\.json:3: session 2 \(.+\): ", err)
    assert len(json.loads(shell("export").out)["sessions"]) == 1


@pytest.mark.parametrize("loose", [slice(1), slice(1, None), slice(None)])
@pytest.mark.parametrize("journal", [True, False])
def test_the_sets_have_steps_or_have_none_and_what_is_taken_can_be_exported_and_taken(
    take: Take, shell: Shell, good: Any, loose: slice, journal: bool
) -> None:
    session = good["sessions"][1]
    for row in session["sets"][loose]:
        del row["step"], row["part"], row["at_s"]
    if not journal:
        del session["events"]
    result = take(json.dumps(good))
    taken = loose == slice(None) and not journal
    assert result.code == (0 if taken else 1)
    assert taken or "step: every set has one, or none has" in result.err
    exported = shell("export").out
    assert all(row["step"] >= 0 for one in json.loads(exported)["sessions"] for row in one["sets"])
    assert take(exported).code == 0


def test_all_that_is_wrong_is_named_at_once(take: Take, good: Any) -> None:
    put(good["sessions"][0], "sets.0.reps", -1)
    put(good["sessions"][0], "sets.1.pain", 11)
    put(good["sessions"][1], "started_at", "")
    assert take(json.dumps(good)).err.count("\n") == 3


def test_a_thousand_faults_are_not_all_told(take: Take, good: Any) -> None:
    good["sessions"] = [{} for _ in range(1000)]
    err = take(json.dumps(good)).err.splitlines()
    assert len(err) == 51 and err[-1].endswith("more like these")


def test_all_or_nothing(take: Take, shell: Shell, good: Any) -> None:
    put(good["sessions"][1], "rpe", 11)
    code, out, err = take(json.dumps(good), "--all-or-nothing")
    assert (code, out) == (1, "hips.json: nothing was changed\n") and "rpe" in err
    assert json.loads(shell("export").out)["sessions"] == []
    put(good["sessions"][1], "rpe", 10)
    assert take(json.dumps(good), "--all-or-nothing").code == 0


def test_a_circuit_or_a_journal_that_makes_no_sense(take: Take, good: Any) -> None:
    (name,) = good["circuits"]
    whole = json.dumps(good)
    good["circuits"][name] = "sets = 0"
    assert "its circuit can't be read: circuit:1: " in take(json.dumps(good)).err
    good = json.loads(whole)
    del good["sessions"][0]["options"]["first_side"]
    assert "its journal can't be replayed" in take(json.dumps(good)).err


def test_a_file_that_breaks_off(take: Take, good: Any) -> None:
    text = json.dumps(good)
    code, out, err = take(text[: text.rindex('"events"')])
    assert (code, err) == (1, "hips.json:1: the file breaks off here: copy it again, or export it again\n")
    assert out == "hips.json: 1 session added, 0 changed, 0 the same; the rest of the file can't be read\n"
    code, out, _ = take(text[:-40], "--all-or-nothing")
    assert (code, out) == (1, "hips.json: nothing was changed\n")


def test_something_after_the_end(take: Take, good: Any) -> None:
    code, out, err = take(json.dumps(good) * 2)
    assert code == 1 and "2 sessions added" in out and "after the end" in err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "hips.json is empty: take what"), (" \n", "is empty"), ("{", "the file breaks off here"),
        ("[]", "expected {"), ("{}", "is not what hiptimer export"),
        ("nonsense", "is not what hiptimer export"), ('{"format": "hiptimer"}', "is not what"),
        ("\n{x}", "writes (line 2: this is no JSON): take a file of theirs"),
        ('{"format": "other", "version": 1, "sessions": []}', "is not what hiptimer export"),
        ('{"format": "hiptimer", "version": true, "sessions": []}', "is not what"),
        ('{"format": "hiptimer", "version": 2, "sessions": []}', "newer hiptimer (its version is 2"),
        (f'{{"format": "hiptimer", "version": {"9" * 5000}}}', "is not what"),
        ('{"a":' * 100_000, "values within values"), ("[" * 100_000, "expected {"),
        (b"SQLite format 3\0...", "is an SQLite file"), (b"\xff\xfe\xfd", "is no text"),
        (b"\x80", "is no text"),
        ("session_id,started_at\n1,2\n", "is CSV, which is for spreadsheets"),
        ("\ufeffsession_id;started_at\n", "is CSV"),
    ],
)  # fmt: skip
def test_what_is_no_export_at_all(take: Take, home: Path, content: str | bytes, said: str) -> None:
    result = take(content)
    assert result.code == 1 and said in result.sentence
    assert not home.exists()


def test_a_table_is_not_taken_and_it_is_said_what_is(take: Take, good: Any) -> None:
    result = take("anything", name="hips.csv")
    assert result.code == 1 and "hiptimer export --format json" in result.sentence


def test_a_circuit_is_not_imported_and_it_is_said_how_it_is_kept(take: Take, home: Path) -> None:
    sentence = take('name = "Squat"', name="squat.toml").sentence
    assert "squat.toml is called as a circuit is" in sentence
    assert sentence.endswith("hiptimer circuits copy squat.toml NAME makes it one of yours.")
    assert not home.exists()


def test_a_session_without_sets_and_one_that_is_none(take: Take, good: Any) -> None:
    good["sessions"][0]["sets"] = []
    good["sessions"][1] = 7
    result = take(json.dumps(good))
    assert "1 session added" in result.out and "session 2: expected a session, got 7" in result.err


def test_a_file_that_is_too_large(take: Take, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(infile, "MOST_BYTES", 1_000_000)
    result = take(b" " * 1_000_001)
    assert result.code == 1 and "larger than 1 MB" in result.sentence and "--since" in result.sentence


@pytest.mark.parametrize("name", ["missing.json", ".", "a\0b", "x" * 5000])
def test_a_file_that_can_not_be_read(shell: Shell, home: Path, name: str) -> None:
    result = shell("import", name)
    assert result.code == 1 and result.sentence.endswith(("Check the path.", "Give the path of a file."))


def test_a_history_that_can_not_be_written(take: Take, good: Any, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("in the way")
    result = take(json.dumps(good))
    assert result.code == 1 and "can't use the history" in result.sentence
