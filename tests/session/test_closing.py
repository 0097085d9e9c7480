"""Sessions left unfinished are ended before another begins, however their journals read."""

from __future__ import annotations

import pytest

from hiptimer.session.lives import Unreadable, is_live, left_open
from hiptimer.session.opening import close_all_as_partial
from hiptimer.session.state import Phase
from tests.fakes import Gym

UNREADABLE = (
    "UPDATE events SET kind = 'hop' WHERE n = 0",
    "UPDATE events SET value = '[1]' WHERE n = 0",
    "UPDATE events SET value = x'ff' WHERE n = 0",
    "UPDATE events SET at = 'x' WHERE n = 0",
    "UPDATE sessions SET options = '{}'",
    "UPDATE sessions SET options = 'x'",
    "UPDATE circuits SET text = 'x'",
)


def test_sessions_left_open_are_closed_as_partial_now_and_keep_their_sets(gym: Gym) -> None:
    gym.left(cursor=1)
    gym.left(cursor=2, phase=Phase.REST)
    before = gym.store.sessions()
    gym.clock.reading += 3600.0
    close_all_as_partial(gym.store, gym.locks, gym.clock)
    after = gym.store.sessions()
    assert [(one.status, one.ended_at) for one in after] == [("partial", gym.clock.wall())] * 2
    assert [one.sets for one in after] == [one.sets for one in before]
    assert len(gym.rows()) == 3
    assert left_open(gym.store, gym.locks) == []


@pytest.mark.parametrize("spoilt", ["SELECT 1", UNREADABLE[0]])
def test_one_that_cannot_be_ended_just_now_stays_unfinished_and_is_said_to(gym: Gym, spoilt: str) -> None:
    gym.left(cursor=1)
    gym.store._db.execute(spoilt)
    with gym.locked():
        said = close_all_as_partial(gym.store, gym.locks, gym.clock)
    assert said == "Still unfinished: the session before could not be ended (database is locked)"
    assert [record.status for record in left_open(gym.store, gym.locks)] == ["open"]
    assert close_all_as_partial(gym.store, gym.locks, gym.clock) == ""
    assert gym.statuses() == ["partial"]


def test_a_session_live_in_another_window_is_not_closed(gym: Gym) -> None:
    runner = gym.begin()
    runner.press()
    close_all_as_partial(gym.store, gym.locks, gym.clock)
    assert gym.statuses() == ["open"]
    runner.close()


@pytest.mark.parametrize("spoilt", UNREADABLE)
def test_one_that_cannot_be_resumed_says_so_and_is_closed_as_partial_with_its_sets(
    gym: Gym, spoilt: str
) -> None:
    session = gym.left(cursor=2)
    gym.store._db.execute(spoilt)
    events = gym.ask("SELECT * FROM events")
    with pytest.raises(Unreadable, match=r"the unfinished session can't be resumed: .+\. A new one"):
        gym.resume(session)
    assert not is_live(gym.locks, session)
    close_all_as_partial(gym.store, gym.locks, gym.clock)
    [record] = gym.store.sessions()
    assert (record.status, record.ended_at, len(record.sets)) == ("partial", gym.clock.wall(), 2)
    assert gym.ask("SELECT * FROM events") == events
