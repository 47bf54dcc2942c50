"""Claims as drafted, and what they may name, go in; claims that hold together come out.

A claim with a fault is left out, with a problem; what rests on it is left out too, with a note.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from musterbook.case.circles import circles
from musterbook.case.nodes import Key, Node, child
from musterbook.case.similar import either
from musterbook.core.problem import Place, Problem, Severity
from musterbook.core.records import Claim
from musterbook.core.suggest import did_you_mean

ONE_ACCOUNT = "this case has one account.yaml; leave `account:` out"


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim with the node it was built from, that of its file, and the relations it states."""

    claim: Claim
    node: Node
    file_node: Node
    relations: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def place_of(self, *keys: Key) -> Place:
        """Give the place of the first key written in the claim, else in its file."""
        for root in (self.node, self.file_node):
            for key in keys:
                found = child(root, key)
                if found is not None:
                    return found.place
        return self.claim.place


@dataclass(frozen=True, slots=True)
class Known:
    """What claims may name: sources, accounts, and the ids written down, faulty ones too.

    `tables` holds the reports whose rows become claims.
    """

    sources: frozenset[str]
    accounts: frozenset[str]
    ids: frozenset[str]
    broken_accounts: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()

    def has_claim(self, name: str) -> bool:
        """Say whether a claim of that id is written, or may be a row of a table (`REPORT@DATE`)."""
        return name in self.ids or self.is_row(name)

    def is_row(self, name: str) -> bool:
        """Say whether it names a row of a table; its rows are read by a later stage."""
        report, at, _ = name.partition("@")
        return bool(at) and report in self.tables


def cross_claims(
    drafts: Iterable[Draft], known: Known
) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """Check ids, chains, accounts and relations of all claims of a case together."""
    own, problems = _own_ids(drafts)
    kept: dict[str, Draft] = {}
    for name, draft in own.items():
        faults = tuple(_faults(draft, known))
        problems.extend(faults)
        if not faults:
            kept[name] = draft
    for circle, relation in _all_circles(kept):
        problems.append(_circle(circle, relation, kept))
    for circle, _ in _all_circles(kept):
        for name in circle:
            kept.pop(name, None)
    problems.extend(_drop_orphans(kept, known))
    return tuple(draft.claim for draft in kept.values()), tuple(problems)


def _own_ids(drafts: Iterable[Draft]) -> tuple[dict[str, Draft], list[Problem]]:
    own: dict[str, Draft] = {}
    problems = []
    for draft in drafts:
        other = own.setdefault(draft.claim.id, draft)
        if other is not draft:
            says = (
                f"two claims are called `{draft.claim.id}`; the other stands at {other.claim.place}"
            )
            fix = "give one of them another id; the first is used until then"
            problems.append(Problem("MB205", says, draft.claim.place, fix=fix))
    return own, problems


def _faults(draft: Draft, known: Known) -> Iterator[Problem]:
    claim = draft.claim
    for source in claim.by:
        if source not in known.sources:
            yield unknown_source(source, draft.place_of("by"), known.sources)
    if claim.account and claim.account not in known.accounts | known.broken_accounts:
        yield unknown_account(claim.account, draft.place_of("account"), known.accounts)
    for relation, names in draft.relations:
        for name in names:
            if not known.has_claim(name):
                says = f"`{relation}` names the claim `{name}`, which is not there"
                fix = did_you_mean(name, known.ids, kind="claims are")
                yield Problem("MB209", says, draft.place_of(relation), fix=fix)


def unknown_source(source: str, place: Place, sources: frozenset[str]) -> Problem:
    """Make the problem of a source nobody declared."""
    near = did_you_mean(source, sources, kind="declared are", none="")
    fix = f"add `{source}: {{name: …}}` to sources.yaml"
    says = f"`{source}` is not a source of sources.yaml"
    return Problem("MB207", says, place, fix=either(near, fix))


def unknown_account(account: str, place: Place, accounts: frozenset[str]) -> Problem:
    """Make the problem of an account nobody declared."""
    fix = did_you_mean(account, accounts - {""}, kind="accounts are", none=ONE_ACCOUNT)
    return Problem("MB208", f"there is no account `{account}`", place, fix=fix)


def relations(claim: Claim) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each relation a claim states, with the claims it names."""
    if claim.derived:
        yield "derived", claim.derived
    for relation in ("repeats", "part_of", "denies", "supersedes"):
        other = getattr(claim, relation)
        if other is not None:
            yield relation, (other,)


def _all_circles(kept: dict[str, Draft]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the circles of each relation that may have none; two claims may deny each other."""
    for relation in ("derived", "repeats", "part_of", "supersedes"):
        graph = {
            name: names
            for name, draft in kept.items()
            for stated, names in draft.relations
            if stated == relation
        }
        for circle in circles(graph):
            yield circle, relation


def _circle(circle: tuple[str, ...], relation: str, kept: dict[str, Draft]) -> Problem:
    chain = " > ".join((*circle, circle[0]))
    says = f"these claims rest on one another in a circle of `{relation}`: {chain}"
    if len(circle) == 1:
        says = f"the claim `{circle[0]}` names itself under `{relation}`"
    place = kept[circle[0]].place_of(relation)
    return Problem("MB211", says, place, fix=f"remove one `{relation}` of the circle")


def _drop_orphans(kept: dict[str, Draft], known: Known) -> Iterator[Problem]:
    """Remove claims that rest on removed ones, until none does; yield a note for each."""
    while True:
        orphans = [
            (draft, relation, name)
            for draft in kept.values()
            for relation, names in draft.relations
            for name in names
            if name not in kept and not known.is_row(name)
        ]
        if not orphans:
            return
        for draft, relation, name in orphans:
            kept.pop(draft.claim.id, None)
            says = f"`{draft.claim.id}` is left out, because `{name}` is, which it rests on"
            yield Problem("MB209", says, draft.place_of(relation), Severity.NOTE)
