"""What the dialogs of a session ask, over their answers. No Textual here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hiptimer.session.questions import Choosing, Rating, Topic

TITLES: Mapping[Topic, str] = MappingProxyType(
    {
        Topic.SKIP: "Skip {0}?",
        Topic.INSTEAD: "{0}:",
        Topic.WHICH_SET: "Weight for which set?",
        Topic.STOP: "Pain {1}: stop {0}.",
        Topic.LEAVE: "Leave the session?",
        Topic.DISCARD: "Discard it, really?",
        Topic.UNSAVED: "Not saved: {0}",
        Topic.PAIN: "Pain in {0}, 0 to 10",
        Topic.RESERVE: "{0}: how many more could you have done?",
        Topic.EFFORT: "How hard was the whole session, 0 to 10?",
    }
)
"""One for each topic there is."""


def title(asked: Choosing | Rating) -> str:
    """A question in words, with what it is about."""
    return TITLES[asked.about].format(*asked.of)
