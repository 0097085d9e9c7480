from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from hiptimer.history.accounts import account
from hiptimer.report.content import document
from hiptimer.report.document import Document
from hiptimer.weights import NONE_OWNED

from ..history.days import BEGAN, Gym


class Practice(Gym):
    """A gym whose runner takes the log to a physio."""

    def report(self, days: float = 20.0) -> Document:
        """The report, made so long after the first session."""
        return document(account(self.store, BEGAN + timedelta(days=days), NONE_OWNED, lambda _: None))


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Practice]:
    practice = Practice(tmp_path)
    yield practice
    practice.store.close()
