"""The rules' claims and a model's proven ones in, one list out, in order of place.

Where both read one number, the rules' claim stays, and its rule says whether the model agrees.
"""

from collections.abc import Sequence
from dataclasses import replace

from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.proposer.nouns import Proven


def merged(
    rules: Sequence[ExtractedClaim], proven: Sequence[Proven], model: str
) -> tuple[ExtractedClaim, ...]:
    """Put both lists together; no number is claimed twice."""
    echoes = [_echo(claim, proven) for claim in rules]
    kept = [_remarked(claim, echo, model) for claim, echo in zip(rules, echoes, strict=True)]
    new = [each.claim for each in proven if each not in echoes]
    return tuple(sorted((*kept, *new), key=_place))


def _place(claim: ExtractedClaim) -> tuple[int, int]:
    return claim.start, claim.end


def _echo(claim: ExtractedClaim, proven: Sequence[Proven]) -> Proven | None:
    """Find what the model made of the number of a rules' claim."""
    at = claim.quote.find(claim.surface)
    start = claim.start + max(at, 0)
    end = start + len(claim.surface) if at >= 0 else claim.end
    same = (
        each
        for each in proven
        if (each.claim.low, each.claim.high) == (claim.low, claim.high)
        and each.start < end
        and start < each.end
    )
    return next(same, None)


def _remarked(claim: ExtractedClaim, echo: Proven | None, model: str) -> ExtractedClaim:
    """Note at a rules' claim that the model agrees, or how else it reads the number."""
    if echo is None:
        return claim
    pairs = (
        (echo.claim.kind, claim.kind),
        (echo.claim.counted, claim.counted),
        (echo.claim.stance, claim.stance),
    )
    others = [theirs for theirs, ours in pairs if theirs != ours]
    remark = f"llm:{model} reads {', '.join(others)}" if others else f"llm:{model} agrees"
    return replace(claim, rule=f"{claim.rule};{remark}")
