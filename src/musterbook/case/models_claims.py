"""The mapping of a claims file goes in, a checked model comes out."""

from typing import Annotated, Literal

from pydantic import Field

from musterbook.case.models import Chain, FileModel, Identifier, Name, Words

Position = Annotated[int, Field(ge=0)]


class ClaimEntry(FileModel):
    """What one sentence of the report says about one measure."""

    id: Identifier = Field(description="A short name, one in the whole case.")
    quote: Words = Field("", description="The report's own words, exactly.")
    at: tuple[Position, Position] | None = Field(
        None, description="Where the quote stands in the text; `muster fmt` fills it."
    )
    says: Words | None = Field(
        None, description="The sentence: remaining about 11 000 on 2026-02-16."
    )
    account: Name | None = Field(None, description="Where its names are looked up first.")
    by: Chain | None = Field(
        None,
        description="Who says so. In `oboz > nis` Oboz quotes the NIS, which is the origin.",
    )
    status: Literal["accepted", "proposed", "rejected"] = Field(
        "accepted", description="Whether the analyst has taken it in."
    )
    stance: Literal["asserted", "planned", "hypothetical", "denied"] = Field(
        "asserted", description="Whether its speaker says it is so."
    )
    credibility: Annotated[int, Field(ge=1, le=6)] = Field(
        6, description="Admiralty scale, of this claim; 6 means it cannot be judged."
    )
    set_aside: Words = Field("", description="Why it stays in view but out of the rows.")
    promoted: Words = Field("", description="Why a mutation counts after all.")
    derived: Words | None = Field(None, description="The claims it adds up: casualties + remain.")
    repeats: Identifier | None = Field(None, description="The claim it repeats.")
    part_of: Identifier | None = Field(None, description="The claim it is a part of.")
    denies: Identifier | None = Field(None, description="The claim it denies.")
    supersedes: Identifier | None = Field(None, description="The claim it replaces.")
    note: Words = Field("", description="Anything worth remembering; never computed.")


class TableEntry(FileModel):
    """How the rows of a table become claims."""

    date: Words = Field(description="The column of dates.")
    value: Words = Field(description="The column of numbers.")
    take: Literal["all", "last of week", "last of month", "last of quarter", "last of year"] = (
        Field("all", description="Which rows count.")
    )
    stands: Literal["start of day", "end of day"] = Field(
        "end of day", description="Whether a row speaks of the start or the end of its day."
    )
    bound: Words = Field("exactly", description="A hedge word, or `column NAME`.")


class ClaimsFile(FileModel):
    """The claims of one report."""

    report: Identifier | None = Field(None, description="The report; unwritten, the file's name.")
    account: Name | None = Field(None, description="Where names are looked up first.")
    by: Chain | None = Field(None, description="The default chain: oboz > nis.")
    credibility: Annotated[int, Field(ge=1, le=6)] | None = Field(
        None, description="Of every claim here that names none of its own."
    )
    claims: list[ClaimEntry] = Field([], description="In the order of the text.")
    table: TableEntry | None = Field(None, description="For a table: the columns to read.")
    says: Words | None = Field(
        None, description="For a table: the sentence of a row, with {value} and {date}."
    )
    note: Words | None = Field(None, description="Anything worth remembering; never computed.")
