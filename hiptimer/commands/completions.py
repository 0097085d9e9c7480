"""`hiptimer completions`: a script for the shell, made of the parser, so that nothing in it can be old."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping

from hiptimer.commands.arguments import parser
from hiptimer.commands.arguments.parsing import CIRCUIT, FIGURE, FILE, OUTPUT
from hiptimer.figure.shelf import figures

_LISTED = "hiptimer circuits list --names 2>/dev/null"

# In bash a name with "_files" in it makes shtab let readline quote what has spaces, and go on in directories.
_BASH_FILES = """
_hiptimer_files() {
  compgen -f -X '!*.toml' -- "$1"
  compgen -d -- "$1"
}"""
_BASH = f"""{_BASH_FILES}
_hiptimer_circuits_or_files() {{
  local name
  while IFS= read -r name; do
    [[ $name == "$1"* ]] && printf '%s\\n' "$name"
  done < <({_LISTED})
  [[ $1 == */* ]] && _hiptimer_files "$1"
}}"""
_ZSH = f"""
_hiptimer_circuits() {{
  local -a names=("${{(@f)$({_LISTED})}}")
  compadd -a names
  [[ $PREFIX == */* ]] && _files -g '*.toml'
}}"""
_FISH_FILES = """
function _hiptimer_files
  __fish_complete_suffix .toml
end"""
_FISH = f"""{_FISH_FILES}
function _hiptimer_circuits
  {_LISTED}
  string match -q '*/*' -- (commandline -ct); and _hiptimer_files
end"""

COMPLETED: Mapping[str, Mapping[str, object]] = {
    CIRCUIT: {
        "bash": "_hiptimer_circuits_or_files", "zsh": "_hiptimer_circuits", "fish": "(_hiptimer_circuits)",
        "preamble": {"bash": _BASH, "zsh": _ZSH, "fish": _FISH},
    },
    FILE: {
        "bash": "_hiptimer_files", "zsh": "_files -g '*.toml'", "fish": "(_hiptimer_files)",
        "preamble": {"bash": _BASH_FILES, "fish": _FISH_FILES},
    },
}  # fmt: skip
"""What stands in the place of an argument, by what help calls it, in the words of each shell."""


def run(args: argparse.Namespace) -> int:
    """Print the script."""
    # only here: every other command starts without it
    import shtab

    top = parser()
    for action in _actions(top):
        if action.metavar in COMPLETED:
            vars(action)["complete"] = COMPLETED[str(action.metavar)]  # where shtab looks for it
        if action.metavar == OUTPUT:
            vars(action)["complete"] = shtab.FILE
        if action.metavar == FIGURE:
            action.choices = tuple(figures())
    print(shtab.complete(top, args.shell))
    return 0


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Every argument of every command."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in set(action.choices.values()):
                yield from _actions(command)
