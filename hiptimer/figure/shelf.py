"""The figures that come with the app."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from hiptimer.figure.load import parse
from hiptimer.figure.model import Figure


@cache
def figures() -> dict[str, Figure]:
    """All figures by name, in the order of their file."""
    text = files("hiptimer.figure").joinpath("figures.toml").read_text("utf-8")
    return {figure.name: figure for figure in parse(text)}


def figure_named(name: str) -> Figure:
    """One of them; KeyError where there is none."""
    return figures()[name]
