"""Scores and probabilities in, the words for them out; likelihood and confidence never mixed."""

from musterbook.hypotheses.results import HypothesisScore, Mark, WeighReport
from musterbook.scenarios.likelihood import likelihood_words

__all__ = ["likelihood_words", "mark_words", "order_words"]

MARKS = {
    Mark.VERY_CONSISTENT: "fits it very well",
    Mark.CONSISTENT: "fits it",
    Mark.NEUTRAL: "says nothing for or against it",
    Mark.INCONSISTENT: "speaks against it",
    Mark.VERY_INCONSISTENT: "speaks strongly against it",
    Mark.NOT_APPLICABLE: "does not apply to it",
}


def mark_words(mark: Mark) -> str:
    """Say what a mark means."""
    return MARKS[mark]


def order_words(report: WeighReport) -> str:
    """Say in a sentence or two which explanation the evidence contradicts least, and by what."""
    leading = [each for each in report.hypotheses if each.rank == 1]
    if not leading or all(each.not_counted for each in report.evidence):
        return "There is no evidence to weigh."
    others = [each for each in report.hypotheses if each.rank > 1]
    names = " and ".join(f"“{each.description or each.name}”" for each in leading)
    least = "are contradicted least, alike" if len(leading) > 1 else "is contradicted least"
    said = f"{names} {least} ({_against(leading[0])})."
    return (
        f"{said} Next comes “{others[0].description or others[0].name}” ({_against(others[0])})."
        if others
        else said
    )


def _against(score: HypothesisScore) -> str:
    return f"{score.against:g} against" if score.against else "nothing against"
