"""The mapping of case.yaml goes in, a checked model comes out."""

from typing import Literal

from pydantic import Field

from musterbook.case.models import FileModel, Name, Words


class ExplainedEntry(FileModel):
    """A conflict the analyst has explained; `muster conflicts --explain` writes it."""

    conflict: dict[str, Words | None] = Field(
        description="Its members, each with what it said when it was explained."
    )
    because: Words = Field(description="The explanation.")


class CaseFile(FileModel):
    """What the case is about: its window, its step, its named events and its hedges."""

    title: Words = Field(description="The case in a few words.")
    question: Words = Field("", description="What the case is to answer.")
    window: Words = Field(description="DATE to DATE, both included: 2024-10 to 2026-02.")
    step: Literal["day", "week", "month", "quarter", "year"] = Field(
        "month", description="How long one step of the account is."
    )
    as_of: Words | None = Field(
        None, alias="as-of", description="Use what had been said by this date."
    )
    events: dict[str, Words] = Field(
        {}, description="Named dates: the war began: 2022-02-24. Sentences use them in quotes."
    )
    hedges: dict[str, Words] = Field(
        {}, description="What hedge words mean here: about: 10 %, dozens: 12 to 120, vague: acled."
    )
    units: dict[Name, Words] = Field(
        {}, description="Units of people: battalion: 300 to 800 people."
    )
    explained: list[ExplainedEntry] = Field(
        [], description="Conflicts that stand and are explained; they are shown as such."
    )
    note: Words | None = Field(None, description="Anything worth remembering; never computed.")
