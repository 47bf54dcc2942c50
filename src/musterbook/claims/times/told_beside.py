"""A time and a number of one sentence in, whether the time is of what is only told beside out."""

import re
from typing import Final

from musterbook.claims.patterns.led import Led
from musterbook.claims.times.event_names import names_of
from musterbook.claims.times.time_expression import TimeExpression

_VERB: Final = (
    r"(?:(?!killed)[a-z]+ed|held|built|rebuilt|taken|retaken|lost|won|found|seized|set|cut|born|made"
    r"|shut|driven|torn|begun|overrun|sent|laid)"
)
_PRONOUN: Final = r"(?:(?:in|at|of|by|near|to|from|under) )?(?:which|who|whom|whose|where)\b"
# In Tolo, which fell in 1987; a town that was rebuilt in 1987; scene of a massacre in 1987.
_SET_APART = re.compile(
    rf",\s{_PRONOUN}[^,;:]*$"
    r"|,\s(?:an?|the|its|once|formerly|long|now) [^,;:]*"
    rf"\b(?:which|that|who|where|{_VERB})\b[^,;:]*$"
    r"|,\s(?:scene|site|home|birthplace|seat|base|veterans?|survivors?) of [^,;:]*$"
)
# 127 Serbs, many of them captured last autumn, were let go.
_SOME_OF_THEM = re.compile(
    r",\s(?:(?:about|some|at least|nearly|a) )?(?:\d+|[a-z]+)"
    rf" of (?:them|whom) (?:(?:had been|have been|were|was) )?{_VERB}\b[^,;:]*$"
)
_THEN_VERB = re.compile(
    r",\s(?:(?:also|later|all|finally) )?(?:were|was|are|is|had|have|has|will|[a-z]+ed|left|went"
    r"|came|fled|flew|stood)\b"
)
# The army, driven out in 1987; cut off since the bridge fell.
_PARTICIPLE = re.compile(rf",\s(?:\w+ly |long |once |first |newly )?{_VERB} (?!to death)[^,;:]*$")
# With its economy in ruins since 2019; with elections due in May.
_WITH = re.compile(r"(?:,\s|\W*)with\s[^,;:]*$")
_DUE: Final = ("due ", "expected ", "scheduled ", "planned ", "set for ", "closed ", "gone ")
# The attack, which took place on Monday, is told by its day.
_TOOK_PLACE = re.compile(
    r",\s(?:which|that)\s(?:took place|happened|occurred|came|was (?:carried out|staged|launched)"
    r"|lasted|struck|began|started|broke out|erupted)\b"
)
_EVENT = Led(rf"\b{names_of('attack', 'disaster', 'accident', 'unrest', 'war', 'turn')}\b")
_HEAD_REACH: Final = 40  # characters before an aside that name what it is about
_WORDS_BEFORE_PART: Final = 3  # a comma, `including`, `about`
# After talks begun in March failed, 12 died on Friday.
_AT_THE_HEAD = re.compile(
    r"\W*(?:after|because|since|although|though|while|when|once|as|before|until|if|following)\b"
    r"[^,;:]*$"
)


def is_told_beside(folded: str, time: TimeExpression, span: tuple[int, int, int]) -> bool:
    """Say whether a time stands in a clause set apart that the number is not in.

    `span` is where the sentence begins and where the number begins and ends. At the head of a
    sentence such a clause needs a word that makes it one: after, because, when.
    """
    sentence, start, end = span
    if start > time.end and "," not in folded[time.end : start]:
        return _is_between_marks(folded, time, span)
    comma = folded.rfind(",", sentence, time.start)
    if comma < 0:
        at_head = start > time.end and (
            _AT_THE_HEAD.fullmatch(folded, sentence, time.start) or _is_with(folded, sentence, time)
        )
        return bool(at_head) or _is_between_marks(folded, time, span)
    is_of_some = end <= comma and _SOME_OF_THEM.match(folded, comma, time.start) is not None
    if is_of_some and _THEN_VERB.match(folded, time.end):
        return True
    if start <= comma + 1 <= end + 1 or (start > comma and end < time.start):
        return False
    if _SET_APART.match(folded, comma, time.start) or _is_with(folded, comma, time):
        return True
    if _PARTICIPLE.match(folded, comma, time.start):
        # 9 peasants, 4 of them children, died on Monday: the verb, and no participle.
        return end > comma or not ("," in folded[end:comma] or _is_part(folded, sentence, start))
    return _is_between_marks(folded, time, span)


