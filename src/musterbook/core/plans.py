"""The nouns of what-if and of why, as a person declared them: scenarios, hypotheses, evidence."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from musterbook.core.problem import Phrase, Place


@dataclass(frozen=True, slots=True)
class Scenario:
    """What-if: from a date on, changes of flows or parameters, each as written."""

    name: str
    place: Place
    start: Phrase | None = None
    changes: Mapping[str, Phrase] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ScenarioPlan:
    """Which measures to watch, until when, under which scenarios, and what is asked of them."""

    watch: tuple[Phrase, ...] = ()
    until: Phrase | None = None
    scenarios: tuple[Scenario, ...] = ()
    questions: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """An explanation offered, and the sentences it would lead one to expect of the account."""

    name: str
    description: str
    place: Place
    expects: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A row of the matrix: a claim's id, or a scenario question; the marks CC C N I II NA."""

    place: Place
    claim: str | None = None
    scenario: Phrase | None = None
    marks: Mapping[str, str] = field(default_factory=dict)
    why: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HypothesisBoard:
    """A question, the explanations offered for it, and the evidence that weighs them."""

    question: str = ""
    hypotheses: tuple[Hypothesis, ...] = ()
    evidence: tuple[Evidence, ...] = ()
