"""Every circuit that comes with hiptimer, led to its end on the real screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiptimer.circuit.file import parse
from hiptimer.circuit.library import builtin_names, find
from hiptimer.circuit.model import Reps, Seconds, ToFatigue
from hiptimer.circuit.plan import Options, plan
from hiptimer.session.state import Phase
from tests.fakes import Gym
from tests.often import long

from .live import Live, live


async def led_to_the_end(it: Live) -> list[str]:
    """The big key where it is needed and nowhere else; the status lines on the way."""
    seen = [it.says("#status")]
    it.screen.runner.listen(lambda runner: seen.append(it.says("#status")))
    while it.session.phase is not Phase.FINISHED:
        timed = isinstance(it.session.step.exercise.target, Seconds)
        if it.session.phase is Phase.READY:
            await it.press()
        elif it.session.phase is Phase.WORK and not timed:
            await it.wait(15.0)
            await it.press()
        else:
            assert it.session.deadline is not None
            await it.wait(it.session.deadline - it.runner.now())
    return seen


@pytest.mark.parametrize("name", ["tabata", *long(*(name for name in builtin_names() if name != "tabata"))])
async def test_a_built_in_circuit_is_led_to_its_end(gym: Gym, name: str) -> None:
    gym.text, gym.options = find(name, Path("nowhere")).text, Options()
    circuit = parse(gym.text)
    steps = plan(circuit, gym.options)
    async with live(gym, gym.begin()) as it:
        seen = await led_to_the_end(it)
        word = "SET" if circuit.order == "straight" else "ROUND"
        assert seen[-1] == f"FINISHED · {word} {circuit.sets[0]}/{circuit.sets[0]}"
        assert f"{len(steps)} of {len(steps)} sets done" in await it.picture()
    assert gym.statuses() == ["finished"]
    ways = sum(max(1, len(step.exercise.directions)) for step in steps)
    assert [row[2] for row in gym.rows()] == ["done"] * ways


@pytest.mark.parametrize("name", builtin_names())
async def test_nothing_of_it_is_cut_off_on_a_usual_terminal(gym: Gym, name: str) -> None:
    gym.text = find(name, Path("nowhere")).text
    first = parse(gym.text).exercises[0]
    async with live(gym, gym.begin()) as it:
        ready = await it.picture()
        assert all(word in ready for line in first.tips.how for word in line.split())
        await it.until(Phase.WORK)
        work = await it.picture()
        assert first.tips.work[0] in work
        begins_with = {ToFatigue: "0", Reps: "5", Seconds: "20"}
        assert it.says("#number") == begins_with[type(first.target)]


async def test_tabata_needs_one_key_and_says_how_long_it_takes(gym: Gym) -> None:
    gym.text, gym.options = find("tabata", Path("nowhere")).text, Options()
    async with live(gym, gym.begin()) as it:
        assert it.says("#status") == "READY · ROUND 1/8 · WORK"
        assert it.says("#info") == "4:00 left   sound on"
        assert "Other side" not in await it.picture()
        await it.press()
        await it.wait(10.0 + 7 * 30.0 + 5.0)
        assert (it.says("#status"), it.says("#heading"), it.says("#number")) == (
            "WORK · ROUND 8/8",
            "WORK",
            "15",
        )
        assert it.says("#info") == "0:15 left   sound on"
        await it.wait(15.0)
        assert it.session.phase is Phase.FINISHED
    assert gym.rows() == [("tabata", None, "done")] * 8
