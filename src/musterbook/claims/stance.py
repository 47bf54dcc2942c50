"""A number's clause and sentence in, whether it is asserted, planned, supposed or denied out."""

import re
from functools import cache
from typing import Final

from musterbook.claims.lexicon_files import word_set
from musterbook.claims.patterns.alternation import alternation
from musterbook.claims.patterns.led import Led
from musterbook.claims.stance_words import (
    DENIED_BEFORE,
    DENIED_SINCE,
    MAY_BE,
    NEGATED,
    PLANNED,
    SUPPOSED,
)
from musterbook.core.records import Stance

_ANOTHER_THING = re.compile(r"\s+(?:\w+\s+){0,2}\w+\s+(?:had|have|has|was|were|is|are|did)\b")
_DENIED_THERE = Led(
    r"\b(?:denied|denies|rejected|dismissed|refuted) (?:the|this|that|these|those|such|both) "
    r"(?:\w+ )?(?:reports?|claims?|figures?|numbers?|allegations?|accounts?)\b"
)
# X killed 400, a claim dismissed by Y, which lost 12: the denial is of what stands before it.
_DENIED_BEFORE_IT = re.compile(
    r"\ba (?:claim|figure|report|charge|number) (?:dismissed|denied|rejected|refuted)\b"
)
# What a sentence after takes back with; without such a word it is not looked at.
_TAKES_BACK = Led(
    r"\b(?:denied|rejected|dismissed|different|otherwise|not\b|false|untrue|refuted|wrong|baseless"
    r"|invented|disproved)"
)
_DENIED_AFTER = re.compile(
    r"(?:^|[.!?]\s+)(?:but\s+)?(?:(?:the )?(?:\w+ ){1,3}(?:has |have )?"
    r"(?:denied|rejected|dismissed) "
    r"(?:it|this|that(?=\s*(?:[.,;]|$|report|claim|figure|charge|account))"
    r"|the (?:report|claim|charge|allegation|accusation|figure)s?)"
    r"|(?:the )?(?:reality|truth|fact)s? (?:is|are|was|proved"
    r"|were)(?: \w+)? (?:different|otherwise|not so)"
    r"|(?:this|that|these|those|the) (?:\w+ )?(?:reports?|claims?|figures?|numbers?|news|was"
    r"|is|were|has|proved|turned)[^.]{0,40}?"
    r"(?:denied|false|untrue|not true|refuted|dismissed|rejected|wrong|baseless|invented"
    r"|disproved))\b"
)
_DOUBTED_AFTER = Led(
    r"\b(?:unconfirmed|preliminary|not (?:been |be )?(?:independently )?(?:verified|confirmed))\b"
)
_SOURCELESS = Led(
    r"\b(?:without (?:naming|citing|giving|identifying)[^.]{0,20} sources?|in the view of)\b"
)
_HEDGING_SPEECH: Final = Led(
    r"\b(?:believ|think|thought|estimat|suspect(?!ed \w+s\b)|speculat|(?<!had )fear"
    r"|in the view of|reckon(?!ing)|assum|guess)"
)
# All of these: most sentences have none.
_DOUBTS: Final = Led(f"{_DOUBTED_AFTER.pattern}|{_SOURCELESS.pattern}|{_HEDGING_SPEECH.pattern}")
_PLAN_BEFORE, _PLAN_AFTER = 70, 45  # characters around a counted phrase in which a plan is its own
_DOUBT_AFTER: Final = 80  # characters after a sentence in which its number may be doubted
_LONGEST_DENIAL = 160  # characters of the text after a sentence in which it may be taken back


@cache
def _hedge() -> Led:
    # `in May` is a month, and what could not be is supposed, not doubted.
    words = alternation(sorted(word_set("hedges")))
    # On 8 May; May Day; presumed rebels; could confirm only ten: no doubt of the number.
    return Led(
        rf"(?<![\w-])(?<!in )(?<!since )(?<!by )(?<!of )(?<!on \d )(?<!on \d\d )(?:{words}"
        r"|(?:is|are|was|were) said to(?= (?:be|have)\b)"
        r"|alleged(?= (?:killing|death|massacre|murder|disappearance|abduction)s?\b))"
        r"(?!\w| not\b| day\b|,? \d|,)(?<!presumed(?= \w+s\b))"
        r"(?<!could(?= (?:only )?(?:confirm|verify)\b))"
    )


def _next_sentence(folded: str, start: int) -> str:
    """Give the sentence that begins after a place, as far as a denial may reach."""
    after = folded[start : start + _LONGEST_DENIAL].strip()
    return _SENTENCE_END.split(after, maxsplit=1)[0]


_SENTENCE_END = re.compile(r"(?<=[.!?])\s")


