"""Names of claims, members and measures go in; the anchors they have on every page come out."""

import re

from musterbook.account.system import Group, MemberKind

_NOT_PLAIN = re.compile(r"[^a-z0-9._]+")
_KINDS = {
    MemberKind.ASSUMPTION: "assumption",
    MemberKind.OPENING: "opening",
    MemberKind.PART: "part",
}


def slug(name: str) -> str:
    """Write a name as an anchor can hold it: small letters, digits, dots, dashes and underlines.

    A name with a character of another alphabet keeps apart from others by its code points.
    """
    lowered = name.lower()
    made = _NOT_PLAIN.sub("-", lowered).strip("-")
    if lowered.isascii():
        return made
    return "-".join((made, *(f"{ord(each):x}" for each in lowered if not each.isascii())))


def claim_anchor(claim: str) -> str:
    """Name a claim's card; ids are one word already and are kept as they are."""
    return f"claim-{claim}"


def sentence_anchor(claim: str) -> str:
    """Name the place of a claim's sentence in its report."""
    return f"at-{claim}"


def report_anchor(report: str) -> str:
    """Name a report's text."""
    return f"report-{slug(report)}"


def source_anchor(source: str) -> str:
    """Name a source's row."""
    return f"source-{slug(source)}"


def measure_anchor(measure: str) -> str:
    """Name a measure's chart or row."""
    return f"measure-{slug(measure)}"


def scenario_anchor(scenario: str) -> str:
    """Name a scenario's row of assumptions."""
    return f"scenario-{slug(scenario)}"


def hypothesis_anchor(name: str) -> str:
    """Name a hypothesis's card."""
    return f"hypothesis-{slug(name)}"


def group_anchor(group: Group) -> str:
    """Name the card of a member of a conflict: a claim's, an assumption's or an opening's."""
    if group.kind is MemberKind.CLAIM:
        return claim_anchor(group.name)
    return f"{_KINDS[group.kind]}-{slug(group.name)}"
