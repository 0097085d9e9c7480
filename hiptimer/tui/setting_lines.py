"""The settings as lines of a screen, made of the tables that their file is read by. No Textual here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from hiptimer.circuit.kinds import Choice, Flag, Number, Whole
from hiptimer.circuit.model import Rests
from hiptimer.circuit.tables import Key, Table, Values
from hiptimer.config import Setting
from hiptimer.keyboard import Keyboard
from hiptimer.session.preferences import Preferences
from hiptimer.setting_keys import ScreenKeys, SessionKeys, SettingKeys, SoundKeys, settings_of
from hiptimer.training_keys import TrainingKeys
from hiptimer.values import dataclass
from hiptimer.weights import Weights

TABLES: Sequence[tuple[Key[Values | None], Table]] = (
    (SettingKeys.SOUND, SoundKeys.TABLE),
    (SettingKeys.SCREEN, ScreenKeys.TABLE),
    (SettingKeys.SESSION, SessionKeys.TABLE),
    (SettingKeys.TRAINING, TrainingKeys.TABLE),
)
"""What is set line by line; weights and keys have screens of their own."""
AT_THE_NEXT_START = (SoundKeys.WAKE, SoundKeys.LATENCY)
STEPS = {SoundKeys.LATENCY.name: 0.05, SessionKeys.REACH.name: 0.5}
LABEL, SHORT_VALUE, VALUE = 19, 14, 22
"""Columns of what a setting is called, of a value in few words, of one in all its words."""
WITH_SET, ROOMY, WITH_TABLES = 44, 56, 68
"""Columns of the screen from which on it says what is set, leaves nothing out, and names the tables."""
STEP = 5.0
"""Seconds by which an arrow changes a countdown."""
_RESTS = Rests()
BEGINS = {
    SessionKeys.LEAD_IN.name: _RESTS.lead_in,
    SessionKeys.SWITCH.name: _RESTS.switch,
    SessionKeys.REST.name: _RESTS.exercise,
    SessionKeys.ROUND_REST.name: _RESTS.round,
}
"""Where an arrow begins that finds nothing set."""


class Way(StrEnum):
    """Where a line leads that is a screen of its own."""

    THEME = "theme"
    WEIGHTS = "weights"
    KEYS = "keys"


@dataclass(frozen=True, slots=True)
class Item:
    """One line."""

    table: str
    name: str
    value: str
    about: str
    given: bool
    """It stands in the file."""
    key: Key[object] | None = None
    """None for what only leads on."""
    now: object = None
    """The value itself; None where it is left to the circuit or to an answer."""
    way: Way | None = None

    @property
    def label(self) -> str:
        """What it is called."""
        return self.name if self.key is None else self.key.label


def items(values: Values, answered: Preferences, rests: Rests | None = None) -> list[Item]:
    """All settings, in the order of the tables; `rests` are those of the circuit that home starts."""
    found = [one for key, table in TABLES for one in _of(key, table, values, answered, rests)]
    settings = settings_of(values)
    weights, keyboard = settings.weights, settings.keyboard
    about = "what you own, in kg or lb"
    found.append(Item("weights", "weights", _weights(weights), about, bool(weights.owned), way=Way.WEIGHTS))
    about = "which keys do what, and the buttons of your remote"
    found.append(Item("keys", "keys", _keys(keyboard), about, bool(keyboard.own), way=Way.KEYS))
    return found


def _of(
    key: Key[Values | None], table: Table, values: Values, answered: Preferences, rests: Rests | None
) -> Iterator[Item]:
    stands = values[key] or Values({})
    for one in table.keys:
        now = stands[one]
        way = Way.THEME if one is ScreenKeys.THEME else None
        value = words(one, now) or _otherwise(one, answered, rests)
        yield Item(
            key.name, one.name, value, about(one, key.name), stands.given(one) is not None, one, now, way
        )


def words(key: Key[object], value: object) -> str:
    """A value as it is shown; empty where there is none."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return f"{value:g} s" if isinstance(key.kind, Number) else f"{value:g}"
    return str(value)


