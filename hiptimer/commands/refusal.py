"""What a command raises when it can't do what was asked."""

from __future__ import annotations

import errno

OUTPUT_FAULTS = (errno.EPIPE, errno.ENOSPC, errno.EIO, errno.EFBIG)
"""What standard output raises when what is behind it takes no more."""


class Refusal(Exception):
    """The message is a sentence for the user: what, where, what to do. The exit code is 1."""


class FaultyFile(Refusal):
    """The message is a line for each fault of a file, beginning with `FILE:LINE:` as compilers write it."""


def of_output(error: Exception) -> bool:
    """Whether standard output takes no more; an error of a file that was opened carries its name."""
    return isinstance(error, OSError) and error.filename is None and error.errno in OUTPUT_FAULTS
