"""One whole session as it is heard: every sound and word with its instant, kept as a golden file.

Read `transcript.txt` line by line after a change: it has to read like a coach. To write it anew:
`python -m tests.session.test_transcript`.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from hiptimer.circuit.library import load
from hiptimer.circuit.model import Count
from hiptimer.session import events as e
from hiptimer.session.cues import Due, Spoken, Voice
from hiptimer.session.sheet import heard
from hiptimer.session.state import Phase
from hiptimer.session.status import status_line

from .builders import Day

GOLDEN = Path(__file__).with_name("transcript.txt")
VOICE = Path(__file__).parents[2] / "assets" / "voice.toml"


def transcript() -> str:
    """The second round is counted by the app; the runner holds 45 s on the left and 52 s on the right."""
    words = tomllib.loads(VOICE.read_text(encoding="utf-8"))["phrases"]
    day = Day(load("runner-hips", Path("nowhere")))
    lines: list[str] = []
    stood: tuple[Phase, int] | None = None
    while day.session.phase is not Phase.FINISHED or day.at < day.session.since + 3.0:
        _act(day)
        if (day.session.phase, day.session.cursor) != stood:
            stood = (day.session.phase, day.session.cursor)
            lines.append(f"{day.session.since:7.1f}  {status_line(day.session)}")
        begun, sheet = day.at, heard(day.session, Voice.COUNTS)
        day.wait(1.0)
        lines += [_line(item, words) for item in sheet if begun <= item.at < day.at]
    return "\n".join(lines) + "\n"


def _act(day: Day) -> None:
    """What the runner does now."""
    held = day.at - day.session.since
    match day.session.phase:
        case Phase.READY if held >= 8.0:
            day.press()
        case Phase.WORK:
            _work(day, held)


def _work(day: Day, held: float) -> None:
    step = day.session.step
    if step.round == 2 and day.session.count is None:
        day.do(e.CountBy(Count.PACE))
    if step.round == 3 and day.session.count is Count.PACE:
        day.do(e.CountBy(Count.KEY))
    long_enough = {"wall-push": 45.0 if step.side == "left" else 52.0}.get(step.exercise.id, 50.0)
    if held >= long_enough:
        day.press()


def _line(item: Due | Spoken, words: dict[str, str]) -> str:
    if isinstance(item, Due):
        return f"{item.at:7.1f}      [{item.cue}]"
    said = ". ".join(words[phrase] for phrase in item.phrases)
    return f'{item.at:7.1f}      "{said}"'


def test_a_whole_session_sounds_like_a_coach() -> None:
    assert transcript() == GOLDEN.read_text(encoding="utf-8")


if __name__ == "__main__":
    GOLDEN.write_text(transcript(), encoding="utf-8")
