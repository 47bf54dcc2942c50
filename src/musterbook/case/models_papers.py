"""The mappings of sources.yaml and of a report's NAME.yaml go in, checked models come out."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, RootModel, StringConstraints

from musterbook.case.models import Entry, FileModel, Identifier, Words


class SourceEntry(Entry):
    """Somebody who says things; the short form is the name."""

    SHORT: ClassVar[str] = "name"
    MAY_BE_EMPTY: ClassVar[bool] = True
    name: Words = Field("", description="The source's name in full.")
    reliability: Literal["A", "B", "C", "D", "E", "F"] = Field(
        "F", description="Admiralty scale; F, the default, means it cannot be judged."
    )
    interest: Words = Field("", description="What it might gain: overstates losses.")
    retells: Identifier | None = Field(None, description="The source it passes on.")
    hedges: dict[str, Words] = Field({}, description="What hedge words mean in its mouth.")
    url: Words | None = Field(None, description="Where it publishes.")
    note: Words | None = Field(None, description="Anything worth remembering; never computed.")


class SourcesFile(RootModel[dict[Identifier, SourceEntry]]):
    """Who says things, each under a short name."""


Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class ReportFile(FileModel):
    """What is known of a report beside its text."""

    title: Words = Field(description="The report's headline.")
    publisher: Identifier = Field(description="A source of sources.yaml.")
    published: Words = Field(description="When it was said: 2025-09-02.")
    url: Words = Field("", description="Where it stands.")
    sha256: Digest | None = Field(None, description="Digest of the file; `muster fmt` fills it.")
    retold: bool = Field(
        default=False, description="True when the text is our own retelling of the report."
    )
    licence: Words | None = Field(None, description="Under what terms it may be kept here.")
    note: Words | None = Field(None, description="Anything worth remembering; never computed.")
