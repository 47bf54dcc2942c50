"""The kinds of case file: a kind goes in, its model and its place in the folder come out."""

from enum import StrEnum

from pydantic import BaseModel

from musterbook.case.models_account import AccountFile
from musterbook.case.models_case import CaseFile
from musterbook.case.models_claims import ClaimsFile
from musterbook.case.models_papers import ReportFile, SourcesFile
from musterbook.case.models_plans import HypothesesFile, ScenariosFile


class FileKind(StrEnum):
    """What a YAML file of a case declares."""

    CASE = "case"
    ACCOUNT = "account"
    SOURCES = "sources"
    REPORT = "report"
    CLAIMS = "claims"
    SCENARIOS = "scenarios"
    HYPOTHESES = "hypotheses"


MODELS: dict[FileKind, type[BaseModel]] = {
    FileKind.CASE: CaseFile,
    FileKind.ACCOUNT: AccountFile,
    FileKind.SOURCES: SourcesFile,
    FileKind.REPORT: ReportFile,
    FileKind.CLAIMS: ClaimsFile,
    FileKind.SCENARIOS: ScenariosFile,
    FileKind.HYPOTHESES: HypothesesFile,
}
_SINGLE = {
    "case.yaml": FileKind.CASE,
    "account.yaml": FileKind.ACCOUNT,
    "sources.yaml": FileKind.SOURCES,
    "scenarios.yaml": FileKind.SCENARIOS,
    "hypotheses.yaml": FileKind.HYPOTHESES,
}
_FOLDERS = {
    "accounts": FileKind.ACCOUNT,
    "reports": FileKind.REPORT,
    "claims": FileKind.CLAIMS,
}


def kind_of(file: str) -> FileKind | None:
    """Give the kind of a file by its path relative to the case, or None."""
    folder, slash, name = file.rpartition("/")
    if not slash:
        return _SINGLE.get(name)
    return _FOLDERS.get(folder) if name.endswith(".yaml") else None
