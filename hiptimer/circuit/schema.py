"""All keys of a circuit file in one table: the reader, the JSON Schema and the docs follow it."""

from __future__ import annotations

from dataclasses import replace

from hiptimer.circuit.kinds import Choice, Choices, Flag, Lines, Number, Span, Text, Whole
from hiptimer.circuit.model import Block, Count, Direction, Order, Rests, SetEnd, Sides
from hiptimer.circuit.tables import Key, Table, Tables, Values
from hiptimer.limits import MOST_REPS, MOST_SECONDS, MOST_SETS

_NAME = Text(500)
_SLUG = Text(40, pattern="[a-z0-9-]+", pattern_words="lower-case letters, digits and hyphens")
_TIP = Text(200)
_REST = Number(0, MOST_SECONDS)
_NO_TEXT: tuple[str, ...] = ()


class TipKeys:
    """The keys of `[exercise.tips]`: coaching lines by their moment."""

    HOW = Key(
        "how",
        Lines(_TIP, 3),
        "How to get into position: three short lines at most.",
        _NO_TEXT,
        called="how to",
    )
    STOP = Key(
        "stop",
        _TIP,
        "What ends a set, so that left and right are the same test.",
        "",
        called="what ends a set",
    )
    SETUP = Key(
        "setup", Lines(_TIP, 20), "Shown while the user sets up.", _NO_TEXT, called="while setting up"
    )
    WORK = Key("work", Lines(_TIP, 20), "Shown during the set.", _NO_TEXT, called="in the set")
    LATE = Key(
        "late",
        Lines(_TIP, 20),
        "Shown and spoken when the set is half done.",
        _NO_TEXT,
        called="late in the set",
    )
    WHY = Key("why", Lines(_TIP, 20), "Shown in the rest before the exercise.", _NO_TEXT)
    TABLE = Table((HOW, STOP, SETUP, WORK, LATE, WHY))


class RestKeys:
    """The keys of `[rest]`: the lengths of the countdowns."""

    LEAD_IN = Key(
        "lead_in", _REST, "Seconds before a hold or timed work begins.", Rests().lead_in, called="lead-in"
    )
    LEAD_IN_REPS = Key(
        "lead_in_reps", _REST, "Seconds before reps begin.", Rests().lead_in_reps, called="lead-in of reps"
    )
    SWITCH = Key("switch", _REST, "Seconds between the two sides.", Rests().switch)
    EXERCISE = Key("exercise", _REST, "Seconds before the next exercise.", Rests().exercise, called="rest")
    ROUND = Key(
        "round",
        _REST,
        "Seconds before the next round; in straight order, before the next set.",
        Rests().round,
        called="rest between rounds",
    )
    TABLE = Table((LEAD_IN, LEAD_IN_REPS, SWITCH, EXERCISE, ROUND))
    OWN = Table(tuple(replace(key, default=None, default_words="the circuit's") for key in TABLE.keys))
    """The same keys in an `[exercise.rest]`, where what is left out is as in the circuit."""


