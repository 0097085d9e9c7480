"""The values of what is asked: a question, its answers, and what each of them does. Pure."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TypeAlias

from hiptimer.session import events as e
from hiptimer.session.advice import weighs_logged
from hiptimer.session.state import Session
from hiptimer.values import dataclass


class Topic(Enum):
    """What a question is about."""

    SKIP = auto()
    INSTEAD = auto()
    WHICH_SET = auto()
    STOP = auto()
    LEAVE = auto()
    DISCARD = auto()
    UNSAVED = auto()
    PAIN = auto()
    RESERVE = auto()
    EFFORT = auto()


class Closing(Enum):
    """How a session is closed."""

    SAVED = auto()
    """As soon as all of it is saved, or the user says that it may be lost."""
    NOW = auto()
    """As it is."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Nothing is asked now, and why."""

    words: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: the keys for it, of which the first is told, what it says, and what it does."""

    keys: str
    words: str
    then: Then
    harmless: bool = False
    """Whether any other answer is as good as this one."""


@dataclass(frozen=True, slots=True)
class Choosing:
    """One of a few answers. Where they are shown, the first is marked: the big key gives it."""

    about: Topic
    answers: tuple[Answer, ...]
    of: tuple[str, ...] = ()
    """For the words of the question: what is called so, which pain, which trouble."""

    @property
    def leaves(self) -> bool:
        """Whether it is asked before the session is left."""
        return self.about in (Topic.LEAVE, Topic.DISCARD, Topic.UNSAVED)

    def chosen(self, key: str) -> Then:
        """What a key does; one that is none of the answers does what is harmless."""
        otherwise = next((one.then for one in self.answers if one.harmless), None)
        return next((one.then for one in self.answers if key in tuple(one.keys)), otherwise)


@dataclass(frozen=True, slots=True)
class Rating:
    """A whole number from 0 to `most`, and the event that it is."""

    about: Topic
    most: int
    event: Callable[[int], e.Event]
    of: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    """What the numbers mean from 0 on, where they are so few; the last is for all beyond it, too."""


@dataclass(frozen=True, slots=True)
class Noting:
    """A line of text about the set that is called so, and the one there is."""

    of: str
    text: str


@dataclass(frozen=True, slots=True)
class Weighing:
    """The weight of a step, by its index."""

    index: int

    def event(self, session: Session, kg: float, one_side: bool) -> e.Weigh:
        """What an answer is, as it comes: the set may have ended since the question."""
        return e.Weigh(kg, weighs_logged(session, self.index), one_side)


Then: TypeAlias = e.Event | Choosing | Rating | Noting | Weighing | Refusal | Closing | None
"""What a key or an answer leads to: it is done, or asked, or said. None: nothing."""
