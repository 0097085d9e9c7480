"""`hiptimer export`: everything that is kept, or a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from hiptimer.exchange.table import COLUMNS
from hiptimer.history.changes import of_session
from hiptimer.session.events import Effort, Note, Pain
from tests.circuits import SHORT

from ..history.days import OPTIONS, Gym
from .shell import Shell, own_process

LATER = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def ids(shell: Shell, *args: str) -> list[str]:
    return [one["id"] for one in json.loads(shell("export", *args).out)["sessions"]]


def test_csv_has_a_line_for_each_set(shell: Shell, gym: Gym) -> None:
    runner = gym.begin()
    gym.do(runner)
    runner.send(Pain(2))
    gym.finish(runner)
    runner.send(Effort(7))
    runner.close()
    code, out, err = shell("export", "--format", "csv")
    assert (code, err) == (0, "")
    assert out.split("\n")[0] == (
        "session_id,started_at,circuit,set,exercise,side,direction,reps,seconds,reach_s,load_kg,status,"
        "extra,pain,rpe,note,at"
    )
    first, *_, last = rows = table(out)
    (kept,) = gym.store.sessions()
    assert len(rows) == len(kept.sets) == 6
    assert first == {
        "session_id": kept.id, "started_at": "2026-03-01T18:30:01+02:00", "circuit": "Short", "set": "1",
        "exercise": "wall-push", "side": "left", "direction": "", "reps": "", "seconds": "20.0",
        "reach_s": "0.0", "load_kg": "", "status": "done", "extra": "0", "pain": "2", "rpe": "7", "note": "",
        "at": "2026-03-01T18:30:22+02:00",
    }  # fmt: skip
    assert (last["reps"], last["seconds"], last["direction"]) == ("3", "", "counterclockwise")


def test_no_cell_is_a_formula_or_steers_anything(shell: Shell, gym: Gym) -> None:
    notes = ['=HYPERLINK("x")', "+1", "-1", "@sum", "\t=1", "\r=1", 'left, "a bit"\nand = more', "é \x1b[2J"]
    for day, note in enumerate(notes):
        gym.clock = type(gym.clock)(day)
        runner = gym.begin()
        gym.do(runner)
        runner.send(Note(note))
        runner.close()
    out = shell("export", "--format", "csv").out
    assert [row["note"] for row in table(out)] == [
        "'=HYPERLINK(\"x\")", "'+1", "'-1", "'@sum", "'\\u0009=1", "'\\u000d=1",
        'left, "a bit"\\u000aand = more', "é \\u001b[2J",
    ]  # fmt: skip
    assert len(out.split("\n")) == len(notes) + 2


def test_csv_leaves_out_guests_and_what_was_discarded(shell: Shell, gym: Gym) -> None:
    for day in range(3):
        gym.finished(days=day)
    first, second, third = gym.store.sessions()
    gym.store.amend(first.id, [of_session(first, "status", "discarded", LATER)])
    runner = gym.begin(options=replace(OPTIONS, guest=True))
    gym.finish(runner)
    runner.close()
    told = {row["session_id"] for row in table(shell("export", "--format", "csv").out)}
    assert told == {second.id, third.id}
    assert len(ids(shell)) == 4


def test_json_has_everything_that_is_kept(shell: Shell, gym: Gym) -> None:
    gym.finished()
    (kept,) = gym.store.sessions()
    document = json.loads(shell("export", "--format", "json").out)
    (session,) = document["sessions"]
    assert (document["format"], document["version"]) == ("hiptimer", 1)
    assert document["circuits"][session["circuit_file"]] == SHORT
    assert session["planned"] == kept.planned == 4
    assert len(session["events"]) == len(gym.store.entries(kept.id))
    assert session["options"]["switch"] == 4.0
    assert [(row["step"], row["part"]) for row in session["sets"]] == [
        (row.step, row.part) for row in kept.sets
    ]


def test_json_has_all_that_the_log_prints(shell: Shell, gym: Gym) -> None:
    gym.finished()
    (printed,) = json.loads(shell("log", "--json").out)["sessions"]
    (exported,) = json.loads(shell("export").out)["sessions"]
    assert printed.keys() <= exported.keys()
    assert printed["sets"][0].keys() <= exported["sets"][0].keys()


def test_only_what_was_done_since_a_day(shell: Shell, gym: Gym) -> None:
    for day in range(3):
        gym.finished(days=day)
    assert len(ids(shell, "--since", "2026-03-02")) == 2
    assert len(ids(shell, "--since", "2026-03-04")) == 0
    ago = (date.today() - date(2026, 3, 2)).days
    assert len(ids(shell, "--since", f"{ago}d")) == 2
    weeks = -(-ago // 7)
    assert len(ids(shell, "--since", f"{weeks}w")) == (3 if weeks * 7 > ago else 2)


def test_one_session_by_the_beginning_of_its_id_or_the_last(shell: Shell, gym: Gym) -> None:
    for day in range(3):
        gym.finished(days=day)
    known = [one.id for one in gym.store.sessions()]
    assert ids(shell, "--session", "last") == known[-1:]
    assert ids(shell, "--session", known[0][:12]) == known[:1]
    several = shell("export", "--session=")
    assert several.code == 1 and "3 sessions have an id" in several.sentence
    nobody = shell("export", "--session", "nobody\x1b")
    assert nobody.code == 1 and "no session has an id" in nobody.sentence and "log --json" in nobody.sentence


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "30", "99999d", "-3d", "1y", "\x1b[2Jd"])
def test_a_day_that_is_none(shell: Shell, day: str) -> None:
    result = shell("export", f"--since={day}")
    if day == "99999d":
        assert result.code == 0
    else:
        assert result.code == 2 and "30d or 4w" in result.sentence


def test_an_empty_history(shell: Shell, home: Path) -> None:
    assert json.loads(shell("export").out) == {
        "format": "hiptimer", "version": 1, "circuits": {}, "sessions": []
    }  # fmt: skip
    assert shell("export", "--format", "csv").out == ",".join(COLUMNS) + "\n"
    assert "no sessions yet" in shell("export", "--session", "last").sentence
    assert not home.exists()


def test_a_file_is_written_whole_or_stays_as_it_was(shell: Shell, gym: Gym, tmp_path: Path) -> None:
    gym.finished()
    file = tmp_path / "hips.json"
    file.write_text("before")
    assert shell("export", "-o", str(file)) == (0, "", "")
    assert file.read_bytes() == shell("export").out.encode()
    gym.store._db.execute("UPDATE sessions SET options = 'nonsense'")
    before = file.read_bytes()
    result = shell("export", "-o", str(file))
    assert result.code == 1 and "history.db" in result.sentence and "no name" not in result.sentence
    assert file.read_bytes() == before and [one.name for one in tmp_path.iterdir()] == ["hips.json", "home"]


def test_a_dash_is_the_output_and_no_file(
    shell: Shell, gym: Gym, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gym.finished()
    monkeypatch.chdir(tmp_path)
    assert shell("export", "-o", "-") == shell("export")
    assert shell("report", "-o", "-") == shell("report")
    assert not Path("-").exists()


def test_the_ending_of_the_file_says_the_format(shell: Shell, gym: Gym, tmp_path: Path) -> None:
    gym.finished()
    file = tmp_path / "hips.CSV"
    assert shell("export", "-o", str(file)).code == 0
    assert file.read_text("utf-8") == shell("export", "--format", "csv").out


@pytest.mark.parametrize("where", ["missing/hips.json", "home", "a\0b"])
def test_a_file_that_can_not_be_written(shell: Shell, gym: Gym, tmp_path: Path, where: str) -> None:
    result = shell("export", "-o", str(tmp_path / where))
    assert result.code == 1 and "can't be written: " in result.sentence and "another path." in result.sentence


def test_a_session_that_is_going_on_is_exported_as_far_as_it_is(shell: Shell, gym: Gym) -> None:
    runner = gym.begin()
    gym.do(runner)
    (session,) = json.loads(shell("export").out)["sessions"]
    assert (session["status"], session["ended_at"], len(session["sets"])) == ("open", None, 1)
    gym.finish(runner)
    runner.close()
    assert gym.store.sessions()[0].status == "finished"


def test_the_bytes_are_the_same_on_every_system(gym: Gym) -> None:
    gym.finished(text=SHORT.replace("Short", "Übung"))
    result = own_process("export", "--format", "csv", PYTHONIOENCODING="ascii")
    assert (result.code, result.err) == (0, "") and "Übung" in result.out


def test_a_damaged_history_is_a_sentence(shell: Shell, gym: Gym) -> None:
    gym.finished()
    gym.store.close()
    gym.path.write_bytes(b"nonsense" * 1000)
    result = shell("export")
    assert result.code == 1 and "damaged" in result.sentence


def test_two_weeks_ago_is_a_date() -> None:
    from hiptimer.commands.arguments.exporting import since

    assert since("2w") == date.today() - timedelta(days=14)


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="no devices here")
def test_a_device_is_written_to_and_not_replaced(gym: Gym) -> None:
    gym.finished()
    to_device = own_process("export", "-o", "/dev/stdout")
    assert to_device.code == 0 and to_device.out == own_process("export").out
