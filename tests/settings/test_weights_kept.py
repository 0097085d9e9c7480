"""The weights in the settings file: read, and kept in it with what the user wrote about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiptimer.config import Settings, keep_weights, load_settings
from hiptimer.weights import Unit, Weights

from .files import settings


def test_weights_are_read_as_kilograms_in_order_and_once(tmp_path: Path) -> None:
    found, problem = settings(tmp_path, "[weights]\nowned = [8, 4.5, 8]\nadjustable = true\n")
    assert (found.weights, problem) == (Weights((4.5, 8.0), Unit.KG, True), "")
    found, problem = settings(tmp_path, '[weights]\nowned = [20, 10]\nunit = "lb"\n')
    assert (found.weights, problem) == (Weights((4.54, 9.07), Unit.LB), "")


MINE = """[weights]
# all there is in the cellar
owned = [
    4,  # pink
    8,  # kettlebell
]  # for now
unit = "kg"
"""


def test_one_more_weight_leaves_the_comments_with_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(MINE, "utf-8")
    assert keep_weights(path, Weights((4.0, 6.5, 8.0), adjustable=True)) == ""
    text = MINE.replace("    8,", "    6.5,\n    8,")
    assert path.read_text("utf-8") == text + "adjustable = true\n"
    assert keep_weights(path, Weights((6.5, 8.0), adjustable=True)) == ""
    assert path.read_text("utf-8") == text.replace("    4,  # pink\n", "") + "adjustable = true\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[weights]\nowned = [8, 4, 8] # none in order\n",
        "[weights]\nowned = [\n8, # big\n4]\n",
        "weights = {}\n",
    ],
)
def test_weights_are_kept_however_the_file_is_written(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, "utf-8")
    for weights in (
        Weights((4.0, 6.0), Unit.KG, True),
        Weights((4.0, 6.0, 9.07), Unit.LB, True),
        Weights((6.0, 9.07), Unit.KG),
        Weights((), Unit.LB),
    ):
        assert keep_weights(path, weights) == ""
        assert load_settings(path) == (Settings(weights=weights), "")


def test_what_would_be_a_fault_in_the_file_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(MINE, "utf-8")
    problem = keep_weights(path, Weights((4.0, 250.0)))
    assert problem.startswith("not kept: settings.toml:5: weights.owned[2]: expected kg from 0.1 to 200")
    assert path.read_text("utf-8") == MINE
