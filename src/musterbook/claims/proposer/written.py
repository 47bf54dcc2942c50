"""A proposal and the place of its number in, the claim it makes out, or why it is none."""

import re
from dataclasses import dataclass, replace

from musterbook.claims.bounds import ESTIMATED, FRACTION
from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.counting.counted import Counted
from musterbook.claims.counting.groups import group_of
from musterbook.claims.counting.happenings import happening_named
from musterbook.claims.counting.noun_phrase import NounPhrase, noun_phrase_after
from musterbook.claims.counting.people_nouns import plural_of
from musterbook.claims.counting.places import place_near
from musterbook.claims.kinds.kind_names import RATE
from musterbook.claims.numbers import Quantity
from musterbook.claims.proposer.amount import is_share
from musterbook.claims.proposer.evidence import Evidence
from musterbook.claims.proposer.nouns import Proposal, Proven, Rejection
from musterbook.claims.proposer.vocabulary import PERSON
from musterbook.claims.proposer.words import NOTHING_KNOWN, speakers_of, time_of
from musterbook.claims.stance import is_hedged, stance_of
from musterbook.core.records import Stance

_NAMED_BY = {"day": "day|daily", "year": "year|annual"}  # other units lend their own name


@dataclass(frozen=True, slots=True)
class Place:
    """A quote as `text[start:end]`, and the number in it with its sentence's number."""

    start: int
    end: int
    number: int
    quantity: Quantity


def written(
    evidence: Evidence, proposal: Proposal, place: Place, *, model: str
) -> Proven | Rejection:
    """Write the claim of a proposal whose number was found."""
    desk, quantity = evidence.desk, place.quantity
    phrase = noun_phrase_after(desk.folded, quantity.tail, desk.sentences[place.number].end)
    unit = _unit(desk.folded, proposal, place, phrase=phrase)
    if unit is None:
        return Rejection(f"it counts in `{proposal.unit}`, which its quote does not say")
    if proposal.kind == RATE and not _is_rate(evidence, proposal, place):
        return Rejection("its rate is per a unit of time that its sentence does not name")
    counted = _counted(proposal, quantity, phrase, unit=unit)
    time = time_of(evidence, proposal, counted)
    if isinstance(time, Rejection):
        return time
    by = speakers_of(evidence, proposal, counted)
    if isinstance(by, Rejection):
        return by
    claim = _claim(evidence, proposal, place, counted=counted)
    words, days = time
    rule = f"llm:{model}{_passed(proposal, is_dated=days != NOTHING_KNOWN)}"
    dated = replace(claim, time_text=words, period_start=days[0], period_end=days[1])
    return Proven(replace(dated, by=by, rule=rule), quantity.lead, quantity.tail)


def _unit(folded: str, proposal: Proposal, place: Place, *, phrase: NounPhrase) -> str | None:
    """Decide what is counted; None where the text says otherwise."""
    if is_share(place.quantity):
        return FRACTION
    if phrase.kind == "unit":
        return phrase.unit if proposal.unit == phrase.unit else None
    one = proposal.unit
    named = re.compile(rf"\b(?:{re.escape(one)}|{re.escape(plural_of(one))})\b")
    is_named = named.search(folded, place.start, place.end)
    return one if one == PERSON or is_named else None


def _is_rate(evidence: Evidence, proposal: Proposal, place: Place) -> bool:
    """Say whether the sentence names the unit of time of a rate."""
    if proposal.per is None:
        return False
    sentence = evidence.desk.sentences[place.number]
    names = _NAMED_BY.get(proposal.per, proposal.per)
    words = re.compile(rf"\b(?:{names})(?:ly|s)?\b")
    return bool(words.search(evidence.desk.folded, sentence.start, sentence.end))


def _counted(proposal: Proposal, quantity: Quantity, phrase: NounPhrase, *, unit: str) -> Counted:
    is_named = phrase.kind in ("persons", "unit")
    return Counted(
        proposal.counted,
        unit,
        quantity.lead,
        phrase.end if is_named else quantity.tail,
        "llm",
        group=(quantity.tail, phrase.end) if is_named else None,
        happening=happening_named(proposal.counted),
    )


def _claim(
    evidence: Evidence, proposal: Proposal, place: Place, *, counted: Counted
) -> ExtractedClaim:
    """Fill in what does not depend on time and speakers."""
    desk, quantity = evidence.desk, place.quantity
    span = (desk.sentences[place.number].start, desk.sentences[place.number].end)
    share = 0.01 if quantity.form == "percent" else 1.0
    hedged = is_hedged(desk.folded, *span, counted=(quantity.start, counted.end), sentence=span)
    return ExtractedClaim(
        quote=desk.text[place.start : place.end],
        start=place.start,
        end=place.end,
        low=None if quantity.low is None else quantity.low * share,
        high=None if quantity.high is None else quantity.high * share,
        bound=quantity.bound,
        surface=desk.text[quantity.lead : quantity.tail],
        unit=counted.unit,
        counted=counted.counted,
        group=group_of(desk.text, counted, quantity.lead),
        place=place_near(desk.text, desk.folded, counted.end, span[1], sentence=span),
        kind=proposal.kind,
        per=proposal.per if proposal.kind == RATE else None,
        time_text=None,
        period_start=None,
        period_end=None,
        by=(),
        hedged=hedged or quantity.bound == ESTIMATED,
        stance=_stance(evidence, proposal, counted, span=span),
        derived=False,
        rule="",
    )


def _stance(
    evidence: Evidence, proposal: Proposal, counted: Counted, *, span: tuple[int, int]
) -> str:
    """Take the model's word, but never let it assert what the rules read as less than that."""
    if proposal.stance != Stance.ASSERTED:
        return proposal.stance
    own = (counted.start, counted.end)
    return str(stance_of(evidence.desk.folded, *span, counted=own, sentence_end=span[1]))


def _passed(proposal: Proposal, *, is_dated: bool) -> str:
    """Name the checks that a proposal passed; words of a time may be there and not be dated."""
    checks = ["quote", "number"]
    if proposal.time is not None:
        checks.append("time" if is_dated else "undated time")
    if proposal.by:
        checks.append("source")
    return "".join(f"+{each}" for each in checks)
