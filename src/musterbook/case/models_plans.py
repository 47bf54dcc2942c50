"""The mappings of scenarios.yaml and hypotheses.yaml go in, checked models come out."""

from typing import Any, ClassVar, Literal

from pydantic import ConfigDict, Field, model_validator
from pydantic import GetJsonSchemaHandler as SchemaHandler
from pydantic_core import CoreSchema

from musterbook.case.models import Entry, FileModel, Identifier, WordList, Words

Mark = Literal["CC", "C", "N", "I", "II", "NA"]


class ScenarioEntry(FileModel):
    """What changes, and from when; every other key is a flow or a parameter."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Words]
    start: Words | None = Field(None, alias="from", description="The date of the change.")

    @model_validator(mode="before")
    @classmethod
    def _nothing_changes(cls, data: object) -> object:
        return {} if data is None else data

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: SchemaHandler) -> Any:
        """Let the schema know that a scenario may change nothing."""
        return {"anyOf": [{"type": "null"}, handler(core)]}


class ScenariosFile(FileModel):
    """What to watch, until when, under which scenarios, and what is asked of them."""

    watch: WordList = Field([], description="Measures to follow.")
    until: Words | None = Field(None, description="The date scenarios run to.")
    scenarios: dict[str, ScenarioEntry] = Field({}, description="Each under a phrase.")
    questions: list[Words] = Field(
        [], description="probability that ru.coverage below 1 before 2026-09"
    )
    note: Words | None = Field(None, description="Anything worth remembering; never computed.")


class HypothesisEntry(Entry):
    """An explanation offered; its short form is its sentence."""

    described: Words = Field(alias="is", description="The explanation in one sentence.")
    expects: WordList = Field([], description="Sentences it would lead one to expect.")
    note: Words | None = Field(None, description="Anything worth remembering; never computed.")


class EvidenceEntry(FileModel):
    """A row of the matrix; every other key is a hypothesis with its mark."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Mark]
    claim: Identifier | None = Field(None, description="A claim's id.")
    scenario: Words | None = Field(
        None, description="A computed row: probability that … under SCENARIO."
    )
    why: dict[str, Words] = Field({}, description="The reason of a mark, by hypothesis.")
    note: Words | None = Field(None, description="Anything worth remembering; never computed.")


class HypothesesFile(FileModel):
    """A question, the explanations offered, and what weighs for and against each."""

    MARKS: ClassVar[tuple[str, ...]] = ("CC", "C", "N", "I", "II", "NA")
    question: Words = Field("", description="What is to be explained.")
    hypotheses: dict[str, HypothesisEntry] = Field({}, description="Explanations.")
    evidence: list[EvidenceEntry] = Field([], description="The rows of the matrix.")
    note: Words | None = Field(None, description="Anything worth remembering; never computed.")
