"""The keys of a session as data: footer, help and the screens read them from here."""

from __future__ import annotations

from functools import lru_cache

from textual.binding import Binding

from hiptimer.session import events as e
from hiptimer.tui.words import keys_phrases

THEME_KEY = Binding("ctrl+t", "app.theme", "Theme", id="theme", tooltip="the colours of the screen")
VOICES = "off, words, counts; all sound off and on"
"""One line of help for two keys: at 80x24 all of it is on the screen."""
SKIPS = "this set, or the exercise; to any set"
"""The same."""

SESSION_KEYS = [
    Binding(
        "space,enter,pagedown", "press", "Big key", id="press", tooltip="start, done, go on: what comes next"
    ),
    Binding("u,U,backspace,pageup", "undo", "Undo", id="undo", tooltip="take the last key back"),
    Binding("p,P,full_stop,decimal,b,B", "pause", "Pause", id="pause", tooltip="pause, and go on"),
    Binding("r,R", "redo", "Redo", id="redo", tooltip="this set, or the last one, again"),
    Binding("s,S", "skip", "Skip", id="skip", tooltip=SKIPS),
    Binding("j,J", "jump", "Jump", id="jump", tooltip=SKIPS),
    Binding("up", "nudge(1)", "One more", id="more", tooltip="the value just logged"),
    Binding("down", "nudge(-1)", "One less", id="less", tooltip="the value just logged"),
    Binding("left", "direction(-1)", "Direction", id="direction-back", tooltip="which direction to correct"),
    Binding("right", "direction(1)", "Direction", id="direction-on", tooltip="which direction to correct"),
    Binding(
        "plus,equals_sign,right_square_bracket,add",
        "extend(15)",
        "15 s more",
        id="longer",
        tooltip="the running countdown",
    ),
    Binding(
        "minus,left_square_bracket,subtract",
        "extend(-15)",
        "15 s less",
        id="shorter",
        tooltip="the running countdown",
    ),
    Binding("x,X", "swap", "Other side", id="swap", tooltip="I am on the other side: swap them"),
    Binding("a,A", "add_round", "Add round", id="add-round", tooltip="one more round at the end"),
    Binding("c,C", "count", "Count", id="count", tooltip="you, the app, or a press each rep"),
    Binding("d,D", "end", "End set", id="end", tooltip="with the reps so far"),
    Binding("w,W", "weight", "Weight", id="weight", tooltip="the weight in hand"),
    Binding("t,T", "take", "Take it", id="take", tooltip="the weight that is suggested"),
    Binding(
        "k,K", "reserve", "How many more", id="reserve", tooltip="reps there would have been after the set"
    ),
    Binding("o,O", "pain", "Pain", id="pain", tooltip="pain from 0 to 10"),
    Binding("n,N", "note", "Note", id="note", tooltip="a note on the set"),
    Binding("e,E", "effort", "Effort", id="effort", tooltip="how hard the session was, 0 to 10"),
    Binding("tab", "turn_page", "More", id="page", tooltip="the exercises that had no room here"),
    Binding("h,H", "how", "How to", id="how", tooltip="the position, and what ends the set"),
    Binding("f,F", "figure", "Figure", id="figure", tooltip="the moving figure, off and on"),
    Binding("f5,escape", "again", "Say again", id="again", tooltip="say what is now"),
    Binding("v,V", "voice", "Voice", id="voice", tooltip=VOICES),
    Binding("m,M", "mute", "Mute", id="mute", tooltip=VOICES),
    Binding("shift+up", "volume(1)", "Louder", id="louder", tooltip="the volume, 0 to 10"),
    Binding("shift+down", "volume(-1)", "Quieter", id="quieter", tooltip="the volume, 0 to 10"),
    THEME_KEY,
    Binding("question_mark,f1", "help", "Keys", id="help", tooltip="all keys"),
    Binding(
        "q,Q,ctrl+q,ctrl+c",
        "leave",
        "Leave",
        id="leave",
        tooltip="resume later, finish, or discard",
    ),
]

MEANING: dict[str, type[e.Event] | None] = {
    "press": e.Press,
    "pause": e.Pause,
    "redo": e.Redo,
    "skip": e.Skip,
    "jump": e.Jump,
    "more": e.Nudge,
    "less": e.Nudge,
    "direction-back": e.Nudge,
    "direction-on": e.Nudge,
    "longer": e.Extend,
    "shorter": e.Extend,
    "swap": e.Swap,
    "take": e.Take,
    "reserve": e.Reserve,
    "add-round": e.AddRound,
    "count": e.CountBy,
    "end": e.End,
    "weight": e.Weigh,
    "pain": e.Pain,
    "note": e.Note,
    "effort": e.Effort,
    "page": None,
}
"""The event a key stands for, if any, by the id of its binding; those not in it work at any time."""

SIGNS = {
    "question_mark": "?",
    "full_stop": ".",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "pagedown": "page down",
    "pageup": "page up",
    "f1": "F1",
    "f5": "F5",
}


def sign(binding: Binding) -> str:
    """The first key of a binding, as it stands on a keyboard."""
    return signs(binding)[0]


def signs(binding: Binding) -> list[str]:
    """All keys of a binding as they stand on a keyboard, capitals and the keypad's doubles left out."""
    keys = binding.key.split(",")
    plain = [
        key
        for key in keys
        if key not in ("add", "subtract", "decimal") and not (len(key) == 1 and key.isupper())
    ]
    return [SIGNS.get(key, key) for key in plain]


@lru_cache(maxsize=16)
def footer(names: tuple[str, ...]) -> tuple[str, ...]:
    """The keys that matter now, and ever fewer of them, by the ids of their bindings."""
    bound = {binding.id: binding for binding in SESSION_KEYS}
    return keys_phrases([f"{sign(bound[name])} {bound[name].description}" for name in names])
