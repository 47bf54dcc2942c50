"""A report's claims and the account go in; they come out as a case holds them, bound if sure."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from musterbook.account.linear import CircleError, NotLinearError, UnknownNameError, linear_measure
from musterbook.account.network import Network
from musterbook.claims.bind import Binding, MeasureWords, bind
from musterbook.claims.claim import ExtractedClaim
from musterbook.core.called import source_called
from musterbook.core.records import Case, Source, Stance, Status

Fields = dict[str, str | int | tuple[int, int]]
PART = "people:part-of-previous"  # the rule of eight of them; twelve of whom
SPEAKER_MARKS = " > "  # parts the speakers of a chain in a claims file


def propose(
    case: Case, network: Network, *, claims: Iterable[ExtractedClaim], report: str
) -> tuple[Fields, ...]:
    """Write the claims read from a report as the fields of a claims file, status proposed.

    A claim bound to no measure is kept without `says`; the note says why, and which rule fired.
    """
    measures = tuple(measure_words(case, network))
    taken = {each.id for each in case.claims}
    proposed: list[Fields] = []
    whole = ""
    for claim, name in zip(claims, free_names(report, taken), strict=False):
        is_part = claim.rule.startswith(PART) and bool(whole)
        proposed.append(
            _fields(claim, _bound(claim, measures, case.units), sources=case.sources, name=name)
            | ({"part_of": whole} if is_part else {})
        )
        whole = whole if is_part else name
    return tuple(proposed)


def _bound(
    claim: ExtractedClaim, measures: tuple[MeasureWords, ...], units: Container[str]
) -> Binding:
    """Bind a claim, and give it no sentence where the case could not compute it."""
    binding = bind(claim, measures)
    if binding.says and claim.rule.startswith(PART):
        return replace(binding, says=None, reason=f"{binding.reason}; part of the claim before")
    if binding.says and claim.unit != "person" and claim.unit not in units:
        reason = f"`{claim.unit}` is no unit that case.yaml declares"
        return replace(binding, says=None, reason=f"{binding.reason}; {reason}")
    return binding


def measure_words(case: Case, network: Network) -> Iterator[MeasureWords]:
    """Give every measure, stock and flow with the words reports may name it by."""
    titles = {account.name: account.title for account in case.accounts}
    for name in (*network.measures, *network.stocks, *network.flows):
        try:
            linear = linear_measure(network, name, choice={})
        except (NotLinearError, UnknownNameError, CircleError):
            continue
        prefix, _, last = name.rpartition(".")
        declared = _declared_words(network, name)
        title = titles.get(prefix, "").removeprefix("The ").lower()
        yield MeasureWords(
            name,
            (*declared, last.replace("_", " ")),
            "stock" if linear.has_stocks else "total",
            (title,) if title else (),
            is_declared=bool(declared),
        )


def _declared_words(network: Network, name: str) -> tuple[str, ...]:
    for table in (network.declared, network.stocks, network.flows):
        if name in table:
            return table[name].words
    return ()


def free_names(report: str, taken: Container[str]) -> Iterator[str]:
    """Name claims of a report, one after another, by names no claim has yet."""
    number = 0
    while True:
        number += 1
        if f"{report}-{number}" not in taken:
            yield f"{report}-{number}"


def _fields(
    claim: ExtractedClaim, binding: Binding, *, sources: Mapping[str, Source], name: str
) -> Fields:
    fields: Fields = {"id": name, "quote": claim.quote, "at": (claim.start, claim.end)}
    if binding.says:
        fields["says"] = binding.says
    known = [source_called(each, sources) for each in claim.by]
    if known and all(known):
        fields["by"] = SPEAKER_MARKS.join(known)
    fields["status"] = Status.PROPOSED.value
    if claim.stance != Stance.ASSERTED.value:
        fields["stance"] = claim.stance
    fields["note"] = _note(claim, binding.reason, has_speakers="by" in fields)
    return fields


SAID_BY = "said by "  # begins the note of a claim whose speakers are no sources


def speakers_noted(note: str) -> str:
    """Give the speakers that a proposed claim's note names because no source is called so."""
    first, _, _ = note.partition("; ")
    return first.removeprefix(SAID_BY) if first.startswith(SAID_BY) else ""


def _note(claim: ExtractedClaim, reason: str, *, has_speakers: bool) -> str:
    parts = [f"{claim.kind}, {claim.counted}", reason, f"rule {claim.rule}"]
    if claim.by and not has_speakers:
        parts.insert(0, f"{SAID_BY}{SPEAKER_MARKS.join(claim.by)}")
    return "; ".join(parts)
