"""One short session as it is said: every line with its second, kept as a golden file.

Read `transcript.txt` line by line after a change: it has to read like a coach, and no hold may have a target.
To write it anew: `python -m tests.plain.test_transcript`.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from hiptimer.circuit.plan import Options
from hiptimer.session.state import Phase
from tests.circuits import hips
from tests.fakes import Gym

from .lines import Spoken

GOLDEN = Path(__file__).with_name("transcript.txt")


def transcript(home: Path) -> str:
    """One round of the runner's circuit, and on the way what a runner does between two sets."""
    gym = Gym(home, hips(), Options(sets=1))
    spoken = Spoken(gym)
    spoken.until(Phase.REST, 2)
    spoken.wait(2.0)
    spoken.keys("x", "x", "w", "c")
    spoken.line("8")
    spoken.until(Phase.SWITCH, 3)
    spoken.keys("k", "2", "right", "up", "o")
    spoken.line("2")
    spoken.keys("c")
    spoken.until(Phase.REST, 4)
    spoken.keys("+", "u", "p")
    spoken.wait(30.0)
    spoken.keys("p", "s")
    spoken.until(Phase.WORK, 5)
    spoken.wait(15.0)
    spoken.keys("c", "c")
    spoken.until(Phase.FINISHED)
    spoken.keys("e")
    spoken.line("6")
    spoken.wait(5.0)
    spoken.keys("enter")
    gym.store.close()
    return spoken.transcript()


def test_a_short_session_reads_like_a_coach(tmp_path: Path) -> None:
    assert transcript(tmp_path) == GOLDEN.read_text(encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        GOLDEN.write_text(transcript(Path(home)), encoding="utf-8")
