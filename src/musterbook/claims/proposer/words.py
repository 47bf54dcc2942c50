"""The time and the speakers a proposal names in, the days and names that the text gives out."""

from musterbook.claims.counting.counted import Counted
from musterbook.claims.proposer.evidence import Evidence
from musterbook.claims.proposer.nouns import Proposal, Rejection
from musterbook.claims.proposer.shown import shown
from musterbook.claims.speakers.names import speaker_name
from musterbook.claims.times.chosen_time import ChosenTime
from musterbook.claims.times.claim_days import days_of
from musterbook.claims.times.dated import dates_speech
from musterbook.claims.times.days_of_story import Days
from musterbook.claims.times.time_expression import TimeExpression

NOTHING_KNOWN: Days = (None, None)


def time_of(
    evidence: Evidence, proposal: Proposal, counted: Counted
) -> tuple[str | None, Days] | Rejection:
    """Find the words of a time in the text; the days are read from them by our own calendar."""
    if proposal.time is None:
        return None, NOTHING_KNOWN
    places = evidence.places(proposal.time, _back(evidence, counted))
    if not places:
        return Rejection(f"its time “{shown(proposal.time)}” is not in the report")
    for place in places:
        found = _expression(evidence, place)
        if found is not None:
            number, time = found
            return evidence.desk.text[time.start : time.end], _days(
                evidence, number, time, counted=counted, kind=proposal.kind
            )
    return evidence.desk.text[slice(*places[0])], NOTHING_KNOWN


def _back(evidence: Evidence, counted: Counted) -> int:
    """Give the start of the paragraph a count stands in: its time is sought from there on."""
    number = evidence.sentence_at(counted.start) or 0
    paragraph = evidence.desk.sentences[number].paragraph
    while number and evidence.desk.sentences[number - 1].paragraph == paragraph:
        number -= 1
    return evidence.desk.sentences[number].start


def _expression(evidence: Evidence, place: tuple[int, int]) -> tuple[int, TimeExpression] | None:
    """Find the time our own calendar reads in some words, and the number of their sentence."""
    number = evidence.sentence_at(place[0])
    if number is None:
        return None
    read = (e for e in evidence.desk.times(number) if e.start < place[1] and place[0] < e.end)
    time = next(read, None)
    return (number, time) if time is not None else None


def _days(
    evidence: Evidence, number: int, time: TimeExpression, *, counted: Counted, kind: str
) -> Days:
    desk = evidence.desk
    speeches, start = desk.speakers.in_sentence(number), desk.sentences[number].start
    of_saying = time.sort == "closed" and dates_speech(desk.folded, time, speeches, sentence=start)
    chosen = ChosenTime(time, of_saying)
    return days_of(desk, number, counted, chosen=chosen, kind=kind, derived=False)[0]


def speakers_of(
    evidence: Evidence, proposal: Proposal, counted: Counted
) -> tuple[str, ...] | Rejection:
    """Find the speakers in the text; where a proposal names none, the rules' own are taken."""
    names: list[str] = []
    for speaker in proposal.by:
        places = evidence.places(speaker, counted.start)
        if not places:
            return Rejection(f"its source “{shown(speaker)}” is not in the report")
        names.append(speaker_name(evidence.desk.text[slice(*places[0])]))
    if names:
        return tuple(dict.fromkeys(names))
    number = evidence.sentence_at(counted.start) or 0
    return evidence.desk.speakers.chain(number, counted.start, counted.end)