class ExerciseKeys:
    """The keys of an `[[exercise]]`."""

    ID = Key("id", _SLUG, "The stable name that the log refers to; no two are the same.", "", required=True)
    NAME = Key("name", _NAME, "The whole name.", "", required=True)
    SHORT = Key(
        "short",
        Text(10),
        "What is drawn big.",
        "",
        "the name in capitals, shortened",
        called="short name",
    )
    TO_FATIGUE = Key("to_fatigue", Flag(), "A hold, counted up until the user stops.", False)
    REPS: Key[tuple[int, int] | None] = Key(
        "reps",
        Span(Whole(1, MOST_REPS)),
        "Repetitions on each side, in each direction; [low, high] begins with the lower.",
        None,
    )
    SECONDS: Key[tuple[float, float] | None] = Key(
        "seconds",
        Span(Number(1, MOST_SECONDS)),
        "Seconds of work on each side; [low, high] begins with the lower.",
        None,
    )
    SIDES = Key(
        "sides", Choice(Sides), "A set for each leg, legs alternating in a set, or neither.", Sides.NONE
    )
    SIDE_LABEL = Key(
        "side_label",
        Text(10),
        "What the working leg does, drawn big over LEFT or RIGHT: stand, front, plant.",
        "",
        only_with="sides",
    )
    OTHER = Key(
        "other",
        Text(60, placeholder="other"),
        "What the other limb does; {other} in it becomes left or right.",
        "",
        called="other limb",
    )
    DIRECTIONS: Key[tuple[Direction, ...]] = Key(
        "directions", Choices(Choice(Direction)), "Each is counted and logged apart.", (), only_with="reps"
    )
    LOAD = Key("load", Text(40), "The weight in words.", "", "body weight")
    FIGURE = Key("figure", _SLUG, "The drawing that moves with it: `hiptimer figures` shows them.", "")
    WAIT: Key[bool | None] = Key(
        "wait",
        Flag(),
        "The first side waits for the big key.",
        None,
        "true with to_fatigue, else false",
        called="first side waits",
    )
    LEAD_IN: Key[float | None] = Key(
        "lead_in",
        _REST,
        "Short for both lead-ins in `rest`.",
        None,
        "the circuit's",
        not_with="rest",
        called="lead-in",
    )
    SWITCH: Key[float | None] = Key(
        "switch", _REST, "Short for `switch` in `rest`.", None, "the circuit's", not_with="rest"
    )
    REST: Key[Values | None] = Key(
        "rest", RestKeys.OWN, "The countdowns before this exercise.", None, "the circuit's"
    )
    COUNT = Key(
        "count",
        Choice(Count),
        "Who counts: the user, the app at a tempo, or one press for each rep.",
        Count.KEY,
        only_with="reps",
        called="who counts",
    )
    END = Key(
        "end",
        Choice(SetEnd),
        "What ends the set: a key, or the count at its target.",
        SetEnd.KEY,
        only_with="reps",
        called="the set ends by",
    )
    TEMPO = Key("tempo", Number(0.5, 60), "Seconds for a rep, when the app counts.", 4.0, only_with="reps")
    BLOCK = Key(
        "block",
        Choice(Block),
        "Warm-up and cool-down are done once, before and after all rounds.",
        Block.MAIN,
        not_with="instead_of",
        called="part",
    )
    INSTEAD_OF = Key(
        "instead_of",
        Lines(_SLUG, 20),
        "The ids of exercises that this one can stand in for; it is not done by itself.",
        _NO_TEXT,
    )
    VARIATION_OF = Key(
        "variation_of", _SLUG, "The id of the exercise that this one is a harder variation of.", ""
    )
    TIPS: Key[Values | None] = Key("tips", TipKeys.TABLE, "Coaching lines, by their moment.", None, "none")
    _WORK = (ID, NAME, SHORT, TO_FATIGUE, REPS, SECONDS, SIDES, SIDE_LABEL, OTHER, DIRECTIONS, LOAD, FIGURE)
    _FLOW = (WAIT, LEAD_IN, SWITCH, COUNT, END, TEMPO)
    _PLACE = (BLOCK, INSTEAD_OF, VARIATION_OF)
    TABLE = Table(
        (*_WORK, *_FLOW, *_PLACE, REST, TIPS),
        one_of=("to_fatigue", "reps", "seconds"),
    )


class CircuitKeys:
    """The keys at the top of a circuit file."""

    NAME = Key("name", _NAME, "The name of the circuit.", "", required=True)
    AUTHOR = Key("author", _NAME, "Who it is from.", "")
    KIT = Key("kit", Lines(Text(60), 20), "What has to be within reach.", _NO_TEXT)
    SETS = Key(
        "sets",
        Span(Whole(1, MOST_SETS)),
        "Rounds; of [low, high] the lower is done unless the user adds one.",
        (3, 3),
    )
    ORDER = Key("order", Choice(Order), "All exercises in turn, or all sets of one first.", Order.ROUNDS)
    REST: Key[Values | None] = Key("rest", RestKeys.TABLE, "The lengths of the countdowns.", None)
    EXERCISE: Key[tuple[Values, ...]] = Key(
        "exercise",
        Tables(ExerciseKeys.TABLE, 200, "[[exercise]]", ExerciseKeys.ID),
        "The exercises.",
        (),
        required=True,
    )
    TABLE = Table((NAME, AUTHOR, KIT, SETS, ORDER, REST, EXERCISE))
