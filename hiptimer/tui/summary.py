"""The finished session as values: a cell for every set of every side, and what to say of it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from hiptimer.circuit.model import Block, Direction, Exercise, Order, Seconds, Side, Sides, ToFatigue
from hiptimer.circuit.plan import Step
from hiptimer.history.records import SessionRecord, length
from hiptimer.progress.holds import PairedSession
from hiptimer.session.ask import exercises as exercises_of
from hiptimer.session.ask import target_reps, target_seconds
from hiptimer.session.rows import Row, rows
from hiptimer.session.state import Done, Session, Status
from hiptimer.tui.since import AS_BEFORE, WAS, notes, sides
from hiptimer.tui.words import asked_phrases, logged_line, reps_words
from hiptimer.values import dataclass, field
from hiptimer.weights import Unit

TICK = "✓"
LONGEST = "★"
SKIPPED = "×"
INTERRUPTED = "¦"
NOTHING = "–"
SIDES = {Sides.EACH: (Side.LEFT, Side.RIGHT), Sides.ALTERNATING: (Side.BOTH,), Sides.NONE: (None,)}
TURNS = {Direction.CLOCKWISE: "CW", Direction.COUNTERCLOCKWISE: "CCW"}


class Tone(StrEnum):
    """What a piece of the summary is; the table has a colour for each."""

    PLAIN = "plain"
    HEAD = "head"
    NAME = "name"
    DONE = "done"
    BEST = "best"
    """The longest hold of its side."""
    SHORT = "short"
    """Done with less than was asked."""
    SKIPPED = "skipped"
    INTERRUPTED = "interrupted"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class SetCell:
    """One set of one side."""

    texts: tuple[str, ...]
    """The same in fewer and fewer columns, longest first."""
    tone: Tone
    share: float = 0.0
    """Of the longest hold of its exercise, 0 to 1; 0 for what has no bar."""


NO_SET = SetCell((" ",), Tone.NOTHING)
"""In a round in which the exercise is not done."""


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """One exercise: its sets by round, each with a cell for each side."""

    name: str
    rounds: tuple[tuple[SetCell, ...], ...]
    """Left and right; or one cell where sides mean nothing or alternate. Of a warm-up: one."""
    notes: tuple[str, ...]
    """Bests, loads, what changed, pain: the same in fewer and fewer columns; empty when there is nothing."""
    sides: tuple[str, ...]
    """Of holds to fatigue: how both sides compare, longest first; empty when there is nothing."""
    block: Block = Block.MAIN

    @property
    def two_sided(self) -> bool:
        """Whether left and right stand apart."""
        return len(self.rounds[0]) > 1

    @property
    def bars(self) -> bool:
        """Whether any of its sets is a hold to draw."""
        return any(cell.share for cells in self.rounds for cell in cells)


@dataclass(frozen=True, slots=True)
class Past:
    """What the session itself doesn't know: when it ended, how long it was, and the one before."""

    ended: datetime
    seconds: float
    last: SessionRecord | None
    """The finished session before this one."""
    pairs: Mapping[str, Sequence[PairedSession]] = field(default_factory=dict)
    """What earlier sessions made of both sides, by exercise id, oldest first."""


@dataclass(frozen=True, slots=True)
class Summary:
    """All that the summary shows."""

    headings: tuple[str, ...]
    """For the big letters, longest first."""
    facts: tuple[str, ...]
    """Date, length, circuit, sets done."""
    word: str
    """ROUND, or SET in straight order."""
    exercises: tuple[ExerciseRow, ...]
    legend: tuple[str, ...]
    """What the signs mean that stand in the cells."""
    day: str
    """When last time was, where notes speak of it."""
    asked: tuple[str, ...]
    """Effort and pain, asked or told; longest first."""
    logged: tuple[str, ...]
    """What was logged last, and how to correct it; longest first."""


def summary(session: Session, row: int, past: Past, unit: Unit = Unit.KG) -> Summary:
    """The summary of a finished session; `row` is the direction chosen for corrections."""
    made = rows(session)
    done = [one for one in made if one.status is Done.DONE]
    last = () if past.last is None else past.last.sets
    exercises = tuple(
        ExerciseRow(
            one.short,
            _cells(session, one, made),
            notes(one, made, last, unit),
            sides(one, made, past.pairs.get(one.id, ())),
            one.block,
        )
        for one in exercises_of(session)
    )
    logged = logged_line(session, row)
    return Summary(
        headings=_headings(session, bool(done)),
        facts=(
            f"{past.ended:%a %d %b %Y}",
            length(past.seconds),
            session.circuit.name,
            _counted(session, made),
        ),
        word="SET" if session.circuit.order is Order.STRAIGHT else "ROUND",
        exercises=exercises,
        legend=_legend(exercises),
        day=_day(exercises, past.last),
        asked=asked_phrases(session),
        logged=(logged, logged.removeprefix("logged: ").replace("   ", "  ")),
    )


def _headings(session: Session, done: bool) -> tuple[str, ...]:
    if session.status is Status.PARTIAL:
        return ("PARTIAL",)
    return (f"WELL DONE {TICK}", "WELL DONE", f"DONE {TICK}") if done else ("FINISHED",)


