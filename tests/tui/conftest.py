from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet
from textual.theme import Theme

from hiptimer.circuit.plan import Options
from hiptimer.tui.themes import fallbacks
from tests.circuits import hips
from tests.fakes import Gym


@pytest.fixture
def hall(gym: Gym) -> Gym:
    """The hips, with the countdowns and the weights of a real day."""
    gym.text, gym.options = hips(), Options()
    return gym


@pytest.fixture
def fresh(gym: Gym) -> Gym:
    """A gym nobody has been in before."""
    gym.store._db.execute("DELETE FROM preferences")
    return gym


@pytest.fixture(autouse=True, scope="session")
def worked_out_once() -> Iterator[None]:
    """Each app here parses the same stylesheets, which is a fifth of its time, and works out the colours of
    the same themes: both are kept."""
    parse, kept = Stylesheet._parse_rules, dict[Hashable, Any]()
    colours: dict[str, dict[str, str]] = {}

    def fall_back(theme: Theme) -> dict[str, str]:
        if theme.name not in colours:
            colours[theme.name] = fallbacks(theme)
        return dict(colours[theme.name])

    def parse_once(sheet: Stylesheet, css: str, **how: Any) -> Any:
        key = (css, *how.values(), *sheet._variables.items())
        if key not in kept:
            kept[key] = parse(sheet, css, **how)
        return kept[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        patch.setattr("hiptimer.tui.app.fallbacks", fall_back)
        yield
