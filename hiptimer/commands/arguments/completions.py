"""The arguments of `hiptimer completions`."""

from __future__ import annotations

from hiptimer.commands.arguments.parsing import Commands, Parser, add

SHELLS = ("bash", "zsh", "fish")

_EXAMPLES = """\
The tab key then asks hiptimer itself what fits: commands, options, names
of circuits, and files.

to set it up, one of
  hiptimer completions bash \\
      > ~/.local/share/bash-completion/completions/hiptimer
  hiptimer completions zsh > ~/.zfunc/_hiptimer
  hiptimer completions fish > ~/.config/fish/completions/hiptimer.fish
zsh looks where fpath says: fpath+=~/.zfunc before compinit in .zshrc.
Make the directory first where there is none, and open a new shell."""


def add_to(commands: Commands[Parser]) -> None:
    """`completions`: for which shell."""
    completions = add(
        commands, "completions", "print a script by which the tab key completes commands", _EXAMPLES
    )
    completions.add_argument("shell", choices=SHELLS, metavar="SHELL", help="bash, zsh or fish")
