"""What went wrong with a model in, the problem to tell of it out; each code with its meaning."""

from collections.abc import Mapping
from types import MappingProxyType

from musterbook.claims.proposer.nouns import Rejection
from musterbook.claims.proposer.shown import shown
from musterbook.core.problem import Problem, Severity

MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "MB160": "a model cannot be asked: httpx is not installed, or the key cannot be sent",
        "MB161": "a model's server that cannot be reached",
        "MB162": "a model's server that does not answer in time",
        "MB163": "a model's server that refuses, or sends elsewhere",
        "MB164": "a reply that is not what such a server sends, or broke off",
        "MB165": "an answer of a model that is not of the form asked for",
        "MB166": "a proposal of a model that the text does not bear out",
        "MB167": "a text or an answer too long to take whole",
    }
)
LONG = 200  # characters of what came back in a message


def came_back(code: str, says: str, what: object, *, fix: str) -> Problem:
    """Tell of a reply that cannot be used, with its beginning."""
    return Problem(code, says, numbers=(("came back", shown(what, LONG) or "nothing"),), fix=fix)


def rejected(rejection: Rejection, model: str, report: str) -> Problem:
    """Tell why a proposal is not taken, and what the model said."""
    told = (("quote", rejection.quote), ("the model said", rejection.said), ("report", report))
    return Problem(
        "MB166",
        f"a proposal of {shown(model)} was rejected: {rejection.reason}",
        severity=Severity.WARNING,
        numbers=tuple((name, shown(words)) for name, words in told if words),
        fix="read the report there; if it does say so, write the claim by hand",
    )


def too_many(says: str, report: str, *, fix: str) -> Problem:
    """Tell what was left out because there was too much of it."""
    return Problem("MB167", says, None, Severity.WARNING, (("report", shown(report)),), fix)
