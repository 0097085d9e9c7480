"""The arguments of `hiptimer sounds`."""

from __future__ import annotations

from hiptimer.commands.arguments.parsing import Commands, Parser, add

_EXAMPLES = """\
examples:
  hiptimer sounds list
  hiptimer sounds play count-in
  hiptimer sounds play voice/stand-left    names of phrases begin with voice/"""


def add_to(commands: Commands[Parser]) -> None:
    """`sounds`: the list, or one of them."""
    sounds = add(commands, "sounds", "list everything that can be heard, or play it", _EXAMPLES)
    actions = sounds.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    add(actions, "list", "list every cue and phrase, with its length and meaning", "")
    play = add(actions, "play", "play one, as a session would, and say which program played it", "")
    play.add_argument(
        "name", metavar="NAME", help="name of a cue or a phrase, as hiptimer sounds list has it"
    )
