"""What somebody wants changed in a case's files, as values; save.py carries them out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from musterbook.case.nodes import Key
from musterbook.core.records import Claim, Stance, Status

FieldValue: TypeAlias = str | int | tuple[int, int]
NEW_CLAIM_ORDER = (
    "id",
    "quote",
    "at",
    "says",
    "by",
    "status",
    "stance",
    "credibility",
    "set_aside",
    "promoted",
    "derived",
    "repeats",
    "part_of",
    "denies",
    "supersedes",
    "note",
)


@dataclass(frozen=True, slots=True)
class SetField:
    """Give a claim's field a value; None takes the field away."""

    file: str
    claim: str
    field: str
    value: FieldValue | None


@dataclass(frozen=True, slots=True)
class AddClaims:
    """Append claims to claims/NAME.yaml, which is made if it is not there."""

    file: str
    claims: tuple[Mapping[str, FieldValue], ...]
    header: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveClaim:
    """Take a claim away."""

    file: str
    claim: str


@dataclass(frozen=True, slots=True)
class SetValue:
    """Give the value at a path of any case file; None takes it away. The path must be there."""

    file: str
    path: tuple[Key, ...]
    value: FieldValue | None


@dataclass(frozen=True, slots=True)
class NewFile:
    """Put a file in that is not there yet."""

    file: str
    data: bytes


@dataclass(frozen=True, slots=True)
class NewText:
    """Replace the whole text of a file that is there: a formatted one, or one edited by hand."""

    file: str
    text: str


Edit: TypeAlias = SetField | AddClaims | RemoveClaim | SetValue | NewFile | NewText


def fields_of(claim: Claim, by: tuple[str, ...] = ()) -> dict[str, FieldValue]:
    """Give a claim as the fields of its entry, in canonical order, unwritten defaults left out.

    `by` is the default chain of the file it goes into.
    """
    fields: dict[str, FieldValue | None] = {
        "quote": claim.quote or None,
        "at": claim.at,
        "says": claim.says.text if claim.says else None,
        "by": " > ".join(claim.by) if claim.by and claim.by != by else None,
        "status": None if claim.status is Status.ACCEPTED else str(claim.status),
        "stance": None if claim.stance is Stance.ASSERTED else str(claim.stance),
        "credibility": None if claim.credibility == UNJUDGED else claim.credibility,
        "set_aside": claim.set_aside or None,
        "promoted": claim.promoted or None,
        "derived": " + ".join(claim.derived) or None,
        "repeats": claim.repeats,
        "part_of": claim.part_of,
        "denies": claim.denies,
        "supersedes": claim.supersedes,
        "note": claim.note or None,
    }
    return {"id": claim.id, **{key: value for key, value in fields.items() if value is not None}}


UNJUDGED = 6  # the Admiralty scale's "cannot be judged", which is the default
