"""How it was measured and what it can't tell, in plain words; every number is the one reckoned with."""

from __future__ import annotations

from statistics import NormalDist

from hiptimer.progress import change, verdict
from hiptimer.progress.holds import SHORTEST
from hiptimer.progress.noise import Noise, smallest_real_change, smallest_visible
from hiptimer.progress.words import share_words
from hiptimer.report.document import Points, Section

TITLE = "How this was measured"
_WORDS = """\
At home, with nobody watching. Each side is held until the runner can hold no longer, and the runner's own
key press ends it. The side that begins changes from session to session, and within a session from round to
round, unless the runner has it otherwise; a verdict says if one side was first too often.

A hold counts if the runner ended it, nothing interrupted it, and it lasted {shortest:.0f} s or more.
The seconds that the runner said it takes to the key are taken off, and a hold corrected by hand counts as
corrected. Another variation of an exercise is a series of its own. Guests' sessions are left out.

Left and right are compared within a round; the value of a session is the median of ln(right/left) over its
rounds. The percentage is the shorter side in percent of the other (limb symmetry index).

The verdict looks at the last {window} sessions. Its {sure} interval is that of their mean, with the
scatter drawn towards {prior:g} by the weight of {weight:g} sessions. No verdict is given before {hint}
sessions. "Consistently shorter" needs {full}, {agreeing} of them agreeing, an interval below 100 %, and less
than {even:.0f} % on the whole. "Similar" means that the whole interval is within 15 % to either side.

A hold is taken to scatter by {error} by itself. That is assumed, from endurance studies of the side bridge
and of hip abductors, and not measured on this runner. So 1 session can see gaps above {gap_one}, {full}
sessions above {gap_full}.

Change: the median of the last {ends} sessions against the first {ends} after the very first; "real" if
longer or shorter by a factor of {real:.2f} or more. Trend: the median slope between all pairs of sessions
(Theil 1950, Sen 1968); "unclear" where chance alone gives such an order 1 time in 20 or more often (Mann
1945, Kendall 1975).

Pain and effort are what the runner said, from 0 to 10; effort is multiplied by minutes (Foster 2001).

Limits: pain, sleep, mood and set-up change a hold too, and the runner sees the seconds. A shorter hold is a
shorter hold: it is no diagnosis, it doesn't say why, and it foretells nothing."""


def method(noise: Noise) -> Section:
    """The section on the method."""
    said = _WORDS.format(
        shortest=SHORTEST,
        window=verdict.WINDOW,
        sure=share_words(2 * NormalDist().cdf(noise.z) - 1),
        prior=noise.prior_sd,
        weight=noise.prior_weight,
        hint=verdict.FIRST_HINT,
        full=verdict.FULL_VERDICT,
        agreeing=share_words(verdict.AGREEING),
        even=verdict.EVEN_LSI,
        error=share_words(noise.typical_error),
        gap_one=_gap(1, noise),
        gap_full=_gap(verdict.FULL_VERDICT, noise),
        ends=change.ENDS,
        real=smallest_real_change(change.ENDS, noise),
    )
    return Section(TITLE, (Points(tuple(" ".join(part.split()) for part in said.split("\n\n"))),))


def _gap(sessions: int, noise: Noise) -> str:
    return f"{100 - round(smallest_visible(sessions, noise))} %"
