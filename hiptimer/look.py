"""How the screen looks and moves, as the user has set it: its theme, its flashes, its motion. Pure."""

from __future__ import annotations

from enum import StrEnum

from hiptimer.values import dataclass


class ThemeName(StrEnum):
    """The themes there are: our own, then Textual's. Named here so that settings are read without Textual."""

    HIPTIMER_DARK = "hiptimer-dark"
    HIPTIMER_LIGHT = "hiptimer-light"
    HIPTIMER_HIGH_CONTRAST = "hiptimer-high-contrast"
    ANSI_DARK = "ansi-dark"
    ANSI_LIGHT = "ansi-light"
    ATOM_ONE_DARK = "atom-one-dark"
    ATOM_ONE_LIGHT = "atom-one-light"
    CATPPUCCIN_FRAPPE = "catppuccin-frappe"
    CATPPUCCIN_LATTE = "catppuccin-latte"
    CATPPUCCIN_MACCHIATO = "catppuccin-macchiato"
    CATPPUCCIN_MOCHA = "catppuccin-mocha"
    DRACULA = "dracula"
    FLEXOKI = "flexoki"
    GRUVBOX = "gruvbox"
    MONOKAI = "monokai"
    NORD = "nord"
    ROSE_PINE = "rose-pine"
    ROSE_PINE_DAWN = "rose-pine-dawn"
    ROSE_PINE_MOON = "rose-pine-moon"
    SOLARIZED_DARK = "solarized-dark"
    SOLARIZED_LIGHT = "solarized-light"
    TEXTUAL_DARK = "textual-dark"
    TEXTUAL_LIGHT = "textual-light"
    TOKYO_NIGHT = "tokyo-night"


class Flash(StrEnum):
    """When the screen flashes at the beginning and at the end of a set."""

    ALWAYS = "always"
    SILENT = "silent"
    """When nothing can be heard: muted, or without a player."""
    NEVER = "never"


class Motion(StrEnum):
    """How much moves on the screen."""

    FULL = "full"
    REDUCED = "reduced"
    """Nothing but the numbers; no flash either."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the user has set of the screen, or the defaults."""

    theme: ThemeName = ThemeName.HIPTIMER_DARK
    flash: Flash = Flash.SILENT
    motion: Motion = Motion.FULL


AS_MADE = Look()
"""What holds where nothing is set."""
