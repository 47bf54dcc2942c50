"""A time and a number's place in a sentence in, whether the time is of other words out."""

import re

from musterbook.claims.number_words import WORDS
from musterbook.claims.times.chosen_time import Reach
from musterbook.claims.times.time_expression import TimeExpression

_SET_AGAINST = re.compile(
    r"\b(?:down from|up from|compared (?:with|to)|(?:(?<=, )|(?<=as ))against|versus|from)"
    r"\s*(?:the\s*)?$"
)
# Were on strike on Friday, up from 6,500 a day earlier: that is of the 6,500.
_THAN_THEN = re.compile(r"\b(?:(?:up|down) from|compared (?:with|to))\b[^;,]*$")
_NEXT_CLAUSE = re.compile(
    r",\s(?:but|while|whereas|against|compared|(?:about |roughly )?as many|bringing|raising|taking"
    r"|pushing"
    r"|twice|half(?! of (?:them|whom|those))|double|(?:three|four|five|ten) times)\b"
    r"|,? and (?:later |then |soon )?[a-z]+ed (?:them|him|her|all of them)\b"
)
# Their own verb, then what others will do.
_WILL = re.compile(
    r"\s+(?:have|has|had|were|was|are|is)\b[^;]*?\b(?:will|would|(?:is|are) (?:to|due))\b"
)
# Six have been arrested, and four of them were brought before a judge on Wednesday.
_HAVE_AND_WERE = re.compile(
    r"\s+(?:have|has)\b[^;.]*?,\s(?:and|but)\s(?:[\w,-]+ ){1,4}?(?:was|were)\b"
)
# Five were hurt, and at least 25 had been arrested by this morning; died, and 60 have since been.
_PAST = (
    r"(?:(?:were|was) (?!at\b|in\b|on\b|there\b)|died|fell|fled|got|took|lost|gave|went|came|left"
    r"|[a-z]+ed\b)"
)
_NO_BEING = r"(?:(?!\b(?:were|was|are|is)\b)[^;.,])"
_JOINED = (
    rf"(?:(?=[^;.]*?\b{_PAST}[^;.]*?\s(?:and|but)\s)"
    rf"|(?={_NO_BEING}{{0,40}},\s(?:and|but)\s))"
)
_WERE_AND_HAVE = re.compile(
    rf"{_JOINED}(?:(?!\b(?:has|have|had)\b)[^;.])*?[\s,](?:and|but)\s(?:[\w,'-]+ ){{1,8}}?"
    r"(?:had|has|have)\b"
)
# Dug out 11 survivors, and three are to be flown out on Friday; took 36, who will be tried in May.
_WERE_AND_WILL = re.compile(
    rf"{_JOINED}(?:(?!\b(?:will|would|to)\b)[^;.])*?[\s,](?:and|but)\s(?:[\w,'-]+ ){{1,6}}?"
    r"(?:(?:will|would)\b(?! have\b)|(?:is|are|were) (?:to|due|expected)\b)"
)
# Took away 36 men, who are to be tried next month.
_WHO_WILL = re.compile(
    r"(?:\s[\w'-]+){0,4},\swho\s(?:will|would|(?:is|are|were) (?:to|due|expected))\b"
)
_NOT_SIMPLY_PAST = re.compile(
    r"\b(?:has|have|had|will|would|could|may|might|to|plans?|planned|is|are|by|since|so far)\b"
)
# Put the number at 817 and said that 115 had been recaptured on Tuesday.
_AND_SAID = re.compile(
    r"[^.;]*?\b(?:and|but)\s+(?:also\s+|later\s+)?(?:said|says|added|reported|announced|claimed)\b"
    r"(?!\s+(?:on|in|at|last|this|late|early|yesterday|today)\b)[^.;]*?\d"
)
_LOOSE = 40  # characters between a number and a `now` that is its own


def is_stray(folded: str, time: TimeExpression, reach: Reach) -> bool:
    """Say whether a loose `now` or `already` belongs to other words than the number's."""
    if time.sort != "now" or folded[time.start : time.end] not in ("now", "already", "still"):
        return False
    between = folded[min(time.end, reach.end) : max(time.start, reach.start)]
    return len(between) > _LOOSE or "," in between


