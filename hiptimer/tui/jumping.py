"""The list of a session's steps to jump in: what is done, what is now, what comes. No Textual here."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from hiptimer.circuit.plan import Step
from hiptimer.session.state import Session
from hiptimer.session.status import BETWEEN
from hiptimer.tui.cells import Line, Span, Tone
from hiptimer.tui.course import Cell, cells, in_sets, part_words, state_words
from hiptimer.tui.words import asked_briefly, name
from hiptimer.weights import Unit

TONES = {
    Cell.DONE: Tone.PLAIN,
    Cell.AHEAD: Tone.NOTE,
    Cell.SKIPPED: Tone.NOTHING,
    Cell.INTERRUPTED: Tone.OPEN,
    Cell.CURRENT: Tone.NAME,
}


def jump_lines(session: Session, unit: Unit, room: int) -> Iterator[Line]:
    """A line a step, under the round or the part it is in; its key is the step's index."""
    states = cells(session)
    names = [_name(session, step) for step in session.steps]
    widest = max(map(cell_len, names))
    part = ""
    for index, step in enumerate(session.steps):
        if part != (part := part_words(session, step)):
            yield (Span(f" {part}", Tone.HEAD),)
        before = f"{states[index].sign} {names[index]}{' ' * (widest - cell_len(names[index]))}  "
        phrases = tuple(_phrases(session, index, unit))
        words = next((one for one in phrases if cell_len(before + one) + 2 <= room), phrases[-1])
        yield Span("  "), Span(f"{before}{words}".rstrip(), TONES[states[index]], index)


def _name(session: Session, step: Step) -> str:
    number = f"{step.round}  " if in_sets(session, step) else ""
    return f"{number}{name(step)}"


def _phrases(session: Session, index: int, unit: Unit) -> Iterator[str]:
    """What became of a step, and what is asked of one that is not done, in ever fewer words."""
    told = state_words(session, index)
    if index not in session.closed:
        asked = asked_briefly(session, session.steps[index], unit)
        yield ", ".join(filter(None, (told, asked)))
        yield ", ".join(filter(None, (told, asked.partition(BETWEEN)[0])))
    yield told
    yield state_words(session, index, brief=True)


def moved_words(before: Session, after: Session) -> str:
    """What is said of a move that was made."""
    pairs = zip(before.steps, after.steps, strict=True)
    rounds = {step.round for was, step in pairs if was != step and not in_sets(after, step)}
    return "moved, in the later rounds too" if len(rounds) > 1 else "moved"
