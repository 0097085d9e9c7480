"""These tests run at the same time, each in a thread: they are real sessions that mostly wait.

A test is written as any other, with a `user` of its own. The first one to be asked for its result starts
them all, and each then gives the result it has come to by itself. One that is asked a second time is run
again, alone.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .user import User

AT_ONCE = 10
LONGEST = (
    "test_first_minute.py",
    "test_whole_session.py",
    "test_plain.py",
    "test_killed.py",
    "test_children.py",
)
"""They begin first, so that none is left over at the end."""


class Together:
    """The results of all these tests, on their way."""

    def __init__(self, items: Sequence[pytest.Function], new_user: Callable[[], User]) -> None:
        self.users = {item.nodeid: new_user() for item in items}
        self._new_user = new_user
        self._pool = ThreadPoolExecutor(AT_ONCE)
        first = sorted(items, key=lambda item: item.path.name not in LONGEST)
        self._coming: dict[str, Future[None]] = {
            item.nodeid: self._pool.submit(self._run, item) for item in first
        }

    def _run(self, item: pytest.Function) -> None:
        user = self.users[item.nodeid]
        values = item.callspec.params if hasattr(item, "callspec") else {}
        try:
            item.obj(user=user, **values)
        finally:
            user.close()

    def result(self, item: pytest.Function) -> None:
        """Wait for a test; raises what it raised."""
        coming = self._coming.pop(item.nodeid, None)
        if coming is not None:
            coming.result()
        else:
            self.users[item.nodeid] = self._new_user()
            self._run(item)

    def end(self) -> None:
        """Stop those that nobody waits for any more."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        for user in self.users.values():
            user.kill()
        self._pool.shutdown()


@pytest.fixture(scope="session")
def together(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Together]:
    if sys.platform == "win32":
        pytest.skip("a pseudo-terminal as these tests need it is not to be had on Windows")
    pytest.importorskip("pyte", reason="the terminal of these tests is pyte's")
    from .user import User

    items = [
        item
        for item in request.session.items
        if isinstance(item, pytest.Function) and "together" in item.fixturenames
    ]
    found = Together(items, lambda: User(tmp_path_factory.mktemp("user")))
    yield found
    found.end()


@pytest.fixture
def user(request: pytest.FixtureRequest, together: Together) -> User:
    """Somebody with an empty history."""
    return together.users[request.node.nodeid]


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    if "together" not in pyfuncitem.fixturenames:
        return None
    together = pyfuncitem.funcargs["together"]
    assert isinstance(together, Together)
    together.result(pyfuncitem)
    return True