# Handed over the bodies of 86 soldiers killed in Thursday's fighting: not on Thursday.
_BODIES_OF = re.compile(r"\b(?:bodies|remains|corpses) of\b[^.;]*$")
_KILLED_IN = re.compile(r"\b(?:killed|slain|shot|drowned|died|slaughtered) (?:in|on|during|when)\b")


def _is_of_death(folded: str, time: TimeExpression, reach: Reach) -> bool:
    """Say whether a time behind bodies that were found is that of the deaths."""
    if time.start <= reach.end or not _KILLED_IN.search(folded, reach.start, time.end):
        return False
    return _BODIES_OF.search(folded, reach.left, reach.start) is not None


def is_of_next(folded: str, time: TimeExpression, reach: Reach) -> bool:
    """Say whether a time is of other words: beyond a semicolon; down from 9 in May."""
    between = folded[min(reach.end, reach.right) : reach.right]
    if ";" in folded[min(time.end, reach.end) : max(time.start, reach.start)]:
        return True
    if time.atom.startswith("@<") and reach.sentence < time.start < reach.start:
        return folded.startswith(",", time.end)  # a town of 21,000 before the war, now has
    if time.start > reach.end and folded.endswith((" and ", " and, ", " but "), 0, time.start):
        return True  # on 8 May 15 were freed, and in recent weeks others
    is_of_item = _is_of_next_item(folded, time, reach) or _is_of_what_was(folded, time, reach)
    if is_of_item or _NEXT_CLAUSE.search(folded, reach.end, max(reach.end, time.start)):
        return True
    if time.start >= reach.right and _is_of_next_verb(folded, time, reach):
        return True
    behind = folded[reach.end : max(reach.end, time.start)]
    if (
        _THAN_THEN.search(behind)
        or _is_of_death(folded, time, reach)
        or (time.sort == "since" and ", including" in behind)
    ):
        return True
    if time.start < reach.right:
        return ", who " in behind and _is_of_those_who_will(folded, time, reach)
    return " that" in between or bool(_SET_AGAINST.search(between))


def _is_of_those_who_will(folded: str, time: TimeExpression, reach: Reach) -> bool:
    """Say whether a time is of what awaits people of whom a past verb tells before."""
    if not _WHO_WILL.match(folded, reach.end, time.start):
        return False
    is_past = re.search(rf"\b{_PAST}", folded[reach.left : reach.start] + " ") is not None
    return is_past and not _NOT_SIMPLY_PAST.search(folded, reach.left, reach.start)


# In January lost 52, in February 80; 52 in January, in February 80.
_NUMBER = re.compile(
    rf",? (?:(?:only|just|some|about|another|nearly|over|more than|at least) )*(?:\d|{WORDS}\b)"
)
# Cut from 800 men in 1985 to 520: it has so many now.
_FROM_THEN_TO = re.compile(r"\bfrom (?:(?:about|some|nearly|over) )*[\d.,]+(?: [a-z-]+){0,3} $")
_TO_NUMBER = re.compile(r" to (?:(?:about|some|nearly|over|just|only) )*$")
_FROM_REACH = 48  # characters that hold `from about 800 men` before its time


def _is_of_next_item(folded: str, time: TimeExpression, reach: Reach) -> bool:
    """Say whether a time opens the next item of a list, which has a number alone."""
    if time.start <= reach.end or not folded.endswith((", ", ", and "), 0, time.start):
        return False
    return _NUMBER.match(folded, time.end) is not None


def _is_of_what_was(folded: str, time: TimeExpression, reach: Reach) -> bool:
    """Say whether a time is of the number from which one has come to this: cut from 800 in 1985."""
    if time.end > reach.start or not _TO_NUMBER.fullmatch(folded, time.end, reach.start):
        return False
    return _FROM_THEN_TO.search(folded, time.start - _FROM_REACH, time.start) is not None


def _is_of_next_verb(folded: str, time: TimeExpression, reach: Reach) -> bool:
    """Say whether the next number has the time: have been called up, and 4,000 will follow."""
    span = (reach.end, time.start)
    if _AND_SAID.match(folded, *span):
        return True
    if _WILL.match(folded, *span) or _HAVE_AND_WERE.match(folded, *span):
        return True
    between = folded[reach.end : time.start]
    if " and " not in between and " but " not in between:
        return False
    is_joined = _WERE_AND_HAVE.match(folded, *span) or _WERE_AND_WILL.match(folded, *span)
    return bool(is_joined) and not _NOT_SIMPLY_PAST.search(folded, reach.left, reach.start)
