"""The mapping of an account's file goes in, a checked model comes out."""

from typing import ClassVar, Literal

from pydantic import Field

from musterbook.case.models import Entry, FileModel, Name, WordList, Words

WORDS = "The words reports use for it, by which extraction knows it."
CHANGES = "How fast it drifts: slowly, fast, or a number of people per month."


class StockEntry(Entry):
    """A state that people can be in; its short form is its description."""

    MAY_BE_EMPTY: ClassVar[bool] = True
    described: Words = Field("", alias="is", description="What state these people are in.")
    starts: Words | None = Field(
        None, description="How many at the opening: 500 000 to 650 000. Unwritten means 0."
    )
    opens: Words | None = Field(None, description="When it opens, if not with the window.")
    typical: Words | None = Field(None, description="Its usual size, in people.")
    words: WordList = Field([], description=WORDS)
    note: Words | None = Field(None, description="Anything worth remembering; never computed.")


class FlowEntry(Entry):
    """A way from here to there; its short form is `FROM -> TO`."""

    path: Words = Field(alias="is", description="From where to where: home -> present.")
    typical: Words | None = Field(
        None,
        description="Its usual size, in people per month, or a range for nine in ten.",
    )
    changes: Words | None = Field(None, description=CHANGES)
    words: WordList = Field([], description=WORDS)
    note: Words | None = Field(None, description="What it is; never computed.")


class MeasureEntry(Entry):
    """A named expression, or several readings of one name; its short form is the expression."""

    expression: Words | None = Field(
        None, alias="is", description="The expression: present + wounded, total kill."
    )
    readings: dict[str, Words] | None = Field(
        None, description="What the name may mean, each with its expression; the first is default."
    )
    words: WordList = Field([], description=WORDS)
    bias: Literal["losses", "strength", "movement"] | None = Field(
        None, alias="class", description="Which bias of a source it shares."
    )
    note: Words | None = Field(None, description="What it is; never computed.")


class AssumptionEntry(Entry):
    """A sentence nobody reported; its short form is the sentence."""

    SHORT: ClassVar[str] = "says"
    says: Words = Field(description="The sentence: leave at most 50 per week since 2025-03.")
    because: Words = Field("", description="Why: a claim's id, or words.")
    note: Words | None = Field(None, description="Anything worth remembering; never computed.")


class ParameterEntry(Entry):
    """A number of the analyst's own; its short form is the value."""

    SHORT: ClassVar[str] = "value"
    described: Words = Field("", alias="is", description="What it is.")
    value: Words = Field(description="A number, or a range (a 90 % interval).")
    because: Words = Field("", description="Where the number comes from.")
    note: Words | None = Field(None, description="Anything worth remembering; never computed.")


class RuleEntry(Entry):
    """How a flow runs in the future; its short form is the expression."""

    expression: Words = Field(alias="is", description="present * rate(kill, last 6 months)")
    because: Words = Field("", description="Why.")
    note: Words | None = Field(None, description="Anything worth remembering; never computed.")


class AccountFile(FileModel):
    """One group of people: the states they are in and the ways between them."""

    account: Words = Field("", description="The group in a few words.")
    stocks: dict[Name, StockEntry] = Field(description="The states that people can be in.")
    outside: list[Name] = Field([], description="Reservoirs nobody counts.")
    flows: dict[Name, FlowEntry] = Field({}, description="Ways from one stock to another.")
    measures: dict[Name, MeasureEntry] = Field(
        {}, description="Named expressions a claim can be about."
    )
    parameters: dict[Name, ParameterEntry] = Field(
        {}, description="Numbers of the analyst's own, for rules and scenarios."
    )
    assumptions: dict[str, AssumptionEntry] = Field(
        {}, description="Sentences nobody reported, each under a phrase that names it."
    )
    rules: dict[Name, RuleEntry] = Field({}, description="How flows run in scenarios.")
    note: Words | None = Field(None, description="Anything worth remembering; never computed.")