def _counted(session: Session, made: Sequence[Row]) -> str:
    sets = len({one.step for one in made if one.status is Done.DONE})
    return f"{sets} of {len(session.steps)} sets done" if sets else "nothing was done"


def _cells(session: Session, exercise: Exercise, made: Sequence[Row]) -> tuple[tuple[SetCell, ...], ...]:
    mine = [one for one in made if one.exercise == exercise.id]
    longest = max((one.seconds or 0.0 for one in mine), default=0.0) if _is_hold(exercise) else 0.0
    bests = {side: _best(mine, side) if _is_hold(exercise) else None for side in SIDES[exercise.sides]}
    parts: dict[int, list[Row]] = {}
    for one in mine:
        parts.setdefault(one.step, []).append(one)
    cells = {
        (step.round, step.side): _cell(session, step, parts.get(index, ()), longest, bests[step.side])
        for index, step in enumerate(session.steps)
        if step.exercise.id == exercise.id
    }
    numbers = range(1, session.rounds + 1) if exercise.block is Block.MAIN else (1,)
    return tuple(
        tuple(cells.get((number, side), NO_SET) for side in SIDES[exercise.sides]) for number in numbers
    )


def _is_hold(exercise: Exercise) -> bool:
    return isinstance(exercise.target, ToFatigue)


def _best(mine: Sequence[Row], side: Side | None) -> float | None:
    """The longest hold of a side in seconds, where there are others to tell it from."""
    held = [one.seconds or 0.0 for one in mine if one.side == side and one.status is Done.DONE]
    return max(held) if len(held) > 1 else None


def _cell(session: Session, step: Step, parts: Sequence[Row], longest: float, best: float | None) -> SetCell:
    if not parts:
        return SetCell((NOTHING,), Tone.NOTHING)
    if parts[0].status is Done.SKIPPED:
        return SetCell((f"{SKIPPED} skipped", SKIPPED), Tone.SKIPPED)
    seconds = parts[0].seconds
    if seconds is None:
        return _reps_cell(session, step, parts)
    share = seconds / longest if longest else 0.0
    if parts[0].status is Done.INTERRUPTED:
        texts = (f"{INTERRUPTED} interrupted {seconds:g} s", *_shorter(f"{INTERRUPTED} {seconds:g} s"))
        return SetCell((*texts, f"{INTERRUPTED}{seconds:.0f}"), Tone.INTERRUPTED, share)
    if isinstance(step.exercise.target, Seconds):
        return _timed_cell(seconds, target_seconds(session, step))
    sign, tone = (f" {LONGEST}", Tone.BEST) if seconds == best else ("", Tone.DONE)
    texts = (*_shorter(f"{seconds:g} s{sign}"), f"{seconds:.0f}{sign.strip()}", f"{seconds:.0f}")
    return SetCell(texts, tone, share)


def _shorter(text: str) -> tuple[str, ...]:
    """The text, and without the blanks and the unit of seconds."""
    return text, text.replace(" s", "").replace(" ", "")


def _timed_cell(seconds: float, target: float) -> SetCell:
    reached = round(seconds, 1) >= target
    tick = f" {TICK}" if reached else ""
    texts = (f"{seconds:g}/{target:g} s{tick}", *_shorter(f"{seconds:g} s{tick}"), f"{seconds:.0f}")
    return SetCell(texts, Tone.DONE if reached else Tone.SHORT)


def _reps_cell(session: Session, step: Step, parts: Sequence[Row]) -> SetCell:
    each = target_reps(session, step) or 0
    parts = sorted(parts, key=lambda one: one.part)
    reached = all((one.reps or 0) >= each for one in parts)
    tick = TICK if reached else ""
    value, target = "+".join(str(one.reps) for one in parts), reps_words(each, step)
    turns = " ".join(f"{one.reps} {TURNS[one.direction]}" for one in parts if one.direction)
    long = f"{turns} of {target} {tick}".rstrip() if turns else ""
    short = f"{value}/{target} {tick}".rstrip()
    texts = tuple(filter(None, (long, short, short.replace(" ", ""), value + tick, value)))
    return SetCell(texts, Tone.DONE if reached else Tone.SHORT)


def _legend(exercises: Sequence[ExerciseRow]) -> tuple[str, ...]:
    tones = {cell.tone for one in exercises for cells in one.rounds for cell in cells}
    signs = (
        (Tone.BEST, f"{LONGEST} longest"),
        (Tone.SKIPPED, f"{SKIPPED} skipped"),
        (Tone.INTERRUPTED, f"{INTERRUPTED} interrupted"),
    )
    return tuple(text for tone, text in signs if tone in tones)


def _day(exercises: Sequence[ExerciseRow], last: SessionRecord | None) -> str:
    said = " ".join(one.notes[0] for one in exercises if one.notes)
    compared = last is not None and (WAS in said or AS_BEFORE in said)
    return f"last time: {last.started_at:%a %d %b}" if last and compared else ""
