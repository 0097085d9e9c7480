"""The proofs that nothing is lost, with a report: `python -m tests.faults --full`."""

from __future__ import annotations

import argparse
import logging
import random
import sys
import tempfile
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .proof import CannotBeDone, Proof
from .proofs import PROOFS

AT_ONCE = 3
"""Proofs at once in the short form."""


def main() -> int:
    """Run the proofs one after the other; 1 if one of them failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--full", action="store_true", help="as often as the report wants it; half an hour")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--only", metavar="NAME", help="one of " + ", ".join(map(name, PROOFS)))
    asked = parser.parse_args()
    logging.getLogger("hiptimer").addHandler(logging.NullHandler())
    print(f"seed {asked.seed}", flush=True)
    chosen = [proof for proof in PROOFS if asked.only in (None, name(proof))]
    # the short form mostly waits; what the long one finds is found in peace
    with ThreadPoolExecutor(1 if asked.full else AT_ONCE) as pool:
        results = list(
            pool.map(lambda one: result(one, asked.seed, one.full if asked.full else one.short), chosen)
        )
    return 0 if chosen and all(results) else 1


def name(proof: Proof) -> str:
    return proof.run.__name__


def result(proof: Proof, seed: int, times: int) -> bool:
    """Run one proof, and print its line; False if it failed."""
    began = time.monotonic()
    said, good = "nothing lost", True
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as room:
            proof.run(Path(room), seed, times)
    except CannotBeDone as reason:
        said = f"not done: {reason}"
    except Exception:
        traceback.print_exc()
        said, good = "FAILED", False
    took = time.monotonic() - began
    print(f"{proof.name:<66} {times:>4} {proof.unit:<8} {took:>6.0f} s  {said}", flush=True)
    return good


if __name__ == "__main__":
    sys.exit(main())
