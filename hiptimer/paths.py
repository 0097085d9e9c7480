"""Where hiptimer keeps its files. `HIPTIMER_HOME=DIR` puts all of them under DIR."""

from __future__ import annotations

import os
from pathlib import Path

from hiptimer.values import dataclass

HOME_VARIABLE = "HIPTIMER_HOME"


@dataclass(frozen=True, slots=True)
class Paths:
    """The three directories; none of them need exist yet."""

    config: Path
    data: Path
    state: Path

    @property
    def circuits(self) -> Path:
        """The user's own circuit files."""
        return self.config / "circuits"

    @property
    def settings(self) -> Path:
        """The user's settings."""
        return self.config / "settings.toml"

    @property
    def database(self) -> Path:
        """The history: every session, event and set."""
        return self.data / "history.db"

    @property
    def locks(self) -> Path:
        """One lock file for each live session. They stand beside the history: both can be written or none."""
        return self.data / "locks"

    @property
    def log(self) -> Path:
        """What went wrong, for a bug report."""
        return self.state / "hiptimer.log"


def find_paths() -> Paths:
    """The directories of this user, by the conventions of the platform or by `HIPTIMER_HOME`."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        base = Path(home).expanduser().absolute()
        return Paths(base / "config", base / "data", base / "state")
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("hiptimer", appauthor=False)
    return Paths(Path(dirs.user_config_dir), Path(dirs.user_data_dir), Path(dirs.user_state_dir))
