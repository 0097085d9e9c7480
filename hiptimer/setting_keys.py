"""The keys of the settings file, and what they come to: the one table that reader, screen and docs follow."""

from __future__ import annotations

from hiptimer.audio.settings import AS_RECORDED, LOUDEST, SoundSettings
from hiptimer.circuit.faults import Report
from hiptimer.circuit.kinds import Choice, Flag, Number, Whole
from hiptimer.circuit.model import Count
from hiptimer.circuit.tables import Key, Table, Values
from hiptimer.keyboard import USUAL, Keyboard, KeyKeys, check_clashes, keyboard_of
from hiptimer.limits import MOST_REACH, MOST_SECONDS
from hiptimer.look import AS_MADE, Flash, Look, Motion, ThemeName
from hiptimer.progress.weeks import TARGET
from hiptimer.session.cues import Voice
from hiptimer.session.habits import NO_HABITS, FirstSide, Habits
from hiptimer.training_keys import TrainingKeys
from hiptimer.values import dataclass
from hiptimer.weight_keys import TABLE_NAME, OwnedWeights
from hiptimer.weights import NONE_OWNED, Weights


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has set, or the defaults."""

    sound: SoundSettings = AS_RECORDED
    muted: bool = False
    """Sessions begin without sound."""
    voice: Voice = Voice.WORDS
    look: Look = AS_MADE
    weights: Weights = NONE_OWNED
    habits: Habits = NO_HABITS
    per_week: int = TARGET
    """Sessions a week that are aimed at."""
    keyboard: Keyboard = USUAL


AS_DELIVERED = Settings()
"""Nothing is set."""


class SoundKeys:
    """The keys of `[sound]`."""

    VOLUME = Key("volume", Whole(0, LOUDEST), "How loud, 10 as recorded.", AS_RECORDED.volume)
    MUTED = Key("muted", Flag(), "Begin without sound.", AS_DELIVERED.muted)
    VOICE = Key("voice", Choice(Voice), "What is spoken.", AS_DELIVERED.voice)
    WAKE = Key(
        "wake",
        Flag(),
        "Wake a sleeping device with a second of silence.",
        AS_RECORDED.wake,
        called="wake the device",
    )
    LATENCY = Key(
        "latency",
        Number(0, 2),
        "Seconds every sound is handed over early.",
        AS_RECORDED.latency,
        called="sounds early by",
    )
    TABLE = Table((VOLUME, MUTED, VOICE, WAKE, LATENCY))


class ScreenKeys:
    """The keys of `[screen]`."""

    THEME = Key("theme", Choice(ThemeName, "a theme that ctrl+t lists"), "The colours.", AS_MADE.theme)
    FLASH = Key("flash", Choice(Flash), "When the screen flashes as a set begins and ends.", AS_MADE.flash)
    MOTION = Key("motion", Choice(Motion), "How much moves.", AS_MADE.motion)
    TABLE = Table((THEME, FLASH, MOTION))


class SessionKeys:
    """The keys of `[session]`. Without one the circuit holds, or what was answered on the first start."""

    _SECONDS = Number(0, MOST_SECONDS)
    _CIRCUIT = "the circuit's"
    _ANSWER = "as answered on the first start"
    LEAD_IN: Key[float | None] = Key(
        "lead_in", _SECONDS, "Seconds before a set begins.", None, _CIRCUIT, called="lead-in"
    )
    SWITCH: Key[float | None] = Key("switch", _SECONDS, "Seconds to switch sides.", None, _CIRCUIT)
    REST: Key[float | None] = Key("rest", _SECONDS, "Seconds before the next exercise.", None, _CIRCUIT)
    ROUND_REST: Key[float | None] = Key(
        "round_rest", _SECONDS, "Seconds before the next round.", None, _CIRCUIT, called="rest between rounds"
    )
    WAIT: Key[bool | None] = Key(
        "wait", Flag(), "A hold waits for the big key.", None, _CIRCUIT, called="holds wait"
    )
    FIRST_SIDE = Key("first_side", Choice(FirstSide), "Which side begins.", NO_HABITS.first_side)
    COUNT: Key[Count | None] = Key(
        "count",
        Choice(Count),
        "Who counts reps, where the circuit doesn't say.",
        None,
        _ANSWER,
        called="who counts",
    )
    REACH: Key[float | None] = Key(
        "reach",
        Number(0, MOST_REACH),
        "Seconds to your key, taken off every hold.",
        None,
        _ANSWER,
        called="time to the key",
    )
    TABLE = Table((LEAD_IN, SWITCH, REST, ROUND_REST, WAIT, FIRST_SIDE, COUNT, REACH))


class SettingKeys:
    """The keys at the top of the settings file."""

    SOUND: Key[Values | None] = Key("sound", SoundKeys.TABLE, "What is heard.", None)
    SCREEN: Key[Values | None] = Key("screen", ScreenKeys.TABLE, "What is seen.", None)
    WEIGHTS: Key[Weights] = Key(TABLE_NAME, OwnedWeights(), "What there is to lift.", NONE_OWNED)
    SESSION: Key[Values | None] = Key("session", SessionKeys.TABLE, "How every session is led.", None)
    TRAINING: Key[Values | None] = Key("training", TrainingKeys.TABLE, "What you aim at.", None)
    KEYS: Key[Values | None] = Key("keys", KeyKeys.TABLE, "Which keys do what.", None)
    TABLE = Table((SOUND, SCREEN, SESSION, TRAINING, WEIGHTS, KEYS))


def check(values: Values, report: Report) -> None:
    """Report what no key can tell by itself: two actions with one key."""
    check_clashes(values[SettingKeys.KEYS], report)


def settings_of(values: Values) -> Settings:
    """What the values of a settings file come to."""
    none = Values({})
    sound, screen = values[SettingKeys.SOUND] or none, values[SettingKeys.SCREEN] or none
    training = values[SettingKeys.TRAINING] or none
    return Settings(
        sound=SoundSettings(sound[SoundKeys.VOLUME], sound[SoundKeys.WAKE], sound[SoundKeys.LATENCY]),
        muted=sound[SoundKeys.MUTED],
        voice=sound[SoundKeys.VOICE],
        look=Look(screen[ScreenKeys.THEME], screen[ScreenKeys.FLASH], screen[ScreenKeys.MOTION]),
        weights=values[SettingKeys.WEIGHTS],
        habits=_habits(values[SettingKeys.SESSION] or none),
        per_week=training[TrainingKeys.PER_WEEK],
        keyboard=keyboard_of(values[SettingKeys.KEYS]),
    )


def _habits(session: Values) -> Habits:
    return Habits(
        lead_in=session[SessionKeys.LEAD_IN],
        switch=session[SessionKeys.SWITCH],
        rest=session[SessionKeys.REST],
        round_rest=session[SessionKeys.ROUND_REST],
        wait=session[SessionKeys.WAIT],
        first_side=session[SessionKeys.FIRST_SIDE],
        count=session[SessionKeys.COUNT],
        reach=session[SessionKeys.REACH],
    )
