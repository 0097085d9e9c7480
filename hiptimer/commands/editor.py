"""The user's editor: $VISUAL, else $EDITOR, else what the system has."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from hiptimer.commands.refusal import Refusal

VARIABLES = ("VISUAL", "EDITOR")
USUAL = ("editor", "nano", "vi")
"""The first of them that is there; `editor` is what Debian's users have chosen."""


def open_editor(path: Path) -> None:
    """Let the user change a file, until the editor is closed. Raises `Refusal`."""
    command = editor(os.environ)
    try:
        code = subprocess.run(_with_file(command, path), check=False).returncode
    except (OSError, ValueError) as error:
        raise Refusal(
            f"the editor {command} can't be started: {_why(error)}. Set EDITOR to one that can"
        ) from error
    if code:
        raise Refusal(f"the editor {command} ended with {code}: {path} is as it was left")


def _why(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "there is no such program"
        case PermissionError():
            return "it is no program"
        case ValueError():
            return "a quotation mark has no other half"
    return str(error.strerror or error)


def editor(environment: Mapping[str, str]) -> str:
    """The command line of the editor, without the file. Raises `Refusal`."""
    for name in VARIABLES:
        command = environment.get(name, "").strip()
        if command:
            return command
    if sys.platform == "win32":
        return "notepad"
    for usual in USUAL:
        if shutil.which(usual):
            return usual
    raise Refusal("there is no editor: set EDITOR to the one you like, such as EDITOR=nano")


def _with_file(command: str, path: Path) -> str | list[str]:
    """The command line and the file; Windows takes one string, where a backslash is part of a path.

    Raises ValueError for quotation marks without their other half.
    """
    if sys.platform == "win32":
        return f'{command} "{path}"'
    return [*shlex.split(command), str(path)]
