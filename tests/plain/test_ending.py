"""How a session by ear ends: finished, left, or by something from outside."""

from __future__ import annotations

import signal

import pytest

from hiptimer.history.records import SessionRecord
from hiptimer.plain.keys import Ended, Key, Signalled, SoundChanged
from hiptimer.session.state import Phase
from tests.circuits import TABATA
from tests.fakes import Gym

from .lines import Spoken


def only(gym: Gym) -> SessionRecord:
    (found,) = gym.store.sessions()
    return found


def test_a_finished_session_is_the_same_in_the_log_as_one_of_the_full_screen(gym: Gym) -> None:
    gym.finished()
    spoken = Spoken(gym)
    spoken.until(Phase.FINISHED)
    spoken.wait(5.0)
    spoken.keys("enter")
    assert spoken.plain.code == 0
    spoken.plain.save()
    drawn, said = gym.store.sessions()
    assert said.status == drawn.status == "finished"
    # the first side changes from session to session
    assert [(row.exercise, row.direction, row.reps) for row in said.sets] == [
        (row.exercise, row.direction, row.reps) for row in drawn.sets
    ]


@pytest.mark.parametrize(
    ("answers", "status"), [("ql", "open"), ("qpq", "partial"), ("qdy", None), ("qdnql", "open")]
)
def test_leaving(gym: Gym, answers: str, status: str | None) -> None:
    spoken = Spoken(gym)
    spoken.until(Phase.REST, 2)
    spoken.keys(*answers)
    assert spoken.plain.code == 0
    spoken.plain.save()
    assert [one.status for one in gym.store.sessions()] == ([status] if status else [])


def test_before_anything_was_done_it_is_left_without_a_question(gym: Gym) -> None:
    spoken = Spoken(gym)
    spoken.keys("q")
    spoken.plain.save()
    assert spoken.plain.code == 0 and gym.store.sessions() == []


def test_going_on_after_all(spoken: Spoken) -> None:
    spoken.until(Phase.REST, 2)
    assert spoken.keys("q", "k")[1:] == ["Going on."]
    assert spoken.plain.code is None


def test_a_session_that_ended_under_the_question_is_not_said_to_be_kept_for_later(gym: Gym) -> None:
    gym.text = TABATA
    spoken = Spoken(gym)
    spoken.until(Phase.WORK, 1)
    spoken.keys("q")
    spoken.wait(30.0)
    assert spoken.keys("r")[-1] == "Everything is logged: hiptimer log shows it."
    spoken.plain.save()
    assert only(gym).status == "finished"


def test_the_letters_are_those_of_the_full_screen(gym: Gym) -> None:
    spoken = Spoken(gym)
    spoken.until(Phase.REST, 2)
    assert spoken.keys("q", "d") == [
        "LEAVE? r: resume later. f: finish here, as partial. d: discard this session. "
        "Anything else keeps going.",
        "DISCARD it, really? y: discard it. Anything else keeps it.",
    ]
    assert spoken.keys("k")[0] == "Going on."
    spoken.keys("q", "r")
    assert spoken.plain.code == 0


def test_the_end_of_the_input_keeps_the_session(gym: Gym) -> None:
    spoken = Spoken(gym, keys=False)
    spoken.until(Phase.WORK, 2)
    spoken.keys("s")
    assert spoken.give(Ended())[-1].endswith("Kept for later: hiptimer start --resume goes on.")
    assert spoken.plain.code == 0
    spoken.plain.save()
    assert only(gym).status == "open"
    again = Spoken(gym, gym.resume(only(gym).id))
    assert again.place == (Phase.READY, 2)


def test_ctrl_c_asks_and_the_second_one_leaves(gym: Gym) -> None:
    spoken = Spoken(gym)
    spoken.until(Phase.WORK, 1)
    assert spoken.give(Signalled(signal.SIGINT))[0].startswith("LEAVE?")
    spoken.give(Signalled(signal.SIGINT))
    assert spoken.plain.code == 130
    spoken.plain.save()
    assert only(gym).status == "open"


def test_ctrl_c_where_nobody_can_answer_leaves(gym: Gym) -> None:
    spoken = Spoken(gym, keys=False)
    spoken.until(Phase.WORK, 1)
    spoken.give(Signalled(signal.SIGINT))
    assert spoken.plain.code == 130


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no such signal here")
@pytest.mark.parametrize(("number", "code", "said"), [("SIGTERM", 143, 1), ("SIGHUP", 129, 0)])
def test_a_signal_saves_and_ends(gym: Gym, number: str, code: int, said: int) -> None:
    spoken = Spoken(gym)
    spoken.until(Phase.WORK, 1)
    assert len(spoken.give(Signalled(getattr(signal, number)))) == said
    assert spoken.plain.code == code
    spoken.plain.save()
    assert only(gym).status == "open"


def test_a_sleep_stops_at_ready(gym: Gym) -> None:
    spoken = Spoken(gym)
    spoken.until(Phase.REST, 2)
    gym.clock.reading += 3600.0
    spoken.plain.look()
    assert spoken.new()[-1].startswith("READY: lunge halo")


def test_a_history_that_cannot_be_written_is_told_and_not_left_unasked(gym: Gym) -> None:
    spoken = Spoken(gym)
    spoken.until(Phase.WORK, 1)
    with gym.locked():
        spoken.wait(1.0)
        said = spoken.keys("enter")
        assert any(line.startswith("NOT BEING SAVED") for line in said)
        assert spoken.keys("q", "l")[-1].startswith("NOT SAVED")
        assert spoken.plain.code is None
    spoken.keys("t")
    assert spoken.plain.code == 0


def test_no_sound_is_told_once(gym: Gym) -> None:
    gym.without_sound("no device")
    spoken = Spoken(gym)
    said = spoken.give(SoundChanged(), Key("i"), Key("i"))
    assert sum("no sound" in line for line in said) == 1


def test_a_session_finished_as_partial_has_its_summary_and_can_be_gone_on_with(gym: Gym) -> None:
    spoken = Spoken(gym)
    spoken.until(Phase.REST, 2)
    said = spoken.keys("q", "p")
    assert "FINISHED as partial." in said and any(line.endswith("sets done.") for line in said)
    assert [one.status for one in gym.store.sessions()] == ["partial"]
    spoken.keys("u")
    assert [one.status for one in gym.store.sessions()] == ["open"]
