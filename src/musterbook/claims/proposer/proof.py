"""A proposal and the text it is about in, a claim out if the text bears it out, else why not.

Of what a model says only this is kept: which words, whom they count, their kind and stance. The
number, its hedge, the days, the place and the doubt are read from the text by the rules' grammars.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from musterbook.claims.counting.noun_phrase import noun_phrase_after
from musterbook.claims.counting.things import counts_things
from musterbook.claims.numbers import Quantity
from musterbook.claims.proposer.amount import has_its_values, opens_alike, said
from musterbook.claims.proposer.evidence import Evidence
from musterbook.claims.proposer.nouns import Proposal, Proven, Rejection
from musterbook.claims.proposer.shown import has_controls, shown
from musterbook.claims.proposer.vocabulary import BOUNDS, KINDS, PER, STANCES, counted_words, units
from musterbook.claims.proposer.written import Place, written

_ROUGH = "its number is not in its quote as the text has it"


def prove(
    evidence: Evidence, proposal: Proposal, *, model: str, near: int, taken: Collection[int]
) -> Proven | Rejection:
    """Hold a proposal against the text.

    Args:
        evidence: the text, read by the rules.
        proposal: what the model says.
        model: its name, kept in the claim's rule.
        near: where the piece began that the model was given.
        taken: where the numbers (with their bound words) start that the model proposed before.
    """
    place = _unknown_word(proposal) or _place(evidence, proposal, near=near, taken=taken)
    if isinstance(place, Rejection):
        return _told(place, proposal)
    found = written(evidence, proposal, place, model=model)
    return _told(found, proposal) if isinstance(found, Rejection) else found


def _told(rejection: Rejection, proposal: Proposal) -> Rejection:
    return replace(rejection, quote=shown(proposal.quote), said=shown(said(proposal)))


def _unknown_word(proposal: Proposal) -> Rejection | None:
    """Find a word that is not among those to choose from."""
    chosen = (
        ("bound", proposal.bound, BOUNDS),
        ("unit", proposal.unit, units()),
        ("counted", proposal.counted, counted_words()),
        ("kind", proposal.kind, KINDS),
        ("per", proposal.per, (None, *PER)),
        ("stance", proposal.stance, STANCES),
    )
    for key, word, known in chosen:
        if word not in known:
            return Rejection(f"its `{key}` is no known word: {shown(word)}")
    return None


def _place(
    evidence: Evidence, proposal: Proposal, *, near: int, taken: Collection[int]
) -> Place | Rejection:
    """Find the first place of the quote that holds the number and was not proposed before."""
    quotes = evidence.places(proposal.quote, near)
    if not quotes:
        return Rejection("its quote is not in the report")
    if has_controls(evidence.desk.text[slice(*quotes[0])]):
        return Rejection("its quote holds control characters")
    alike = list(_alike(evidence, proposal, quotes))
    if not alike:
        return Rejection(f"{_ROUGH}: {_numbers_there(evidence, quotes[0])}")
    free = [each for each in alike if each.quantity.lead not in taken]
    if not free:
        return Rejection("its number was proposed before")
    return next((each for each in free if _counts(evidence, each)), _no_people(evidence, free[0]))


def _alike(
    evidence: Evidence, proposal: Proposal, quotes: list[tuple[int, int]]
) -> Iterator[Place]:
    """Yield the numbers within the quote that the proposal may mean."""
    for start, end in quotes:
        for number, quantity in evidence.numbers_in(start, end):
            if has_its_values(proposal, quantity) and opens_alike(proposal, quantity):
                yield Place(start, end, number, quantity)


def _numbers_there(evidence: Evidence, quote: tuple[int, int]) -> str:
    """Name the numbers that our own grammar reads in a quote."""
    text = evidence.desk.text
    there = [text[each.lead : each.tail] for _, each in evidence.numbers_in(*quote)]
    return ", ".join(f"“{shown(words)}”" for words in there[:4]) or "there is none"


def _counts(evidence: Evidence, place: Place) -> bool:
    desk, quantity = evidence.desk, place.quantity
    phrase = noun_phrase_after(desk.folded, quantity.tail, desk.sentences[place.number].end)
    return not (_is_money(desk.folded, quantity) or counts_things(desk.folded, quantity, phrase))


def _is_money(folded: str, quantity: Quantity) -> bool:
    before = folded[max(0, quantity.start - 2) : quantity.start].rstrip()
    return before.endswith(("$", "€", "£", "¥", "₹"))


def _no_people(evidence: Evidence, place: Place) -> Rejection:
    after = evidence.desk.text[place.quantity.lead : place.quantity.tail + 20]
    return Rejection(f"its number counts no people: “{shown(after)}”")
