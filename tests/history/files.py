"""Histories as files: refused by hiptimer, and whether they were touched."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from hiptimer.history.database import HistoryError, open_database, open_to_read


def refused(path: Path, *, read: bool) -> str:
    with pytest.raises(HistoryError) as caught:
        open_to_read(path) if read else open_database(path)
    assert str(path) in str(caught.value)
    return str(caught.value)


def fingerprints(directory: Path) -> dict[str, str]:
    return {one.name: sha256(one.read_bytes()).hexdigest() for one in directory.iterdir() if one.is_file()}
