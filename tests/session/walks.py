"""Random walks: what a user, a dialog and a machine may do to a session, in any order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import strategies as st

from hiptimer.circuit.model import Circuit, Count, Order, SetEnd
from hiptimer.circuit.plan import Options
from hiptimer.session import events as e
from hiptimer.session.ask import planned
from hiptimer.session.state import Phase, Session, Status

from .builders import HALO, LUNGE, PLANK, THRUST, WALL, Day, counted, only


@dataclass(frozen=True)
class Wait:
    """Time in which the app looks."""

    seconds: float


@dataclass(frozen=True)
class Sleep:
    """Time in which it does not; up to 5 s it is only a late look."""

    seconds: float


@dataclass(frozen=True)
class Reopen:
    """The app died and is opened again."""


@dataclass(frozen=True)
class Undo:
    """The undo key."""


@dataclass(frozen=True)
class Along:
    """What is meant to happen next: the countdown runs out, or the set is done after `seconds`."""

    seconds: float


Deed = e.Event | Along | Wait | Sleep | Reopen | Undo

KEYS = st.sampled_from([e.Press(), e.Pause(), e.End(), e.Redo(), e.Redo(), e.Skip(), e.Extend(15.0)])
RARE_KEYS = st.sampled_from([e.Drop("hip-thrust"), e.Extend(-15.0), e.Freeze(), e.Thaw(), e.AddRound()])
JUMPS: st.SearchStrategy[e.Event] = st.one_of(
    st.builds(e.Jump, st.integers(-1, 14)), st.builds(e.Move, st.integers(-1, 14), st.booleans())
)
EDITS = st.one_of(
    st.builds(e.Nudge, st.integers(-3, 3), st.integers(0, 2)),
    st.builds(e.Enter, st.floats(-5, 5000), st.integers(0, 2)),
    st.just(e.Swap()),
    st.builds(e.CountBy, st.sampled_from(Count)),
    st.builds(e.Weigh, st.floats(0, 100), st.booleans(), st.booleans()),
    st.builds(e.Pain, st.integers(0, 10)),
    st.builds(e.Note, st.text(max_size=5)),
    st.builds(e.Take, st.just("hip-thrust"), st.sampled_from([8.0, 12.0]), st.sampled_from([None, 3])),
    st.builds(e.Reserve, st.integers(0, 3)),
    st.builds(e.Effort, st.integers(0, 10)),
)
EVENTS: st.SearchStrategy[e.Event] = st.one_of(KEYS, RARE_KEYS, JUMPS, EDITS)
INSTANTS = st.one_of(st.sampled_from([0.3, 1.0, 3.0, 4.0, 5.0, 10.0, 15.0, 45.0]), st.floats(0, 60))
LEAVE = st.builds(e.Leave, st.sampled_from([e.Leaving.LATER, e.Leaving.LATER, *e.Leaving]))
BREAKS: st.SearchStrategy[Deed] = st.one_of(st.builds(Sleep, st.floats(0, 400)), st.just(Reopen()), LEAVE)
OFTEN: list[tuple[int, st.SearchStrategy[Deed]]] = [
    (40, st.builds(Along, INSTANTS)),
    (13, st.builds(Wait, INSTANTS)),
    (15, KEYS),
    (4, RARE_KEYS),
    (4, JUMPS),
    (10, EDITS),
    (11, st.just(Undo())),
    (3, BREAKS),
]
"""What happens in a walk, and how often in a hundred times."""
DICE = [kind for times, kind in OFTEN for _ in range(times)]


def walks(least: int, most: int) -> st.SearchStrategy[list[Deed]]:
    """Walks of so many deeds; most of them lead on."""
    deed = st.integers(0, len(DICE) - 1).flatmap(lambda number: DICE[number])
    return st.lists(deed, min_size=least, max_size=most)


WALKS = walks(12, 45)

SETS = st.sampled_from(
    [WALL, HALO, PLANK, THRUST, counted(LUNGE, Count.PACE, SetEnd.COUNT), counted(THRUST, Count.TAP)]
)
CIRCUITS: st.SearchStrategy[Circuit] = st.builds(
    lambda exercises, sets, order: only(*exercises, sets=sets, order=order),
    st.lists(SETS, min_size=1, max_size=3, unique_by=lambda exercise: exercise.id),
    st.integers(1, 2),
    st.sampled_from(Order),
)
SECONDS = st.none() | st.sampled_from([0.0, 2.0, 20.0])
OPTIONS = st.builds(
    Options,
    lead_in=SECONDS,
    switch=SECONDS,
    rest=SECONDS,
    round_rest=SECONDS,
    reach=st.sampled_from([0.0, 4.0]),
)


def live(day: Day, deed: Deed) -> None:
    """Let one thing happen."""
    match deed:
        case Wait(seconds):
            day.wait(seconds)
        case Along(seconds):
            along(day, seconds)
        case Sleep(seconds):
            day.sleep(seconds)
        case Reopen():
            day.reopened()
        case Undo():
            day.look(day.at)
            day.undo()
        case _:
            day.do(deed)


def days(circuit: Circuit, options: Options, walk: list[Deed]) -> Iterator[tuple[Day, Deed]]:
    """The day after each deed."""
    day = Day(circuit, options)
    for deed in walk:
        live(day, deed)
        yield day, deed


def lived(circuit: Circuit, options: Options, walk: list[Deed]) -> Day:
    """The day after all of them."""
    day = Day(circuit, options)
    for deed in walk:
        live(day, deed)
    return day


def check_outcomes(session: Session) -> None:
    """What is closed is logged whole, and a session is over when all of it is, or when it was left."""
    assert session.closed <= session.outcomes.keys()
    early = session.status in (Status.PARTIAL, Status.DISCARDED)
    over = early or session.closed.issuperset(planned(session))
    assert (session.phase is Phase.FINISHED) <= over
    for step, made in session.outcomes.items():
        assert len(made) == max(1, len(session.steps[step].exercise.directions))


def check_can_be_ended(circuit: Circuit, options: Options, walk: list[Deed]) -> None:
    """Whatever happened, all that is left can be skipped."""
    day = lived(circuit, options, [deed for deed in walk if not isinstance(deed, e.Leave)]).do(e.Thaw())
    for _ in range(3 * len(day.session.steps) + 5):
        if day.session.phase is Phase.FINISHED:
            break
        day.do(e.Skip())
        if day.session.phase is Phase.PAUSED:
            day.press()
    assert day.session.phase is Phase.FINISHED


def along(day: Day, seconds: float) -> None:
    """Do what the session is waiting for."""
    deadline = day.session.deadline
    match day.session.phase:
        case Phase.LEAD_IN | Phase.SWITCH | Phase.REST if deadline is not None:
            day.do(e.Thaw()).wait(max(0.0, (day.session.deadline or day.at) - day.at) + 0.1)
        case Phase.WORK:
            day.wait(seconds).press()
        case _:
            day.press()
