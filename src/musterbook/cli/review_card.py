"""A claim that waits for a decision goes in; what one must see to decide is printed."""

from typing import TYPE_CHECKING

from musterbook.cli.terminal import say

if TYPE_CHECKING:
    from musterbook.core.records import Case, Claim

AROUND = 90  # characters of the report shown on either side of a quote: a sentence or so


def says_of(claim: "Claim") -> str:
    """Give the sentence a claim is proposed with; empty where there is none."""
    return claim.says.text if claim.says else ""


def around_of(claim: "Claim", case: "Case") -> tuple[str, str]:
    """Give the words before and after a quote; nothing where it is not found."""
    report = case.reports.get(claim.report)
    if report is None or claim.at is None:
        return "", ""
    start, end = claim.at
    before = report.text[max(0, start - AROUND) : start]
    after = report.text[end : end + AROUND]
    if start > AROUND:
        before = before.partition(" ")[2]  # no word is shown in part
    if end + AROUND < len(report.text):
        after = after.rpartition(" ")[0]
    return " ".join(before.split()), " ".join(after.split())


def show_claim(claim: "Claim", around: tuple[str, str], progress: str) -> None:
    """Print a claim in its context, the sentence proposed for it, and how it was come by."""
    before, after = around
    say()
    say(f"{progress}   {claim.id}   {claim.report}", style="bold")
    if before:
        say(f"… {before}", indent=2, style="dim")
    say(f"“{' '.join(claim.quote.split())}”", indent=2)
    if after:
        say(f"{after} …", indent=2, style="dim")
    say(f"says   {says_of(claim) or 'no sentence yet: e writes one'}", indent=2, style="cyan")
    if claim.by:
        say(f"by     {' > '.join(claim.by)}", indent=2)
    if claim.note:
        say(f"note   {claim.note}", indent=2, hang=7, style="dim")