# Arrested 52 men over a bombing in 2017; of the 90 men who were arrested in May.
_ATTACHED = re.compile(
    r"\b(?:over (?:an?|the|their|his)|suspected (?:of|in)|accused of|convicted of|found guilty of"
    r"|blamed for|wanted (?:for|in)|charged with|implicated in|involved in|linked to"
    r"|responsible for|for (?:their|his|its|an|the) (?:alleged )?(?:part|role|involvement)"
    r"|in connection with|on (?:charges|suspicion) of"
    r"|for (?:killing|attacking|plotting|taking part))\b[^;:]*$"
)
_RELATIVE = re.compile(
    r"\s(?:(?:who|that|which|whom)(?: they| it| he)? (?:had|were|was)\b"
    r"|(?:who|that|which) [a-z]+ed\b|(?:they|he|she|it) had\b|arrested|captured|seized|detained"
    r"|taken|held|kidnapped|wounded|jailed|imprisoned|brought)[^,;:]*$"
)
_OF_THOSE = re.compile(r"\s(?:of|out of|among|from) (?:the |its |their |those |some )*[\d,.]+ ")


# Released 316 civilians who were detained in the unrest of 1991.
_LET_GO = Led(
    r"\b(?:released?|freed?|exchanged?|handed over|returned?|repatriated?|buried|sentenced|swapped"
    r"|pardoned?|brought|sent home|carried|carrying|took|flew|flown|transferred|let go)\b"
    r"[^.;,]{0,40}$"
)
_LET_GO_REACH: Final = 64
_WHO_WERE_TAKEN = re.compile(
    r"\s+(?:(?:who|whom|that) )?(?:(?:they|it|he|she) )?(?:(?:were|was|had been|have been|had) )?"
    r"(?:held|detained|arrested|captured|seized|kidnapped|abducted|taken|imprisoned|jailed|killed"
    r"|expelled|deported|displaced|recruited|hired|conscripted|stranded|convicted|sentenced)\b"
    r"[^,;:]*$"
)


def is_attached(folded: str, time: TimeExpression, end: int) -> bool:
    """Say whether a time behind a number dates another deed that is named beside its own."""
    if time.start <= end:
        return False
    if _ATTACHED.search(folded, end, time.start):
        return True
    if not is_of_those_taken(folded, time, end):
        return False
    if _THEN_LET_GO.match(folded, time.end):
        return True
    return _LET_GO.search(folded, max(0, end - _LET_GO_REACH), end) is not None


# Ten marines seized in January were let go with them.
_THEN_LET_GO = re.compile(
    r" (?:were|was|(?:have|has|had) been|(?:will|would) be|(?:are|were) to be)"
    r" (?:\w+ly |also |all )?(?:released|freed|let go|handed over|exchanged|returned|repatriated"
    r"|swapped|pardoned|flown home|sent home|brought home|tried|sentenced|executed|transferred)\b"
)


def is_of_those_taken(folded: str, time: TimeExpression, end: int) -> bool:
    """Say whether a time behind people is of their capture: 12 nurses kidnapped in December."""
    return time.start > end and _WHO_WERE_TAKEN.match(folded, end, time.start) is not None


