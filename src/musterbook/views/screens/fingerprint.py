"""A claim goes in; a short name of all it says comes out, so that an edit knows what it was of."""

import hashlib
from dataclasses import replace

from musterbook.core.plans import Scenario
from musterbook.core.problem import Phrase, Place
from musterbook.core.records import Claim

NOWHERE = Place("")
LENGTH = 16  # hexadecimal digits: two states of one claim never meet in so many


def fingerprint_of(thing: Scenario) -> str:
    """Name the state of a scenario: what it says, wherever its lines stand."""
    said = (thing.name, str(thing.start or ""), {k: v.text for k, v in thing.changes.items()})
    return hashlib.sha256(repr(said).encode()).hexdigest()[:LENGTH]


def fingerprint(claim: Claim) -> str:
    """Name the state of a claim; where it stands in its file does not matter."""
    says = Phrase(claim.says.text, NOWHERE) if claim.says else None
    bare = replace(claim, place=NOWHERE, says=says)
    return hashlib.sha256(repr(bare).encode()).hexdigest()[:LENGTH]