def _otherwise(key: Key[object], answered: Preferences, rests: Rests | None) -> str:
    if key is SessionKeys.COUNT:
        return f"{answered.count} (answered)"
    if key is SessionKeys.REACH:
        return f"{answered.reach:g} s (answered)"
    seconds = _in_circuit(key, rests or Rests())
    return f"{key.default_words} ({seconds})" if rests and seconds else key.default_words


def _in_circuit(key: Key[object], rests: Rests) -> str:
    """How long a countdown is in a circuit; of both lead-ins, where they differ."""
    reps = "" if rests.lead_in_reps == rests.lead_in else f", reps {rests.lead_in_reps:g}"
    seconds = {
        SessionKeys.LEAD_IN.name: f"{rests.lead_in:g}{reps} s",
        SessionKeys.SWITCH.name: f"{rests.switch:g} s",
        SessionKeys.REST.name: f"{rests.exercise:g} s",
        SessionKeys.ROUND_REST.name: f"{rests.round:g} s",
    }
    return seconds.get(key.name, "")


def about(key: Key[object], table: str) -> str:
    """What it means, what it may be, what holds when it is not set, and where it stands in the file."""
    otherwise = key.default_words or words(key, key.default)
    later = " From the next start on." if key in AT_THE_NEXT_START else ""
    return f"{key.meaning} {_allowed(key)}default: {otherwise}.{later} In the file: {key.name}, in [{table}]."


def _allowed(key: Key[object]) -> str:
    match key.kind:
        case Flag():
            return ""
        case Whole(least, most) | Number(least, most):
            return f"{least:g} to {most:g}; "
    return f"{key.kind.expected.replace(chr(34), '')}; "


def _weights(weights: Weights) -> str:
    many = len(weights.owned)
    return f"{many or 'none'}, in {weights.unit}"


def _keys(keyboard: Keyboard) -> str:
    return f"{len(keyboard.own)} changed" if keyboard.own else "as usual"


def line(item: Item, first: bool, width: int) -> str:
    """A line of the screen: the table where it begins, the setting, its value, whether it is set."""
    given = "set" if item.given and width >= WITH_SET else ""
    if width < ROOMY:
        value = item.value.replace(f"{SessionKeys.LEAD_IN.default_words} (", "(")
        return f"{item.label:<{LABEL}} {value:<{SHORT_VALUE}} {given}".rstrip()
    value = f"{item.value:<{VALUE}} {given}".rstrip()
    if width < WITH_TABLES:
        return f"{item.label:<{LABEL}} {value}"
    return f"{item.table if first else '':<9} {item.label:<{LABEL}} {value}"


def changed(item: Item, by: int) -> Setting | None:
    """The value that an arrow leads to; None where that is the one that holds when nothing is set."""
    key = item.key
    if key is None:
        return None
    match key.kind:
        case Flag():
            return _among([True, False], key, item.now, by)
        case Choice(among):
            return _among([str(one) for one in among], key, item.now, by)
        case Whole(least, most):
            now = item.now if isinstance(item.now, int) else least
            return max(least, min(most, now + by))
        case Number(least, most):
            if not isinstance(item.now, (int, float)):
                return BEGINS.get(key.name, least)
            return round(max(least, min(most, item.now + by * STEPS.get(key.name, STEP))), 3)
    return None


def _among(every: Sequence[Setting], key: Key[object], now: object, by: int) -> Setting | None:
    """The next of a few; where nothing has to be set, nothing is one of them."""
    ways: list[Setting | None] = [*([None] if key.default is None else []), *every]
    value = str(now) if isinstance(now, StrEnum) else now
    place = next((n for n, one in enumerate(ways) if one == value), 0)
    return ways[(place + by) % len(ways)]


def takes_digits(item: Item) -> bool:
    """Whether a number can be typed for it."""
    return item.key is not None and isinstance(item.key.kind, (Whole, Number))


def typed(item: Item, text: str) -> Setting | None:
    """What was typed as a value; None if it is none of those allowed."""
    if item.key is None or not isinstance(item.key.kind, (Whole, Number)):
        return None
    try:
        number = float(text)
    except ValueError:
        return None
    return item.key.kind.of(int(number) if number == int(number) else number)