def _is_asked(folded: str, start: int, end: int) -> bool:
    """Say whether a sentence asks whether it is so: did 900 soldiers die?"""
    return bool(_ASKS.match(folded, start, end)) and folded[:end].rstrip("\"')”’ ").endswith("?")


_ASKS = re.compile(r"\W*(?:did|do|does|have|has|had|were|was|are|is|will|would|could|can)\b")


def _is_denied_after(sentence: str) -> bool:
    """Say whether the next sentence takes back; one that denies THAT something is so does not."""
    match = _DENIED_AFTER.search(sentence)
    return match is not None and not _ANOTHER_THING.match(sentence, match.end())


_NOBODY_HAS = re.compile(r"(?:nobody|no one|none)\s+(?:has|have)\s+(?:yet\s+)?been\b")


_HAVE_COME = re.compile(
    r"(?:\s+(?:of|from|in)\s+(?:(?!who\b|which\b)[\w'-]+\s+){0,5}?[\w'-]+)??\s+(?:has|have)\s+"
    r"(?:(?:already|now|since|so far)\s+)?(?:assembled|gathered|arrived|fled|died|returned|come"
    r"|gone|crossed|surrendered|reached|registered|been\s+(?:killed|wounded|injured|moved|brought"
    r"|taken|sent|deployed|evacuated|arrested|freed|released))\b(?!\s+(?:if|when|once|in case)\b)"
)


def stance_of(
    folded: str, start: int, end: int, *, counted: tuple[int, int], sentence_end: int
) -> Stance:
    """Judge the clause from `start` to `end` around a count, and what follows its sentence."""
    if _DENIED_THERE.search(folded, start, sentence_end):
        return Stance.DENIED
    if done := _HAVE_COME.match(folded, counted[1], end):
        end = done.end()  # have assembled in camps where they are to be disarmed
    behind = folded.find(" ", sentence_end + _LONGEST_DENIAL)
    takes_back = _TAKES_BACK.may_begin(folded, sentence_end, behind if behind >= 0 else len(folded))
    may_be = _other_stances(folded, start, end, near=counted[0] - _PLAN_BEFORE)
    is_asked = _is_asked(folded, start, sentence_end)
    if not (may_be or takes_back or is_asked):
        return Stance.ASSERTED
    before = _DENIED_BEFORE_IT.sub("", folded[start : counted[0]])
    if (Stance.DENIED in may_be and _is_denied(folded, before, counted[1], end)) or (
        takes_back and _is_denied_after(_next_sentence(folded, sentence_end))
    ):
        return Stance.DENIED
    if _NOBODY_HAS.match(folded, counted[0], end):
        return Stance.ASSERTED  # some would be arrested, but nobody has been yet
    if _SET_BESIDE.search(before):
        return Stance.ASSERTED  # will be without work, up from 4.4 million
    ahead = _ahead(folded, before, (start, end), counted=counted, may_be=may_be)
    is_supposed = ahead == Stance.HYPOTHETICAL or is_asked
    return Stance.HYPOTHETICAL if is_supposed else ahead


def _ahead(
    folded: str,
    before: str,
    clause: tuple[int, int],
    *,
    counted: tuple[int, int],
    may_be: frozenset[Stance],
) -> Stance:
    """Say whether a clause supposes or plans what it counts; `before` is its words before that."""
    start, end = clause
    left = start
    for edge in _REASON.finditer(folded, start, counted[0]):
        left = edge.end()
    aside = _BEYOND_ASIDE.match(folded, counted[1], end)
    begins = aside.end() if aside else counted[1]
    after = folded[begins : min(end, begins + _PLAN_AFTER)]
    if Stance.HYPOTHETICAL in may_be:
        said = before if left == start else folded[left : counted[0]]
        said += _NEXT_VERB.split(folded[counted[0] : end])[0]
        if SUPPOSED.search(_BUT.split(said, maxsplit=1)[0] if _BUT.search(after) else said):
            return Stance.HYPOTHETICAL
    if Stance.PLANNED not in may_be:
        return Stance.ASSERTED
    if _BEGINS_ANEW.match(after) and folded.endswith(" and ", left, counted[0]):
        left = counted[0]  # planned to attack and 20 were killed
    near = (
        folded[max(left, counted[0] - _PLAN_BEFORE) : counted[1]]
        + _CLAUSE_END.split(after, maxsplit=1)[0]
    )
    if _JOINED.search(near) and _ALREADY.search(after):
        return Stance.ASSERTED  # will join 4,000 who are already there
    return Stance.PLANNED if PLANNED.search(near) else Stance.ASSERTED


def _other_stances(folded: str, start: int, end: int, *, near: int) -> frozenset[Stance]:
    """Give the stances but asserted of which a clause has a word: mostly none."""
    if start and _is_within_word(folded, start):
        return _ANY  # what half a word begins is not known
    found = _NONE
    if _MAY_BE_ANY.may_begin(folded, start, end):
        found = frozenset(
            stance for stance, words in MAY_BE.items() if words.search(folded, start, end)
        )
    if near > start and _is_within_word(folded, near) and PLANNED.match(folded[near:end]):
        found |= {Stance.PLANNED}  # half a word before a number is looked at too
    return found


