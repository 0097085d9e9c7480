"""Every proof in its short form; `python -m tests.faults --full` is the long one.

They are real sessions that mostly wait: all that were asked for run at the same time.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal as these tests need it is not to be had", allow_module_level=True)
pytest.importorskip("pyte", reason="the terminal of these tests is pyte's")

from .proof import CannotBeDone, Proof
from .proofs import PROOFS

AT_ONCE = 3


class Running:
    """Proofs on their way; one that is asked for a second time is run again, alone."""

    def __init__(self, asked: list[Proof], rooms: pytest.TempPathFactory) -> None:
        self._rooms = rooms
        self._pool = ThreadPoolExecutor(AT_ONCE)
        self._coming = {proof.name: self._begin(proof) for proof in asked}

    def _begin(self, proof: Proof) -> Future[None]:
        seed = random.SystemRandom().randrange(10**6)
        return self._pool.submit(self._run, proof, seed)

    def _run(self, proof: Proof, seed: int) -> None:
        try:
            proof.run(self._rooms.mktemp("faults"), seed, proof.short)
        except AssertionError as error:
            error.add_note(f"seed {seed}")
            raise

    def result(self, proof: Proof) -> None:
        coming = self._coming.pop(proof.name, None) or self._begin(proof)
        coming.result()

    def end(self) -> None:
        self._pool.shutdown(cancel_futures=True)


@pytest.fixture(scope="module")
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    asked = [
        proof
        for item in request.session.items
        if isinstance(item, pytest.Function) and "running" in item.fixturenames
        if isinstance(proof := item.callspec.params["proof"], Proof)
    ]
    found = Running(asked, tmp_path_factory)
    yield found
    found.end()


@pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.run.__name__)
def test_nothing_is_lost(proof: Proof, running: Running) -> None:
    try:
        running.result(proof)
    except CannotBeDone as reason:
        pytest.skip(str(reason))