# Detained four men over the killing of 12: not on that day.
_OVER_DEED = Led(
    r"\b(?:over|in connection with|accused of|suspected of|suspected in|charged with|convicted of"
    r"|wanted for|blamed for|responsible for|on (?:charges|suspicion) of|for|involved in|linked to"
    r"|guilty of|charges of|part in) (?:the |an? |their |his )?(?:[a-z-]+ ){0,2}?"
    r"(?:killings?|murders?|abductions?|kidnappings?|deaths?|massacres?|shootings?|bombings?|attacks?"
    r"|kidnapping|abducting|killing|murdering|shooting)\b[^.;,:]{0,60}$"
)
_DEED_REACH: Final = 120


def is_of_deed_blamed(folded: str, sentence: int, start: int) -> bool:
    """Say whether a number counts the victims of a deed for which others are held or blamed."""
    return _OVER_DEED.search(folded, max(sentence, start - _DEED_REACH), start) is not None


def is_of_the_whole(folded: str, time: TimeExpression, end: int) -> bool:
    """Say whether a time behind a part is of its whole: freed 60 of the 90 men arrested in May."""
    if time.start <= end:
        return False
    whole = _OF_THOSE.search(folded, max(0, end - _PART_REACH), time.start)
    return whole is not None and _RELATIVE.search(folded, whole.end(), time.start) is not None


# Raided Kerma last week, killing 12, and Tolo on Monday, killing 30.
_JOINED = re.compile(r"(?:,| [-–—]+) and\s")


def is_of_other_words(folded: str, time: TimeExpression, span: tuple[int, int, int]) -> bool:
    """Say whether a time behind a number rather dates another deed, the whole, or what follows."""
    sentence, start, end = span
    if time.start < end:
        return False
    if "," in folded[end : time.start] and _AT_THE_HEAD.fullmatch(folded, sentence, start):
        return True  # after a bomb last month killed 14, the army on Monday
    if is_attached(folded, time, end) or is_of_the_whole(folded, time, end):
        return True
    return _JOINED.search(folded, end, time.start) is not None


_PART_REACH: Final = 40  # characters before the end of a part in which its whole is named


def _is_part(folded: str, sentence: int, start: int) -> bool:
    """Say whether a number opens what is set apart: 4 of them; including about 30 nurses."""
    comma = folded.rfind(",", sentence, start)
    return comma >= 0 and len(folded[comma:start].split()) <= _WORDS_BEFORE_PART


def _is_with(folded: str, start: int, time: TimeExpression) -> bool:
    """Say whether a time stands in words such as `with its economy in ruins since 2019`."""
    if not _WITH.match(folded, start, time.start):
        return False
    return time.sort == "since" or folded.endswith(_DUE, start, time.start)


def _is_between_marks(folded: str, time: TimeExpression, span: tuple[int, int, int]) -> bool:
    """Say whether a time stands between brackets or dashes, where the number does not."""
    sentence, start, end = span
    for opens, closes in (("(", ")"), (" - ", " - "), ("—", "—"), (" – ", " – ")):
        left = folded.rfind(opens, sentence, time.start)
        right = folded.find(closes, time.end) if left >= 0 else -1
        if right < 0 or folded.find(". ", time.end, right) >= 0:
            continue
        if opens == closes and folded.count(opens, sentence, left) % 2:
            continue
        if opens == "(" and folded.find(")", left, time.start) >= 0:
            continue
        return end <= left or start >= right
    return False


def is_of_what_is_beside(folded: str, time: TimeExpression, span: tuple[int, int, int]) -> bool:
    """Say whether a time is told beside, and not of an event that the number may be of."""
    if not is_told_beside(folded, time, span):
        return False
    sentence = span[0]
    marks = [folded.rfind(mark, sentence, time.start) for mark in (",", "(", " - ", "—")]
    head = max(marks)
    if head < 0:
        return _is_with(folded, sentence, time)
    if _TOOK_PLACE.match(folded, head, time.start):
        return False
    return _EVENT.search(folded, max(sentence, head - _HEAD_REACH), head) is None
