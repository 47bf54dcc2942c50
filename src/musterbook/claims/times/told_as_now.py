"""A number's place in its sentence in, whether its own clause tells it in the present out."""

import re
from typing import Final

_REACH: Final = 72  # characters behind a number in which its verb stands
_PAST_FORMS: Final = (
    r"(?:[a-z]+ed|been|had|fled|left|lost|sent|taken|come|gone|held|put|made|found|set|built"
    r"|brought|given|seen|kept|won|fallen|begun|grown|risen|driven)\b"
)
# Is home to, holds, are living: so it is now. Has fled, was, were: so it was.
PRESENT: Final = re.compile(
    r"\b(?:(?:is|are)(?! to\b)|remains?|holds?|hosts?|houses|shelters?|numbers?|lives?"
    r"|commands?|employs?|stands?|serves?|keeps?|contains?|includes?|claims|boasts|musters|wants?|needs?"
    rf"|(?:has|have)(?! (?:[a-z]+ly )?{_PAST_FORMS}))\b"
)
# So once, or not yet, or only perhaps.
_NOT_NOW: Final = re.compile(
    rf"\b(?:was|were|had|did|could|would|will|shall|may|might|once|used to"
    rf"|(?:has|have) (?:[a-z]+ly )?{_PAST_FORMS})"
)
_PERFECT: Final = re.compile(rf"(?<!may )(?<!might )\b(?:has|have) (?:[a-z]+ly )?{_PAST_FORMS}")
_EDGE: Final = re.compile(
    r"[,;()]|\s[-–—]+\s"
    r"|\b(?:and|but|while|whereas|who|whom|which|where|when|after|since|because|as|that)\b"
)


def is_told_as_now(folded: str, span: tuple[int, int], number: tuple[int, int]) -> bool:
    """Say whether the verb beside a number is a present: 52 died on Sunday and 300 are missing.

    `span` is where to look, `number` where the number and its noun begin and end.
    """
    words = _words_of_clause(folded, span, number)
    return PRESENT.search(words) is not None and _NOT_NOW.search(words) is None


def is_told_up_to_now(folded: str, span: tuple[int, int], number: tuple[int, int]) -> bool:
    """Say whether the verb beside a number is a perfect: 52 died in May and 300 have fled."""
    return _PERFECT.search(_words_of_clause(folded, span, number)) is not None


def _words_of_clause(folded: str, span: tuple[int, int], number: tuple[int, int]) -> str:
    (left, right), (start, end) = span, number
    for edge in _EDGE.finditer(folded, left, start):
        left = edge.end()
    right = min(right, end + _REACH)
    stop = _EDGE.search(folded, end, right)
    return folded[left : stop.start() if stop else right]
