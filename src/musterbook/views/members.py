"""A member of a conflict goes in; its card comes out: the sentence, who said it, what it allows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from musterbook.account.ledger import Ledger
from musterbook.account.system import Group, MemberKind, System
from musterbook.views.anchors import claim_anchor, group_anchor
from musterbook.views.claims import ClaimView, interval_words


@dataclass(frozen=True, slots=True)
class Member:
    """A claim, assumption or opening as it stands on a card.

    `quote` is the sentence of a claim; `because` the reason of an assumption, `because_link` the
    claim it rests on.
    """

    name: str
    link: str
    kind: MemberKind
    says: str
    allows: str = ""
    quote: str = ""
    report: str = ""
    title: str = ""
    published: date | None = None
    is_retold: bool = False
    is_derived: bool = False
    chain: tuple[str, ...] = ()
    because: str = ""
    because_link: str = ""


def members_of(
    ledger: Ledger, system: System, *, views: Mapping[str, ClaimView]
) -> Mapping[str, Member]:
    """Make the card of every member of a system, by name."""
    allowed = {each.name: interval_words(each) for each in ledger.statements}
    reasons = {
        each.name: each.because for account in ledger.case.accounts for each in account.assumptions
    }
    return {
        group.name: _member(
            group,
            views.get(group.name),
            ledger=ledger,
            allows=allowed.get(group.name, ""),
            because=reasons.get(group.name, ""),
        )
        for group in system.groups
    }


def _member(
    group: Group, view: ClaimView | None, *, ledger: Ledger, allows: str, because: str
) -> Member:
    link = f"#{group_anchor(group)}"
    if view is None or group.kind is not MemberKind.CLAIM:
        is_claim = because in {each.id for each in ledger.case.claims}
        reason_link = f"#{claim_anchor(because)}" if is_claim else ""
        return Member(
            group.name,
            link,
            group.kind,
            group.says,
            allows,
            because=because,
            because_link=reason_link,
        )
    report = ledger.case.reports.get(view.claim.report)
    return Member(
        group.name,
        link,
        group.kind,
        group.says,
        allows,
        quote=" ".join(view.claim.quote.split()),
        report=view.claim.report,
        title=report.title if report else view.claim.report,
        published=view.published,
        is_retold=view.is_retold,
        is_derived=group.is_derived,
        chain=view.chain,
    )
