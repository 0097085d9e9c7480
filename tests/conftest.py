"""What holds for all tests, which of them are in the short form, and how they share two processes.

`pytest` is the short form of the tests, for every change. `pytest --long` is what that leaves out: the tests
marked `long`, and those of hypothesis with four times as many examples.

`pytest` alone runs all tests in two processes (pytest-xdist), so that two cores are used: one has every test
on the real clock, one after the other and before any other, and both share the rest. A part of the tests runs
in one process. `-n` on the command line, or `-p no:xdist`, has the last word.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

if TYPE_CHECKING:
    from .fakes import Gym

REAL_TIME = {"audio", "e2e", "faults", "sound_proof"}
"""Real threads, processes and terminals on the real clock: a machine that is busy for a second fails one."""

SCREENS = "tui"
"""Looked at when Textual says that all is drawn, which on a busy machine a dialog is not always."""

PROCESSES = 2
"""More bring nothing: the tests on the real clock take half of the time, and are all in one."""

STANDS_BACK = 10
"""The niceness of tests that may run beside one on the real clock."""

EXAMPLES = {"short": 25, "long": 100}
"""How many hypothesis makes up for a test that does not say how often."""


def is_real_time(item: pytest.Item) -> bool:
    return item.path.parent.name in REAL_TIME or item.get_closest_marker("real_time") is not None


def in_form(item: pytest.Item, long: bool) -> bool:
    """Whether a test belongs to that form; one of hypothesis that is not marked belongs to both."""
    marked = item.get_closest_marker("long") is not None
    varied = isinstance(item, pytest.Function) and is_hypothesis_test(item.function)
    return marked or varied if long else not marked


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="what pytest alone leaves out, or tries less often")


def pytest_configure(config: pytest.Config) -> None:
    """Nobody knows how long an example takes beside others; how many there are is known."""
    busy = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
    for form, examples in EXAMPLES.items():
        settings.register_profile(form, busy, max_examples=examples)
    settings.load_profile("long" if config.option.long else "short")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """All tests in two processes, unless they are debugged or pictures taken (syrupy counts those in one)."""
    option = config.option
    if not config.pluginmanager.hasplugin("xdist"):
        return
    if hasattr(config, "workerinput"):
        option.loadgroup = True  # said by the first process; a worker knows only the command line
        return
    everything = config.args == config.getini("testpaths")
    if option.numprocesses is None and everything and not (option.usepdb or option.update_snapshots):
        option.numprocesses = PROCESSES
    if option.numprocesses and option.dist == "no":
        option.dist = "loadgroup"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Those on the real clock are one group, and get a second try as screens do: twice is no chance."""
    keep_form(config, items)
    for item in items:
        if is_real_time(item) or item.path.parent.name == SCREENS:
            item.add_marker(pytest.mark.flaky(max_runs=2))
        if is_real_time(item) and config.pluginmanager.hasplugin("xdist"):
            item.add_marker(pytest.mark.xdist_group("real time"))


def keep_form(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what the form that was asked for does not have."""
    long = config.option.long
    left_out = [item for item in items if not in_form(item, long)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if in_form(item, long)]


def pytest_collection_finish() -> None:
    """What is there now stays: to look through it for garbage again and again takes a fifth of the time."""
    gc.collect()
    gc.freeze()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A process that is done with the real clock, or has none of it, lets the other one go first."""
    if hasattr(item.config, "workerinput") and not is_real_time(item) and hasattr(os, "nice"):
        os.nice(max(0, STANDS_BACK - os.nice(0)))


@pytest.fixture
def gym(tmp_path: Path) -> Iterator[Gym]:
    """A gym to test in, imported only for tests that train there."""
    from .fakes import Gym

    gym = Gym(tmp_path)
    yield gym
    gym.close()
