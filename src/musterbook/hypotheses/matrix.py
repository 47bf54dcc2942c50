"""A board of hypotheses and what was computed for it in; the rows of its matrix out.

What becomes of a question's probability: the analyst's marks are for the case that it comes true.
Where that is very likely they stand; where it is likely they are softened by one degree; about
even odds say nothing. Below that the marks are turned round (what is expected and does not come
speaks against), softened where it is unlikely, in full where it is very unlikely. The bands are
those of `likelihood_words`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from musterbook.core.plans import Evidence, Hypothesis, HypothesisBoard
from musterbook.core.problem import Problem
from musterbook.hypotheses.results import EvidenceRow, Mark, RowKind
from musterbook.scenarios.likelihood import likelihood_words

Conflicts = Sequence[Sequence[str]]
VALUES = {
    Mark.VERY_CONSISTENT: 2.0,
    Mark.CONSISTENT: 1.0,
    Mark.NEUTRAL: 0.0,
    Mark.INCONSISTENT: -1.0,
    Mark.VERY_INCONSISTENT: -2.0,
}
# From this share on the band holds: very likely, likely, even odds, unlikely.
FULL, SOFT, EVEN, TURNED_SOFT = 0.80, 0.55, 0.45, 0.20


def read_rows(
    board: HypothesisBoard,
    *,
    origins: Mapping[str, Sequence[str]],
    probabilities: Mapping[str, float],
    expectations: Mapping[str, Conflicts],
) -> tuple[tuple[EvidenceRow, ...], tuple[Problem, ...]]:
    """Make a row of every piece of evidence, and of every conflict a hypothesis runs into."""
    rows: list[EvidenceRow] = []
    problems: list[Problem] = []
    for evidence in board.evidence:
        if evidence.claim is not None:
            rows.append(_claim_row(board, evidence, claim=evidence.claim, origins=origins))
        elif evidence.scenario is not None:
            probability = probabilities.get(evidence.scenario.text)
            if probability is None:
                problems.append(_unanswered(evidence))
            else:
                rows.append(_scenario_row(board, evidence, probability=probability))
    rows += _expected_rows(board, origins=origins, expectations=expectations)
    return tuple(rows), tuple(problems)


def _row(
    board: HypothesisBoard,
    evidence: Evidence,
    *,
    name: str,
    kind: RowKind,
    marks: Mapping[str, Mark],
) -> EvidenceRow:
    ratings = {each.name: marks.get(each.name, Mark.NOT_APPLICABLE) for each in board.hypotheses}
    return EvidenceRow(
        row=name,
        kind=kind,
        ratings=ratings,
        counts={each: VALUES[mark] for each, mark in ratings.items() if mark in VALUES},
        place=evidence.place,
        members=(name,),
        why=dict(evidence.why),
    )


def _marks(evidence: Evidence) -> dict[str, Mark]:
    known = {mark.value for mark in Mark}
    return {name: Mark(mark) for name, mark in evidence.marks.items() if mark in known}


def _claim_row(
    board: HypothesisBoard,
    evidence: Evidence,
    *,
    claim: str,
    origins: Mapping[str, Sequence[str]],
) -> EvidenceRow:
    chain = origins.get(claim, ())
    row = _row(board, evidence, name=claim, kind=RowKind.CLAIM, marks=_marks(evidence))
    return replace(row, origins=tuple(chain[-1:]))


def _scenario_row(board: HypothesisBoard, evidence: Evidence, *, probability: float) -> EvidenceRow:
    ask = evidence.scenario.text if evidence.scenario else ""
    marks = {name: moved(mark, probability) for name, mark in _marks(evidence).items()}
    row = _row(board, evidence, name=ask, kind=RowKind.SCENARIO, marks=marks)
    note = f"is {likelihood_words(probability)} ({probability:.0%})"
    return replace(row, probability=probability, note=note)


def moved(mark: Mark, probability: float) -> Mark:
    """Turn a mark given for the case that a thing comes true into one for its probability."""
    if mark is Mark.NOT_APPLICABLE:
        return mark
    value = VALUES[mark]
    if probability < EVEN:
        value = -value
    if EVEN <= probability < SOFT:
        value = 0.0
    elif TURNED_SOFT <= probability < FULL:
        value /= 2
    degrees = int(value) if abs(value) >= 1 else 0
    return next(each for each, worth in VALUES.items() if worth == degrees)


def _unanswered(evidence: Evidence) -> Problem:
    asked = evidence.scenario.text if evidence.scenario else ""
    says = f"`{asked}` has no answer, so its row is left out"
    return Problem("MB450", says, evidence.place, fix="see what `muster run` says of the question")


def _expected_rows(
    board: HypothesisBoard,
    *,
    origins: Mapping[str, Sequence[str]],
    expectations: Mapping[str, Conflicts],
) -> Iterator[EvidenceRow]:
    for hypothesis in board.hypotheses:
        broken = [
            tuple(conflict)
            for conflict in expectations.get(hypothesis.name, ())
            if any(_is_expected(member, hypothesis) for member in conflict)
        ]
        if broken:
            yield _expected_row(board, hypothesis, conflict=min(broken, key=len), origins=origins)


def _is_expected(member: str, hypothesis: Hypothesis) -> bool:
    return any(phrase.text in member for phrase in hypothesis.expects)


def _expected_row(
    board: HypothesisBoard,
    hypothesis: Hypothesis,
    *,
    conflict: tuple[str, ...],
    origins: Mapping[str, Sequence[str]],
) -> EvidenceRow:
    """Mark a hypothesis whose expectation cannot be true together with what is claimed.

    Strongly where claims stand against it, weakly where only the analyst's assumptions do. The
    account says nothing of the other hypotheses.
    """
    against = tuple(each for each in conflict if not _is_expected(each, hypothesis))
    claims = tuple(each for each in against if each in origins)
    sources = dict.fromkeys(origins[each][-1] for each in claims if origins[each])
    mark = Mark.VERY_INCONSISTENT if claims else Mark.INCONSISTENT
    ratings = {each.name: Mark.NEUTRAL for each in board.hypotheses} | {hypothesis.name: mark}
    expected = "; ".join(each.text for each in hypothesis.expects)
    return EvidenceRow(
        row=f"{hypothesis.name} expects: {expected}",
        kind=RowKind.EXPECTS,
        ratings=ratings,
        counts={name: VALUES[each] for name, each in ratings.items()},
        place=hypothesis.place,
        origins=tuple(sources),
        members=claims,
        note=f"cannot be true together with {', '.join(against)}",
    )
