"""The nouns of a case, as a person declared them: read this file first.

A name is qualified (`dprk.present`) everywhere inside the program; a Phrase keeps the words and
their place. The nouns of scenarios and hypotheses stand beside them, in `plans.py`. What a stage
makes of these nouns is defined in that stage's own package.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from musterbook.core.plans import HypothesisBoard, ScenarioPlan
from musterbook.core.problem import Phrase, Place
from musterbook.core.quantity import HedgeTable
from musterbook.core.when import Period, Step


class Status(StrEnum):
    """Whether the analyst has taken a claim in."""

    ACCEPTED = "accepted"
    PROPOSED = "proposed"
    REJECTED = "rejected"


class Stance(StrEnum):
    """Whether its speaker says the claim is so."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Stock:
    """A state that people can be in; `starts` is its opening (none means 0)."""

    name: str
    place: Place
    description: str = ""
    starts: Phrase | None = None
    opens: Phrase | None = None
    typical: Phrase | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flow:
    """People passing from one stock (or reservoir) to another during a step.

    `typical` is the usual flow in people per month, `changes` how fast that drifts (in words).
    """

    name: str
    source: str
    target: str
    place: Place
    description: str = ""
    typical: Phrase | None = None
    changes: Phrase | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A named expression a claim can be about; one reading or several, the first the default.

    A measure without alternatives has one reading whose name is empty. `bias_class` (losses,
    strength or movement) says which bias of a source it shares; None lets the program decide.
    """

    name: str
    readings: Mapping[str, Phrase]
    place: Place
    description: str = ""
    words: tuple[str, ...] = ()
    bias_class: str | None = None


@dataclass(frozen=True, slots=True)
class Assumption:
    """A sentence nobody reported, which the analyst adds; it stands in conflicts like a claim."""

    name: str
    says: Phrase
    account: str
    place: Place
    because: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number of the analyst's own, with its range (a 90 % interval) and its reason."""

    name: str
    value: Phrase
    place: Place
    description: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """How a flow runs in the future, as an expression."""

    target: str
    expression: Phrase
    account: str


@dataclass(frozen=True, slots=True)
class Account:
    """One group of people: its prefix (empty in a case of one account) and declarations."""

    name: str
    title: str
    place: Place
    stocks: tuple[Stock, ...] = ()
    outside: tuple[str, ...] = ()
    flows: tuple[Flow, ...] = ()
    measures: tuple[Measure, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Who says things, with the Admiralty's reliability A to F (F: cannot be judged).

    `retells` names the source whose words it passes on; `hedges` its own table, where it differs.
    """

    name: str
    title: str
    place: Place
    reliability: str = "F"
    interest: str = ""
    retells: str | None = None
    hedges: HedgeTable | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A document somebody published, and its text (offsets count code points of `text`).

    `marks` says from which offset on the text stands where in the file: `page 3` of a PDF.
    """

    name: str
    title: str
    publisher: str
    published: date
    place: Place
    url: str = ""
    retold: bool = False
    text: str = ""
    file: str = ""
    marks: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence of a report says about one measure.

    `by` is the chain of sources: each quotes the next, and the last is the origin. `account` is
    where bare names are looked up first. `at` is the quote's span in the report's text.
    """

    id: str
    report: str
    place: Place
    quote: str = ""
    account: str = ""
    says: Phrase | None = None
    by: tuple[str, ...] = ()
    at: tuple[int, int] | None = None
    status: Status = Status.ACCEPTED
    stance: Stance = Stance.ASSERTED
    credibility: int = 6
    set_aside: str = ""
    promoted: str = ""
    note: str = ""
    derived: tuple[str, ...] = ()
    repeats: str | None = None
    part_of: str | None = None
    denies: str | None = None
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A table whose rows are claims: the columns of date and value, and the sentence pattern.

    `take` is `all`, `last of month` (week, quarter, year) and so on; `stands` is `end of day` or
    `start of day`; `bound` a hedge word or the name of a column (`column NAME`).
    """

    report: str
    place: Place
    says: Phrase
    date_column: str
    value_column: str
    account: str = ""
    by: tuple[str, ...] = ()
    take: str = "all"
    stands: str = "end of day"
    bound: str = "exactly"
    credibility: int = 6


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a conflict stands: its members, each with what it said then (empty: not written)."""

    place: Place
    because: str
    members: Mapping[str, Phrase] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """All a folder declares. `digest` covers every file it was read from.

    `units` gives the people in each unit (`battalion`), `lexicon` the lines of its word tables.
    """

    title: str
    question: str
    window: Period
    step: Step = Step.MONTH
    as_of: date | None = None
    events: Mapping[str, Period] = field(default_factory=dict)
    hedges: HedgeTable = field(default_factory=HedgeTable)
    accounts: tuple[Account, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    reports: Mapping[str, Report] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    series: tuple[Series, ...] = ()
    plan: ScenarioPlan = field(default_factory=ScenarioPlan)
    board: HypothesisBoard = field(default_factory=HypothesisBoard)
    digest: str = ""
    units: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    lexicon: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    explained: tuple[Explanation, ...] = ()

    @property
    def today(self) -> date:
        """The date the case looks from: its as-of date, else the end of its window."""
        return self.as_of or self.window.end
