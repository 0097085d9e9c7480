"""The colours: our own themes, and our variables for Textual's themes, made of their colours.

`colours.tcss` uses the variables that `fallbacks` names, and none of its own. Every phase has a background
of the whole screen and a foreground for its big letters.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import dist

from textual.color import Color
from textual.theme import Theme

from hiptimer.look import ThemeName
from hiptimer.session.state import Phase

ENOUGH = 4.5
"""The least contrast of text and what is behind it: WCAG 2.2, 1.4.3 (AA)."""
TINT = 0.18
"""How much of a phase's colour goes into its background."""
STEPS = 20
WHITE, BLACK = Color(255, 255, 255), Color(0, 0, 0)


def own_themes() -> tuple[Theme, ...]:
    """Dark, light, and with high contrast: 7 to 1 at least."""
    return (_dark(), _light(), _high_contrast())


def _dark() -> Theme:
    return Theme(
        name=ThemeName.HIPTIMER_DARK,
        dark=True,
        background="#10151c",
        foreground="#e6edf3",
        surface="#10151c",
        panel="#1c2530",
        primary="#79c0ff",
        secondary="#79c0ff",
        accent="#e2a7ff",
        success="#7ee787",
        warning="#f2cc60",
        error="#ffa198",
        variables={
            "body": "#c9d6e2",
            "quiet": "#9fb0c0",
            **_phase(Phase.READY, "#f2cc60", "#10151c"),
            **_phase(Phase.LEAD_IN, "#ffd866", "#2b2208"),
            **_phase(Phase.WORK, "#7ee787", "#0b2416"),
            **_phase(Phase.SWITCH, "#e2a7ff", "#2a1533"),
            **_phase(Phase.REST, "#79c0ff", "#0d2138"),
            **_phase(Phase.PAUSED, "#d0d0d0", "#222222"),
            **_phase(Phase.FINISHED, "#7ee787", "#0b2426"),
        },
    )


def _light() -> Theme:
    return Theme(
        name=ThemeName.HIPTIMER_LIGHT,
        dark=False,
        background="#f6f8fa",
        foreground="#1b2530",
        surface="#f6f8fa",
        panel="#ffffff",
        primary="#0550ae",
        secondary="#0550ae",
        accent="#6f2da8",
        success="#0f5323",
        warning="#704800",
        error="#a40e26",
        variables={
            "body": "#2b3744",
            "quiet": "#46525f",
            **_phase(Phase.READY, "#704800", "#f6f8fa"),
            **_phase(Phase.LEAD_IN, "#6b4300", "#ffefb8"),
            **_phase(Phase.WORK, "#0f5323", "#d3f4dc"),
            **_phase(Phase.SWITCH, "#5b1f80", "#f1defa"),
            **_phase(Phase.REST, "#0a3d8f", "#d9e9ff"),
            **_phase(Phase.PAUSED, "#333d47", "#dfe2e6"),
            **_phase(Phase.FINISHED, "#0b5351", "#d3f1f0"),
        },
    )


def _high_contrast() -> Theme:
    return Theme(
        name=ThemeName.HIPTIMER_HIGH_CONTRAST,
        dark=True,
        background="#000000",
        foreground="#ffffff",
        surface="#000000",
        panel="#000000",
        primary="#9fd0ff",
        secondary="#9fd0ff",
        accent="#f3b3ff",
        success="#6dff8d",
        warning="#ffe14d",
        error="#ffb3b3",
        variables={
            "body": "#ffffff",
            "quiet": "#ffffff",
            **_phase(Phase.READY, "#ffe14d", "#000000"),
            **_phase(Phase.LEAD_IN, "#ffe14d", "#3d2c00"),
            **_phase(Phase.WORK, "#6dff8d", "#003a12"),
            **_phase(Phase.SWITCH, "#f3b3ff", "#38004d"),
            **_phase(Phase.REST, "#9fd0ff", "#00285c"),
            **_phase(Phase.PAUSED, "#ffffff", "#333333"),
            **_phase(Phase.FINISHED, "#7dffff", "#00393b"),
        },
    )


def _phase(phase: Phase, foreground: str, background: str) -> dict[str, str]:
    name = f"phase-{phase.lower()}"
    return {name: foreground, f"{name}-background": background}


def fallbacks(theme: Theme) -> dict[str, str]:
    """Our variables, for what a theme does not name itself: its own colours, made legible on each other."""
    if theme.ansi:
        return _of_the_terminal(theme)
    made = theme.to_color_system().generate()
    behind, before, panel = (Color.parse(made[name]) for name in ("background", "foreground", "panel"))
    warning, success, primary, error, *others = (
        Color.parse(made[name]) for name in ("warning", "success", "primary", "error", "accent", "secondary")
    )
    switch = _farthest((*others, error.blend(primary, 0.5)), (warning, success, primary, before))
    colours = {
        Phase.READY: (warning, behind),
        Phase.LEAD_IN: (warning, behind.blend(warning, TINT)),
        Phase.WORK: (success, behind.blend(success, TINT)),
        Phase.SWITCH: (switch, behind.blend(switch, TINT)),
        Phase.REST: (primary, behind.blend(primary, TINT)),
        Phase.PAUSED: (before, behind.blend(before, TINT / 2)),
        Phase.FINISHED: (success, behind.blend(success, TINT * 2)),
    }
    everywhere = (behind, panel, *(background for _, background in colours.values()))
    plain = legible(before, everywhere)
    variables = {
        "plain": plain.hex,
        "body": legible(before.blend(behind, 0.1), everywhere).hex,
        "quiet": legible(before.blend(behind, 0.25), everywhere).hex,
        "notice": legible(warning, everywhere).hex,
        "label": legible(primary, everywhere).hex,
        "done": legible(success, everywhere).hex,
        "inverse": legible(behind, (plain,)).hex,
        "scrim": "#000000 60%",
    }
    for phase, (foreground, background) in colours.items():
        variables |= _phase(phase, legible(foreground, (background,)).hex, background.hex)
    return variables


def legible(colour: Color, behind: Iterable[Color]) -> Color:
    """The colour, as much nearer to white or to black as it takes to be read on every one of `behind`."""
    grounds = tuple(behind)
    best = max((WHITE, BLACK), key=lambda end: min(contrast(end, ground) for ground in grounds))
    steps = (colour.blend(best, step / STEPS) for step in range(STEPS))
    return next((one for one in steps if min(contrast(one, other) for other in grounds) >= ENOUGH), best)


def _farthest(colours: Iterable[Color], taken: Iterable[Color]) -> Color:
    """The colour that is least like any that is taken: in some themes two names have one colour."""
    others = tuple(taken)
    return max(colours, key=lambda one: min(dist(one.normalized, other.normalized) for other in others))


def contrast(one: Color, other: Color) -> float:
    """From 1, the same, to 21, black on white (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    """WCAG 2.2, "relative luminance"."""
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return sum(part * weight for part, weight in zip(parts, (0.2126, 0.7152, 0.0722), strict=True))


def _of_the_terminal(theme: Theme) -> dict[str, str]:
    """For the themes in the terminal's own sixteen colours: nobody knows how legible those are on each other.

    So letters are what the terminal has them be, on its own ground, and phases differ by word and shape.
    """
    letters = "ansi_default"
    variables = dict.fromkeys(("body", "quiet", "notice", "label", "done"), letters)
    variables |= {
        "plain": theme.variables["ansi-foreground"],
        "inverse": theme.variables["ansi-background"],
        "scrim": "transparent",
    }
    for phase in Phase:
        variables |= _phase(phase, letters, letters)
    return variables
