"""How much there may be of what is asked for, typed, logged or read.

Nothing is imported here, so that the command line can have it before anything else.
"""

MOST_SETS = 50
"""Rounds that a circuit, an option or the added rounds of a session may ask for."""
MOST_REPS = 999
"""Of one set, in one direction."""
MOST_SECONDS = 3600
"""Of one set, and of one countdown."""
MOST_REACH = 60
"""Seconds from the end of a hold to the key."""
MOST_RESERVE = 3
"""Reps in reserve, of which so many or more are one answer."""
MOST_KG = 500
"""Of a weight in the log; `weights.Unit.most` is what may be typed."""
HARDEST = 10
"""The end of the scales of pain and of effort, which begin with 0."""
LONGEST_NOTE = 500
"""Characters of a note, in a session and in the log."""
LONGEST_TEXT = 1_000_000
"""Characters of a circuit file, and bytes read of one."""
