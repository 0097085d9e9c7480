"""What doctor says of sound: are the files there, which players work, and which one was heard."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from hiptimer.audio.check import check_sound
from hiptimer.audio.player import PlayerFailed
from hiptimer.audio.sounds import Sounds
from hiptimer.audio.system import UNIX
from hiptimer.commands.finding import Finding
from hiptimer.commands.terminal import is_terminal
from hiptimer.session.cues import Cue

_LACKS = "a player of sounds"


def sound() -> Iterator[Finding]:
    """The sound files, then every player in the order in which a session tries them."""
    yield sounds()
    yield Finding("sound", "playing a tone ...")
    check = check_sound(_ring)
    for report in check.reports:
        works = "works" if report.usable else f"no: {report.why}"
        yield Finding("", f"{report.name}: {works}")
    if check.audible:
        yield Finding("", f"a tone was played by {check.played_by}. Not heard? Look at the volume")
        return
    instead = f"only ring the {check.played_by}" if check.played_by else "be silent, and say so on the screen"
    yield Finding("", f"no player works, so a session would {instead}", lacks=_LACKS)
    yield Finding("", _help(sys.platform))


def _help(system: str) -> str:
    """What to do where no player works."""
    if system in ("darwin", "win32"):
        return "to hear it: see if other programs are heard, and which device the system plays on"
    one_of = ", ".join(command[0] for command in UNIX)
    return f"to hear it: one of {one_of} has to be installed and work (aplay comes with alsa-utils)"


def sounds() -> Finding:
    """How many of the sound files are found, in a wheel and in a checkout."""
    found = Sounds()
    missing = [cue.value for cue in Cue if not _there(found, cue)]
    if missing:
        return Finding("sounds", f"missing in {found.directory}: {', '.join(missing)}", wrong=True)
    return Finding("sounds", f"{len(Cue)} of {len(Cue)} in {found.directory}")


def _there(found: Sounds, cue: Cue) -> bool:
    try:
        found.path(cue)
    except PlayerFailed:
        return False
    return True


def _ring() -> None:
    if not is_terminal(sys.stdout):
        raise OSError("the output is not a terminal")
    print("\a", end="", flush=True)
