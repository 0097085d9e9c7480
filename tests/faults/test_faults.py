"""Every proof as often as the long form of the tests has it; `python -m tests.faults --full` makes a report.

`pytest` alone has a few of them, once.

They are real sessions that mostly wait: all that were asked for run at the same time.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal as these tests need it is not to be had", allow_module_level=True)
pytest.importorskip("pyte", reason="the terminal of these tests is pyte's")

from .proof import CannotBeDone, Proof
from .proofs import PROOFS

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

    Asked = tuple[Proof, int]

AT_ONCE = 3
ONCE = ("kills", "signals", "damage")
"""Those that `pytest` alone has."""


class Running:
    """Proofs on their way; one that is asked for a second time is run again, alone."""

    def __init__(self, asked: list[Asked], rooms: pytest.TempPathFactory) -> None:
        self._rooms = rooms
        self._pool = ThreadPoolExecutor(AT_ONCE)
        self._coming = {one: self._begin(*one) for one in asked}

    def _begin(self, proof: Proof, times: int) -> Future[None]:
        seed = random.SystemRandom().randrange(10**6)
        # made here: threads that make rooms at the same time get in each other's way
        return self._pool.submit(self._run, self._rooms.mktemp("faults"), proof, times, seed)

    def _run(self, room: Path, proof: Proof, times: int, seed: int) -> None:
        try:
            proof.run(room, seed, times)
        except AssertionError as error:
            error.add_note(f"seed {seed}")
            raise

    def result(self, proof: Proof, times: int) -> None:
        coming = self._coming.pop((proof, times), None) or self._begin(proof, times)
        coming.result()

    def end(self) -> None:
        self._pool.shutdown(cancel_futures=True)


@pytest.fixture(scope="module")
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    wanted = [
        (proof, cast("int", item.callspec.params["times"]))
        for item in request.session.items
        if isinstance(item, pytest.Function) and "running" in item.fixturenames
        if isinstance(proof := item.callspec.params["proof"], Proof)
    ]
    found = Running(wanted, tmp_path_factory)
    yield found
    found.end()


def asked(proof: Proof, times: int, *marks: pytest.MarkDecorator) -> ParameterSet:
    return pytest.param(proof, times, marks=marks, id=f"{proof.run.__name__}-{times}")


@pytest.mark.parametrize(
    ("proof", "times"),
    [asked(proof, 1) for proof in PROOFS if proof.run.__name__ in ONCE]
    + [asked(proof, proof.short, pytest.mark.long) for proof in PROOFS],
)
def test_nothing_is_lost(proof: Proof, times: int, running: Running) -> None:
    try:
        running.result(proof, times)
    except CannotBeDone as reason:
        pytest.skip(str(reason))
