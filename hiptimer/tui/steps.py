"""Every step of a session that would be, with the countdown before it, as lines. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

from hiptimer.circuit.model import Block, Circuit, Order
from hiptimer.circuit.plan import Options, Step
from hiptimer.circuit.text import number_of
from hiptimer.session.estimate import is_exact, minutes_of, work_seconds
from hiptimer.session.moves import countdown
from hiptimer.session.state import Session, begin
from hiptimer.tui.cells import Line, Span, Tone
from hiptimer.tui.fit import clean, shorten
from hiptimer.tui.words import asked, asked_briefly, side_blocks
from hiptimer.weights import Unit

NARROW = 70
"""Columns below which the rests are left out, and what is asked is said briefly."""
GAP = 2


def step_lines(circuit: Circuit, width: int) -> list[Line]:
    """A line a step under the name of its round; what begins when is about."""
    session = begin(circuit, Options())
    steps = session.steps
    name = min(max(cell_len(clean(step.exercise.short)) for step in steps), 12) + GAP
    side = min(max(cell_len(_side(step)) for step in steps), 17) + GAP
    made: list[Line] = []
    for index, (at, rest) in enumerate(_instants(session)):
        step = steps[index]
        if index == 0 or _part(steps[index - 1], circuit.order) != _part(step, circuit.order):
            made += [*([()] if made else []), (Span(f" {_part(step, circuit.order)}", Tone.NAME),)]
        before = set_cell_size("" if width < NARROW else f"after {rest:g} s" if rest else "", 11)
        words = asked_briefly(session, step, Unit.KG) if width < NARROW else asked(session, step, Unit.KG)
        clock = f" {int(at) // 60:>3}:{int(at) % 60:02} "
        head = clock if width < NARROW else f"{clock} {before}  "
        text = _fixed(clean(step.exercise.short), name) + _fixed(_side(step), side) + clean(words)
        made.append((Span(head, Tone.HEAD), Span(shorten(text, width - len(head)), Tone.PLAIN, index)))
    return made


def _fixed(text: str, room: int) -> str:
    return set_cell_size(shorten(text, room - GAP), room)


def _side(step: Step) -> str:
    return clean(" ".join(side_blocks(step)))


def _part(step: Step, order: Order) -> str:
    """The heading that a step stands under."""
    if step.block is not Block.MAIN:
        return step.block.upper()
    return f"ROUND {step.round}" if order is Order.ROUNDS else clean(step.exercise.name).upper()


def _instants(session: Session) -> Iterator[tuple[float, float]]:
    """For each step the second at which its work begins, about, and the rest or switch before it."""
    at = 0.0
    for index, step in enumerate(session.steps):
        if index == 0:
            before, lead_in = 0.0, step.lead_in
        else:
            before = countdown(session.steps[index - 1], step, session.circuit.order)[1]
            lead_in = step.lead_in if step.wait else 0.0
        at += before + lead_in
        yield at, before
        at += work_seconds(session, index)


def length_words(circuit: Circuit) -> str:
    """`24 steps, about 31 min`."""
    session = begin(circuit, Options())
    about = "" if is_exact(session) else "about "
    return f"{number_of(len(session.steps), 'step')}, {about}{minutes_of(circuit)} min"
