"""Files written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile


def write_whole(path: Path, text: str) -> None:
    """Put a text, as UTF-8, in the place of a file, with the permissions that one had. Raises `OSError`."""
    with NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name}.", delete=False) as new:
        try:
            new.write(text.encode("utf-8"))
            new.flush()
            os.fsync(new.fileno())
            new.close()
            os.chmod(new.name, path.stat().st_mode & 0o777 if path.exists() else 0o644)
            os.replace(new.name, path)
        except BaseException:
            new.close()
            Path(new.name).unlink(missing_ok=True)
            raise
