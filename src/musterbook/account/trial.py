"""A case, a claim and a sentence tried for it go in; what would be wrong with it comes out."""

from dataclasses import replace

from musterbook.account.build import build_system
from musterbook.account.ledger import read_ledger
from musterbook.core.problem import Phrase, Place, Problem
from musterbook.core.records import Case, Claim, Status

TRIED = Place("the sentence")


def try_sentence(case: Case, claim: Claim, sentence: str) -> tuple[Problem, ...]:
    """Give the problems a claim would have if this were its sentence; none if it can stand."""
    tried = replace(
        claim, says=Phrase(sentence, TRIED), status=Status.ACCEPTED, set_aside="", derived=()
    )
    # What is wrong with a sentence hangs on no other claim, but for one that takes its place.
    instead = (each for each in case.claims if each.supersedes == claim.id and each.id != claim.id)
    ledger = read_ledger(replace(case, claims=(tried, *instead)))
    built = build_system(ledger, ledger.choices[0])
    found = (*ledger.problems, *built.problems)
    return tuple(each for each in found if each.place and each.place.file == TRIED.file)
