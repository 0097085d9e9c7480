"""`hiptimer import`: a backup comes back, and the histories of two laptops become one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hiptimer.history.changes import of_session, of_set
from hiptimer.history.store import Store
from hiptimer.session.events import Pain

from ..history.days import Gym
from .shell import Shell

LATER = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)


class Laptop:
    """A home of its own; `laptop("log")` runs a command there."""

    def __init__(self, shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.home = home
        self.gym = Gym(home)
        self._shell = shell
        self._monkeypatch = monkeypatch

    def __call__(self, *args: str) -> tuple[int, str, str]:
        self._monkeypatch.setenv("HIPTIMER_HOME", str(self.home))
        return self._shell(*args)

    def exported(self, *args: str) -> str:
        code, out, err = self("export", "--format", "json", *args)
        assert (code, err) == (0, "")
        return out

    def takes(self, text: str, *args: str) -> str:
        """What is said when a file is imported in which nothing is wrong."""
        code, out, err = self.imports(text, *args)
        assert (code, err) == (0, "")
        return out

    def imports(self, text: str, *args: str) -> tuple[int, str, str]:
        file = self.home.parent / "hips.json"
        file.write_text(text, "utf-8")
        code, out, err = self("import", str(file), *args)
        return code, out.replace(str(file), "hips.json"), err.replace(str(file), "hips.json")


Make = Callable[[str], Laptop]


@pytest.fixture
def laptop(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    made: list[Laptop] = []

    def make(name: str) -> Laptop:
        made.append(Laptop(shell, tmp_path / name, monkeypatch))
        return made[-1]

    yield make
    for one in made:
        one.gym.close()


def busy(laptop: Laptop) -> None:
    """Finished sessions, one changed and one deleted later, and one that was left open."""
    for day in range(2):
        laptop.gym.finished(days=day)
    first, second = laptop.gym.store.sessions()[:2]
    laptop.gym.store.amend(first.id, [of_set(first.sets[0], "seconds", 31.5, LATER)])
    laptop.gym.store.amend(second.id, [of_session(second, "status", "discarded", LATER)])
    runner = laptop.gym.begin()
    laptop.gym.do(runner)
    runner.send(Pain(3))
    runner.close()


def test_a_backup_comes_back_to_the_letter(laptop: Make) -> None:
    old, new = laptop("old"), laptop("new")
    busy(old)
    backup = old.exported()
    assert new.takes(backup) == "hips.json: 3 sessions added, 0 changed, 0 the same\n"
    assert new.exported() == backup
    assert new.takes(backup) == "hips.json: 0 sessions added, 0 changed, 3 the same\n"
    assert new.exported() == backup


def test_what_comes_back_is_as_good_as_it_was(laptop: Make) -> None:
    old, new = laptop("old"), laptop("new")
    busy(old)
    new.takes(old.exported())
    assert new.gym.store.sessions() == old.gym.store.sessions()
    left = new.gym.resume(new.gym.store.sessions(status="open")[0].id)
    new.gym.finish(left)
    left.close()
    old.takes(new.exported())
    assert old.exported() == new.exported()
    assert old.gym.store.sessions(status="open") == []


def test_two_laptops_meet_in_any_order(laptop: Make) -> None:
    here, there, third = laptop("here"), laptop("there"), laptop("third")
    busy(here)
    there.takes(here.exported())
    for one, value in ((here, 1.0), (there, 2.0)):
        record = one.gym.store.sessions()[0]
        one.gym.store.amend(record.id, [of_set(record.sets[0], "seconds", value, LATER)])
    there.gym.finished(days=9)
    a, b = here.exported(), there.exported()
    here.takes(b)
    there.takes(a)
    third.takes(b)
    third.takes(a)
    assert here.exported() == there.exported() == third.exported()
    assert here.gym.store.sessions()[0].sets[0].seconds == 2.0
    assert len(here.gym.store.changes(here.gym.store.sessions()[0].id)) == 3


def test_a_backup_of_what_the_log_printed_comes_back_to_the_letter(laptop: Make) -> None:
    here, there, third = laptop("here"), laptop("there"), laptop("third")
    busy(here)
    assert "2 sessions added" in there.takes(here("log", "--json")[1])
    backup = there.exported()
    assert "2 sessions added" in third.takes(backup)
    assert third.exported() == backup
    assert json.loads(third("log", "--json")[1]) == json.loads(there("log", "--json")[1])


def test_a_session_that_was_deleted_is_deleted_there_too(laptop: Make) -> None:
    here, there = laptop("here"), laptop("there")
    here.gym.finished()
    there.takes(here.exported())
    (record,) = here.gym.store.sessions()
    here.gym.store.amend(record.id, [of_session(record, "status", "discarded", LATER)])
    assert "1 changed" in there.takes(here.exported())
    assert there.gym.store.sessions() == []


def test_what_the_log_prints_can_be_taken_too(laptop: Make) -> None:
    here, there = laptop("here"), laptop("there")
    busy(here)
    printed = here("log", "--json")[1]
    assert there.takes(printed) == "hips.json: 2 sessions added, 0 changed, 0 the same\n"
    assert json.loads(there("log", "--json")[1])["sessions"][0] == json.loads(printed)["sessions"][0]
    # one that is unfinished can't be gone on with: its journal is not there
    assert [one.status for one in there.gym.store.sessions()] == ["finished", "partial"]
    places = [[(row.step, row.part) for row in one.sets] for one in there.gym.store.sessions()]
    assert places[0] == [(row.step, row.part) for row in here.gym.store.sessions()[0].sets]
    there.takes(here.exported())
    assert there.exported() == here.exported()
    assert here.takes(printed) == "hips.json: 0 sessions added, 0 changed, 2 the same\n"


def test_a_dry_run_says_the_same_and_changes_nothing(laptop: Make) -> None:
    here, there = laptop("here"), laptop("there")
    busy(here)
    there.gym.finished(days=5)
    before = there.exported()
    said = there.takes(here.exported(), "--dry-run")
    assert said == "hips.json: 3 sessions would be added, 0 would be changed, 0 the same\n"
    assert there.exported() == before


def test_a_dry_run_makes_no_history(laptop: Make, tmp_path: Path) -> None:
    here = laptop("here")
    busy(here)
    file = tmp_path / "hips.json"
    file.write_text(here.exported(), "utf-8")
    nowhere = laptop("here")
    nowhere.home = tmp_path / "nowhere"
    assert nowhere("import", "--dry-run", str(file))[0] == 0
    assert not nowhere.home.exists()


def test_a_session_that_is_live_is_left_alone(laptop: Make) -> None:
    here, there = laptop("here"), laptop("there")
    busy(here)
    there.takes(here.exported())
    name = here.gym.store.sessions(status="open")[0].id
    live = here.gym.resume(name)
    longer = there.gym.resume(name)
    there.gym.finish(longer)
    longer.close()
    code, out, err = here.imports(there.exported())
    assert (code, out) == (1, "hips.json: 0 sessions added, 0 changed, 2 the same, 1 refused\n")
    assert name in err and "live in a window" in err
    here.gym.do(live)
    live.close()
    assert live.trouble is None
    assert "1 changed" in here.takes(there.exported())


def test_another_session_of_the_same_id_takes_the_place_of_none(laptop: Make) -> None:
    here, there = laptop("here"), laptop("there")
    here.gym.finished()
    there.gym.finished(days=3)
    before = here.exported()
    mine, theirs = (one.gym.store.sessions()[0].id for one in (here, there))
    code, _, err = here.imports(there.exported().replace(theirs, mine))
    assert code == 1 and "another session of this id, begun at 2026-03-01" in err
    assert here.exported() == before


def test_the_same_session_twice_in_a_file_is_one(laptop: Make) -> None:
    here, there = laptop("here"), laptop("there")
    here.gym.finished()
    document = json.loads(here.exported())
    document["sessions"] *= 2
    assert "1 session added, 0 changed, 1 the same" in there.takes(json.dumps(document))


def test_all_of_it_is_one_transaction(laptop: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    from hiptimer.exchange.shelf import Shelf

    here, there = laptop("here"), laptop("there")
    busy(here)
    text, put = here.exported(), Shelf.put

    def pulled(shelf: Shelf, session: object) -> None:
        if shelf.ids():
            raise KeyboardInterrupt
        put(shelf, session)  # type: ignore[arg-type]

    monkeypatch.setattr(Shelf, "put", pulled)
    assert there.imports(text)[0] == 130
    with closing(Store.open(there.gym.path)) as store:
        assert store.count() == 0


def test_one_file_can_go_through_a_pipe(laptop: Make, tmp_path: Path) -> None:
    here = laptop("here")
    busy(here)
    done = subprocess.run(
        [sys.executable, "-m", "hiptimer", "import", "-"],
        input=here.exported().encode("utf-16"), capture_output=True, check=False, timeout=60,
        env={**os.environ, "HIPTIMER_HOME": str(tmp_path / "there")},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"standard input: 3 sessions added")
