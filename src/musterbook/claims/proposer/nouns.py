"""Nothing in, the nouns of proposing out: a model that can be asked, what it says, what is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from musterbook.claims.claim import ExtractedClaim
from musterbook.core.problem import Problem

Json: TypeAlias = dict[str, Any]
# A request's JSON in; the reply's bytes out, or what kept it from coming.
Ask: TypeAlias = Callable[[Json], bytes | Problem]


@dataclass(frozen=True, slots=True)
class Model:
    """A language model: its name, and the way to ask it (the only door to the world outside)."""

    name: str
    ask: Ask


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text that one request holds, as `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a model says of one head count, in the right shape and otherwise unproven."""

    quote: str
    low: float | None
    high: float | None
    bound: str
    unit: str
    counted: str
    kind: str
    per: str | None
    time: str | None
    by: tuple[str, ...]
    stance: str


@dataclass(frozen=True, slots=True)
class Rejection:
    """A proposal that is not taken: why not, and the model's words, fit to be shown."""

    reason: str
    quote: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Proven:
    """A claim the text bears out, and where its number stands, bound words included."""

    claim: ExtractedClaim
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """The claims of a text, by rules and model together, and what went wrong on the way."""

    claims: tuple[ExtractedClaim, ...]
    problems: tuple[Problem, ...] = ()
