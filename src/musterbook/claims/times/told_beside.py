"""A time and a number of one sentence in, whether the time is of what is only told beside out."""

import re

from musterbook.claims.times.time_expression import TimeExpression

_VERB = r"(?:(?!killed)[a-z]+ed|held|built|taken|lost|won|found|seized)"
# In Tolo, which fell in 1987; a town that was rebuilt in 1987; the army, driven out in 1987.
_SET_APART = re.compile(
    r",\s(?:(?:in|at|of|by|near|to|from|under) )?(?:which|who|whom|whose|where)\b[^,;:]*$"
    r"|,\s(?:an?|the|its|once|formerly|long|now) [^,;:]*"
    rf"\b(?:which|that|who|where|{_VERB})\b[^,;:]*$"
    rf"|,\s{_VERB} [^,;:]*$"
)
# After talks begun in March failed, 12 died on Friday.
_AT_THE_HEAD = re.compile(
    r"\W*(?:after|because|since|although|though|while|when|once|as|before|until|if|following)\b"
    r"[^,;:]*$"
)


def is_told_beside(folded: str, time: TimeExpression, span: tuple[int, int, int]) -> bool:
    """Say whether a time stands in a clause set apart by commas that the number is not in.

    `span` is where the sentence begins and where the number begins and ends. At the head of a
    sentence such a clause needs a word that makes it one: after, because, when.
    """
    sentence, start, end = span
    if start > time.end and "," not in folded[time.end : start]:
        return False
    comma = folded.rfind(",", sentence, time.start)
    if comma < 0:
        return start > time.end and bool(_AT_THE_HEAD.fullmatch(folded, sentence, time.start))
    if start <= comma + 1 <= end + 1 or (start > comma and end < time.start):
        return False
    return bool(_SET_APART.match(folded, comma, time.start))
