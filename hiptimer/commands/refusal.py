"""What a command raises when it can't do what was asked."""

from __future__ import annotations


class Refusal(Exception):
    """The message is a sentence for the user: what, where, what to do. The exit code is 1."""


class FaultyFile(Refusal):
    """The message is a line for each fault of a file, beginning with `FILE:LINE:` as compilers write it."""
