"""Textual promises nothing about what it calls private. What we use of that all the same is still there.

The names are read from our source, so that none is used without being looked for here.
"""

from __future__ import annotations

import ast
import inspect
import pkgutil
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual.app import App
from textual.driver import Driver
from textual.screen import Screen
from textual.widget import Widget

import hiptimer.tui

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the driver is for Linux alone")
if sys.platform == "linux":
    from textual._xterm_parser import XTermParser
    from textual.drivers import linux_driver
    from textual.drivers._writer_thread import WriterThread
    from textual.drivers.linux_driver import LinuxDriver

    from hiptimer.tui.driver import QuietDriver

    PARTS: dict[str, object] = {
        "_app": Driver,
        "_batch_count": App,
        "_close_messages_no_wait": App,
        "_compositor": Screen,
        "_debug": Driver,
        "_driver": App,
        "_exception": App,
        "_exchange_repaint_regions": Widget,
        "_exit": App,
        "_fatal_error": App,
        "_handle_exception": App,
        "_key_thread": LinuxDriver,
        "_layout_required": Widget,
        "_loop": Driver,
        "_must_signal_resume": LinuxDriver,
        "_queue": WriterThread,
        "_repaint_required": Widget,
        "_sigcont_application": LinuxDriver,
        "_sync_available": App,
        "_writer_thread": LinuxDriver,
        "attrs_before": LinuxDriver,
        "feed": XTermParser,
        "getincrementaldecoder": linux_driver,
        "tick": XTermParser,
        "visible_widgets": Compositor,
    }
    """What of Textual each name is of; those without an underscore are of parts that have one."""
    CALLED: dict[str, int] = {
        "_close_messages_no_wait": 0,
        "_exchange_repaint_regions": 0,
        "_fatal_error": 0,
        "_handle_exception": 1,
        "_sigcont_application": 2,
        "feed": 1,
        "tick": 0,
    }
    """With how many arguments."""

NOT_TEXTUALS = {"_replace"}
"""Documented, of named tuples."""
OURS = Path(hiptimer.tui.__file__).parent
MODULES = sorted(one.name for one in pkgutil.walk_packages([str(OURS)], "hiptimer.tui."))


def private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name != "_"


def defined(tree: ast.AST) -> set[str]:
    """What has its beginning here."""
    names = set()
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                names.add(name)
            case ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
            case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
                names.add(name)
            case _:
                pass
    return names


def asked_for(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr=name):
                yield name
            case ast.Call(func=ast.Name(id="getattr"), args=[_, ast.Constant(value=str(name)), *_]):
                yield name
            case _:
                pass


@cache
def source(of: object) -> ast.AST:
    return ast.parse(inspect.cleandoc("\n" + inspect.getsource(of)))  # type: ignore[arg-type]


@cache
def given(base: type) -> frozenset[str]:
    """The names that have their beginning in a class itself."""
    return frozenset((*vars(base), *defined(source(base))))


def textuals(cls: type) -> set[str]:
    """All names of a class that Textual gave it."""
    return {name for base in cls.__mro__ if base.__module__.startswith("textual.") for name in given(base)}


def taken_over() -> Iterator[tuple[str, str]]:
    """Private names that a class of ours has from a class of Textual's, and their modules."""
    for name in MODULES:
        module = import_module(name)
        classes = [one for one in vars(module).values() if inspect.isclass(one) and one.__module__ == name]
        for cls in classes:
            tree = source(cls)
            mine = {one for one in (*defined(tree), *asked_for(tree)) if private(one)}
            yield from ((one, name) for one in (mine & textuals(cls) if mine else ()))


def foreign() -> Iterator[tuple[str, str]]:
    """Private names that are used in modules of ours and begin in none, and these modules."""
    trees = {name: source(import_module(name)) for name in MODULES}
    ours = {one for tree in trees.values() for one in defined(tree)}
    for name, tree in trees.items():
        yield from ((one, name) for one in asked_for(tree) if private(one) and one not in ours)


def users(pairs: Iterable[tuple[str, str]]) -> Mapping[str, set[str]]:
    found = defaultdict(set)
    for name, module in pairs:
        found[name].add(module)
    return found


def test_what_we_use_of_textuals_inside_is_listed_and_still_there() -> None:
    used = users((*foreign(), *taken_over()))
    wrong = [
        f"{' and '.join(sorted(modules))} uses {name}: list in PARTS what of Textual that is of"
        for name, modules in used.items()
        if name not in PARTS and name not in NOT_TEXTUALS
    ]
    for name, part in PARTS.items():
        there = textuals(part) if inspect.isclass(part) else vars(part)
        modules = sorted(used[name]) if name in used else ["hiptimer.tui.driver, painting or terminal"]
        if name not in there:
            who = getattr(part, "__name__", part)
            wrong.append(f"{who} of this Textual has no {name}, which {' and '.join(modules)} needs")
    assert not wrong, "\n".join(wrong)


def test_none_is_listed_that_is_no_longer_used() -> None:
    text = "\n".join(path.read_text() for path in OURS.rglob("*.py"))
    assert not [name for name in PARTS if name not in text]


def test_what_we_call_takes_what_it_is_given() -> None:
    for name, count in CALLED.items():
        part = PARTS[name]
        try:
            inspect.signature(getattr(part, name)).bind(part, *range(count))
        except TypeError as error:
            pytest.fail(f"{part} of this Textual takes something else in {name}: {error}")


def test_what_our_driver_replaces_is_there_to_be_replaced() -> None:
    replaced = [
        one for one in vars(QuietDriver).items() if inspect.isfunction(one[1]) and not private(one[0])
    ]
    assert replaced
    for name, method in replaced:
        before = getattr(LinuxDriver, name, None)
        assert before is not None, f"LinuxDriver has no {name} any more, which hiptimer.tui.driver replaces"
        taken, wanted = (list(inspect.signature(one).parameters) for one in (method, before))
        assert taken == wanted, f"{name} of this Textual takes {wanted}, in hiptimer.tui.driver {taken}"