_NONE: Final[frozenset[Stance]] = frozenset()
_ANY: Final = frozenset(MAY_BE)
_MAY_BE_ANY: Final = Led("|".join(words.pattern for words in MAY_BE.values()))


def _is_within_word(folded: str, at: int) -> bool:
    return folded[at - 1 : at + 1].isalnum()


def _is_denied(folded: str, before: str, start: int, end: int) -> bool:
    """Say whether a clause denies what it counts, before the count or after it."""
    return bool(
        DENIED_BEFORE.search(before)
        or NEGATED.search(before)
        or DENIED_SINCE.search(folded, start, end)
    )


# Begins with what is rare: the search then runs over the rest at full speed.
_EDGE = re.compile(
    r"[;:,\s](?:(?<=[;:])\s|(?<=,)\s(?:but|while|whereas|and|as|who|which|where|when)\s"
    r"|(?<=\s)(?:but|while|whereas|and that)\s"
    r"|(?<=,)\s(?=(?:apparently|presumably|probably|perhaps|possibly|likely)"
    r" (?:as|because|by|in|for|due|after|from|\w+ed)\b))"
)


# A fresh brigade, 3,000 strong, is to be flown in.
_BEYOND_ASIDE = re.compile(r",(?=\s(?:is|are|was|were|will|would|shall)\s)")
_SET_BESIDE = re.compile(
    r"\b(?:(?:up|down) from|compared (?:with|to))\s+(?:(?:the|about|some|only|an estimated)\s+)*$"
)
# Behind `and 20`: those have a verb of their own, which is none of a plan.
_BEGINS_ANEW = re.compile(
    r"\s(?:were|was|have|has|had|died|fled|escaped|disappeared|surrendered|deserted)\b"
    r"(?!\s(?:to|expected|due|awaited|planned|promised|pledged|scheduled)\b)"
)
_JOINED = re.compile(r"\bjoin(?:s|ed|ing)?\s+(?:(?:the|some|about|another)\s+)*[\d,]+")
_ALREADY = re.compile(r"\b(?:already|who are|still)\b")
_NEXT_VERB = re.compile(
    r"\band (?:is|are|was|were|has|have|had|would|will|could|may|might) "
    r"|, (?:and|but) (?=(?:that |the |its |their |his |her |it |they |he |she |a |was |were )"
    r"[^;]{1,80}?(?:could|can ?not|cannot|would|may|might|unable)\b)"
)
_REASON = re.compile(r",\s(?:since|because|as)\s(?!well|many)")
_GOAL = Led(r"\b(?:goal|target|quota|aim) (?:was|is|had been|stood at) (?:[a-z]+ ){0,2}$")


def is_goal(folded: str, start: int, number: int) -> bool:
    """Say whether a number is what was aimed at: the goal was 60,000."""
    return _GOAL.search(folded, max(start, number - _PLAN_BEFORE), number) is not None


_CLAUSE_END = re.compile(r"[,;]|\b(?:and|because|against|compared)\b")
_BUT = re.compile(r",?\s(?:but|although|though)\s")


def is_hedged(
    folded: str, start: int, end: int, *, counted: tuple[int, int], sentence: tuple[int, int]
) -> bool:
    """Say whether the clause, or the saying it hangs on, shows doubt (rounding is no doubt)."""
    if _hedge().may_begin(folded, start, end) and _is_hedged_here(folded, start, end, counted):
        return True
    reach = sentence[1] + _DOUBT_AFTER
    behind = folded.find(" ", reach)  # where no word is cut: only there it is sure that none stands
    if not _DOUBTS.may_begin(folded, sentence[0], behind if behind >= 0 else len(folded)):
        return False
    if _SOURCELESS.search(folded, *sentence):
        return True
    if _HEDGING_SPEECH.search(folded, sentence[0], counted[0]):
        return True
    doubted = _DOUBTED_AFTER.search(folded, sentence[0], reach)
    # Unconfirmed reports that begin the next sentence are others.
    if doubted is None or doubted.start() < sentence[1]:
        return doubted is not None
    return not folded.startswith(" report", doubted.end())


def _is_hedged_here(folded: str, start: int, end: int, counted: tuple[int, int]) -> bool:
    """Say whether a word of doubt stands between the edges around a count."""
    hedge = _hedge()
    if not hedge.may_begin(folded, start, counted[0]):
        start = counted[0]
    for edge in _EDGE.finditer(folded, start, counted[0]):
        start = edge.end()
    after = _EDGE.search(folded, counted[1], end)
    return hedge.search(folded, start, after.start() if after else end) is not None
