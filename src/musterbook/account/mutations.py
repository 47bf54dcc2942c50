"""Sentences, observations and near copies go in; retellings with a number changed come out.

Two kinds: a *mutation* is known, since the sources lead back to one origin; a *suspected mutation*
has another origin or another time, but its report gives the same figures within days, or is a near
copy. Both are listed and neither is merged: which it is, the analyst writes.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from musterbook.account.ledger import Ledger
from musterbook.account.observations import Mutation
from musterbook.account.statements import Statement
from musterbook.claims.copies.figures import Figure, FigurePair, Telling, telling_of
from musterbook.claims.copies.retellings import Names, Retelling, compare, find_retellings
from musterbook.claims.lexicon_own import Lexicon
from musterbook.core.finding import Finding
from musterbook.core.quantity import LOWER_BOUNDS, UPPER_BOUNDS
from musterbook.core.records import Case, Claim, Stance, Status
from musterbook.reports.anchor import find_quote

Numbers = tuple[tuple[str, str], ...]


def mutations_found(
    ledger: Ledger, known: Iterable[Mutation], near_copies: Collection[Names]
) -> Iterator[Finding]:
    """List the mutations known, then those suspected."""
    listed = tuple(known)
    claims = {each.id: each for each in ledger.case.claims}
    anew = _Anew(ledger.case, Lexicon.of(ledger.case.lexicon))
    yield from (_of_known(each, anew, claims) for each in listed)
    told = {frozenset((each.claim, each.original)) for each in listed}
    tellings = tuple(_tellings(ledger, frozenset().union(*near_copies)))
    names = {each.name for each in tellings}
    near = frozenset(each for each in near_copies if each <= names)
    texts = {name: each.text for name, each in ledger.case.reports.items()}
    for retelling in find_retellings(tellings, near, texts=texts):
        for pair in retelling.changed:
            if not all(each.name for each in pair):
                continue  # a number of which the case makes no claim computes nothing
            if frozenset(each.name for each in pair) not in told and not _settled(pair, claims):
                yield _of_suspected(retelling, pair, claims)


def _of_known(found: Mutation, anew: "_Anew", claims: Mapping[str, Claim]) -> Finding:
    claim, original = claims[found.claim], claims[found.original]
    numbers: Numbers = (
        (found.original, _quoted(found.originally, original)),
        (found.claim, _quoted(found.said, claim)),
    )
    if found.is_earlier:
        kind, fix = "revised", ""
        says = (
            f"`{found.claim}` is what {found.origin} said before `{found.original}`, which counts"
        )
    else:
        kind, numbers = "mutation", (*numbers, *_agreed_in_texts(anew, original, claim))
        fix = (
            f"it does not count; set `promoted: WHY` on it if it is a statement of its own, or "
            f"`supersedes: {found.original}` if it corrects the other"
        )
        says = (
            f"`{found.claim}` retells {found.origin} with another number than "
            f"`{found.original}`, which is nearer the origin and is the row"
        )
    return Finding(kind, says, (found.claim, found.original), claim.place, numbers=numbers, fix=fix)


def _of_suspected(retelling: Retelling, pair: FigurePair, claims: Mapping[str, Claim]) -> Finding:
    first, second = pair
    says = (
        f"`{second.name}` says {second.number} where `{first.name}` says {first.number}, and what "
        "their reports have in common says that one may retell the other"
    )
    numbers = (
        (first.name, _quoted(first.number, claims[first.name])),
        (second.name, _quoted(second.number, claims[second.name])),
        *_agreed(retelling.agreed),
    )
    fix = (
        f"if `{second.name}` retells, give it `by:` through to the origin of `{first.name}` and "
        "the same time, so that one counts; if it corrects, `supersedes:`; if it is a statement "
        "of its own, `promoted: WHY`"
    )
    place = claims[second.name].place
    return Finding(
        "suspected mutation", says, (second.name, first.name), place, numbers=numbers, fix=fix
    )


def _quoted(said: str, claim: Claim) -> str:
    quote = " ".join(claim.quote.split())
    return f"{said}: “{quote}”" if quote else said


def _agreed(pairs: Iterable[FigurePair]) -> Numbers:
    numbers = dict.fromkeys(f"{one.number} {one.counted}" for one, _ in pairs)
    return (("both reports say", ", ".join(numbers)),) if numbers else ()


@dataclass(frozen=True, slots=True)
class _Anew:
    """Reads the texts of a case's reports for all they tell, each once."""

    case: Case
    lexicon: Lexicon
    read: dict[str, Telling] = field(default_factory=dict)

    def telling(self, name: str) -> Telling | None:
        """Give what a report tells; None where there is no text of it."""
        from musterbook.claims.extract import extract_claims

        report = self.case.reports.get(name)
        if report is None or not report.text:
            return None
        if name not in self.read:
            found = extract_claims(
                report.text, report.published, events=self.case.events, lexicon=self.lexicon
            )
            self.read[name] = telling_of(name, report.published, found)
        return self.read[name]


def _agreed_in_texts(anew: _Anew, original: Claim, claim: Claim) -> Numbers:
    """Read both reports anew for what they agree on, claimed in the case or not."""
    one, other = anew.telling(original.report), anew.telling(claim.report)
    return _agreed(compare(one, other).agreed) if one and other else ()


def _tellings(ledger: Ledger, copies: Collection[str]) -> Iterator[Telling]:
    """Give the reports with the figures of their claims; the rows of tables retell nobody.

    In near copies, each claim is looked up in the text.
    """
    tables = {each.report for each in ledger.case.series}
    figures: dict[str, list[Figure]] = defaultdict(list)
    for each in (*ledger.statements, *ledger.shelved):
        claim = each.claim
        if claim is None or claim.report in tables or each.sentence.amount.of:
            continue
        if claim.status is not Status.REJECTED and claim.stance is Stance.ASSERTED:
            at = _place(claim, ledger.case) if claim.report in copies else None
            figures[claim.report].append(_figure(each, claim, at))
    for name, found in figures.items():
        report = ledger.case.reports.get(name)
        yield Telling(name, report.published if report else None, tuple(found))


def _place(claim: Claim, case: Case) -> tuple[int, int] | None:
    report = case.reports.get(claim.report)
    return claim.at or (find_quote(report.text, claim.quote) if report else None)


def _figure(statement: Statement, claim: Claim, at: tuple[int, int] | None) -> Figure:
    sentence, amount = statement.sentence, statement.sentence.amount
    counted = f"{statement.label} per {sentence.per.value}" if sentence.per else statement.label
    return Figure(
        counted,
        counted,
        None if sentence.bound in UPPER_BOUNDS else amount.low,
        None if sentence.bound in LOWER_BOUNDS else amount.high,
        claim.quote,
        name=claim.id,
        by=statement.speaker.origin or "",
        ended=sentence.when.period.end if sentence.when.period else None,
        at=at,
    )


def _settled(pair: FigurePair, claims: Mapping[str, Claim]) -> bool:
    """Say whether the analyst has written what two claims are to one another."""
    one, other = (claims[each.name] for each in pair)
    links = {
        (claim.id, link)
        for claim in (one, other)
        for link in (claim.repeats, claim.denies, claim.supersedes, claim.part_of)
    }
    is_decided = any(each.promoted or each.set_aside for each in (one, other))
    return is_decided or bool(links & {(one.id, other.id), (other.id, one.id)})
