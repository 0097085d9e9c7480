"""What the card of the first start asks, and the answers there are."""

from __future__ import annotations

from hiptimer.circuit.model import Count
from hiptimer.keyboard import BIG_KEY, SESSION, Keyboard
from hiptimer.session.preferences import Place
from hiptimer.values import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question: its key, its words, what follows from it, and what is kept of it."""

    key: str
    label: str
    hint: str
    value: Place | Count | None = None
    stays: bool = False
    """Its key only marks it, so that what follows from it is read."""
    again: bool = False
    """It is no answer yet: the sound is wanted once more."""
    unheard: bool = False
    """It is no answer as long as there is another player to try."""


@dataclass(frozen=True, slots=True)
class Question:
    """One step of the card; the first answer is the sensible one."""

    title: str
    answers: tuple[Answer, ...]
    sample: str = ""
    """Drawn in block letters under the title."""


UNHEARD = "It works unheard: the screen flashes, and says what it sounds."
TRYING = "Each time it is played in another way, until you hear it or none is left."
MUTED = "Muted by your settings: {mute}, in a session, brings the sound back."
QUESTIONS = (
    Question(
        "Can you hear me? A tone, and the word Ready.",
        (
            Answer("y", "yes", "{voice} is the voice, {mute} mutes, {louder} and {quieter} is the volume."),
            Answer("n", "no", UNHEARD, stays=True, unheard=True),
            Answer("a", "again, please", "", again=True),
        ),
    ),
    Question(
        "Can you read this from where you train?",
        (Answer("y", "yes", "If not: zoom the terminal (Ctrl and +) until you can."),),
        sample="LEFT",
    ),
    Question(
        "Where is the laptop while you train?",
        (
            Answer("r", "within reach", "{Press} is the big key: start, done, go on.", Place.REACH),
            Answer(
                "a", "across the room", "4 s are taken off every hold, for your way to the key.", Place.ROOM
            ),
            Answer(
                "p", "I have a remote or a pedal", "{Button} is the big key, {back} undo, {break} pause.",
                Place.REMOTE, stays=True,
            ),
        ),
    ),
    Question(
        "Who counts the reps?",
        (
            Answer("y", "you: one press at the end of a set", "{count} changes it in a session.", Count.KEY),
            Answer("a", "the app, aloud, at a pace", "{longer} slower, {shorter} faster.", Count.PACE),
            Answer("p", "each press is one rep", "With a pedal, say. {end} ends a set early.", Count.TAP),
        ),
    ),
)  # fmt: skip


def with_keys(hint: str, keyboard: Keyboard) -> str:
    """A hint with the keys that it names as they are now."""
    named = {name: keyboard.sign(name) for name in SESSION}
    remote = {"Button": keyboard.button(BIG_KEY).capitalize(), "back": keyboard.button("undo")}
    remote["break"] = keyboard.button("pause")
    return hint.format_map({**named, **remote, "Press": keyboard.sign(BIG_KEY).capitalize()})
