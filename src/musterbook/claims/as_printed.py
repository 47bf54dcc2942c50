"""A claim read from a folded text in, the same claim in the words and places of the text given out.

What is a copy of the text, its quote and its number, is as printed; what describes the claim (who,
where, when) keeps the folded words, so that one name is one name however its line broke.
"""

from dataclasses import replace

from musterbook.claims.claim import ExtractedClaim
from musterbook.reports.offsets import NormalText


def as_printed(claim: ExtractedClaim, text: str, reading: NormalText) -> ExtractedClaim:
    """Move a claim to where it stands in the text that was folded: `text[start:end] == quote`."""
    if reading.text == text:
        return claim
    start, end = reading.original(claim.start, claim.end)
    at = _nearest(reading.text, claim)
    surface = claim.surface
    if at >= 0:
        first, last = reading.original(at, at + len(surface))
        surface = text[first:last]
    return replace(claim, quote=text[start:end], start=start, end=end, surface=surface)


def _nearest(folded: str, claim: ExtractedClaim) -> int:
    """Find the number's words: in the quote, else just before it, where bound words may stand."""
    inside = folded.find(claim.surface, claim.start, claim.end)
    if inside >= 0:
        return inside
    return folded.find(claim.surface, max(0, claim.start - len(claim.surface)))
