"""A claim goes in; a short name of all it says comes out, so that an edit knows what it was of."""

import hashlib
from dataclasses import replace

from musterbook.core.problem import Phrase, Place
from musterbook.core.records import Claim

NOWHERE = Place("")
LENGTH = 16  # hexadecimal digits: two states of one claim never meet in so many


def fingerprint(claim: Claim) -> str:
    """Name the state of a claim; where it stands in its file does not matter."""
    says = Phrase(claim.says.text, NOWHERE) if claim.says else None
    bare = replace(claim, place=NOWHERE, says=says)
    return hashlib.sha256(repr(bare).encode()).hexdigest()[:LENGTH]
