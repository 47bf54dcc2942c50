"""A verb of saying in, whether it says nothing where it stands out: accused of; claimed lives."""

import re
from typing import Final

from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.speakers.speech_group import Group

_NOT_SAYING = UpTo(
    r"(?:\b(?:an?|the|to|its|their|his|her|my|our|your|of|by|with|as|than|several"
    r"|other|first|some|these|those)|['’]s?)\s+$"
)
_ACCUSED = re.compile(
    r"(?:accused|blamed|named|cited|quoted|confirmed|reported)\s+(?:of|by|as|to|for)\b"
)
# More than engineers had feared; let reporters count them.
_NO_SUBJECT = Led(
    r"\b(?:than\s(?:\w+\s){1,3}|(?:let|lets|letting|made|makes?|help|helps|helped)\s(?:\w+\s){1,2})$"
)
_PUT = re.compile(
    r"(?:puts?|putting|gave|gives?|given|giving)\b"
    r"(?!.{0,80}\b(?:at|toll|losses|casualties|(?:figure|count|number|account|estimate)s?)\b"
    r"|\s(?:about |some |at least )?[\d,]+ (?:\w+ )?"
    r"(?:dead|killed|deaths|missing|wounded|injured)\b)"
)
_A_CALLED = re.compile(r"\b(?:an?|one|two)\s(?:[\w-]+\s){1,4}$")  # a doctor named Ali Hassan
_NEITHER = Led(r"\bneither\b[^,.;]*\Z")  # neither the army nor the rebels said
_NEAR: Final = 50  # characters before a verb in which that stands
# The figure of 2,300 dead, which the rebels gave.
_FIGURE_WHICH = re.compile(
    r"\b(?:figures?|toll|count|number|estimate|total)\b[^;:]{0,60}\b(?:which|that)\s[^,;:]{2,60}\Z"
)
A_NUMBER: Final = (
    r"(?:(?:about|some|around|roughly|nearly|almost|over|well|only|just|perhaps|at least|more than"
    r"|an estimated|close to|no more than|fewer than|less than|under|as many as"
    r"|up to|a total of|an? further|an additional|another"
    r"|the (?:births?|deaths?|arrival) of)\s)*"
    r"(?:\d|one(?! of (?:the|those|its|their)\b)|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|twenty|thirty|hundreds|thousands|dozens|scores)"
)
# Two women accused of spying; claimed 40 lives; added 300 recruits, admitted 52 wounded; said by
# the governor to belong: these say nothing.
_NO_SPEECH = re.compile(
    r"(?:(?:accused|suspected) of|blamed for)\b|sure (?:to|of|about)\b"
    r"|claim(?:ed|s|ing)?\s+(?:(?:(?!that\b)[\w,.-]+\s+){0,5}(?:lives|victims)\b"
    r"|(?:an?\s+|the\s+)?(?:\w+\s+)?(?:responsibility|victory|prize|credit|success|asylum)\b)|"
    r"recorded\s+(?:the\s+)?(?:most|highest|lowest|largest|first|fewest)\b"
    r"|add(?:ed|s|ing)\s+(?:to\b|(?:about |some |another |more than )*\d)|said\s+by\b"
    r"(?!\s(?:(?:satellite|mobile|cell)\s)?(?:tele)?(?:phone|fax|radio|video|e-?mail|letter|text)\b)"
    rf"|answer(?:ed|s|ing)?\s+{A_NUMBER}"
    r"|(?:repl(?:ied|ies|y)|answer(?:ed|s)?|retort(?:ed)?|respond(?:ed|s)?)\s+with\b"
    rf"|dismiss(?:ed|es|ing)?\s+{A_NUMBER}"
    r"|(?:said|believed|thought|reported|estimated|feared|assumed|known|alleged)\s+to\b"
    rf"|regist(?:er|ers|ered|ering)\s+(?!{A_NUMBER})"
    r"|sa(?:id|ys?) nothing\b"
    rf"|arriv(?:e|es|ed|ing) at\s+(?!(?:an?\s)?(?:total|figure|number|estimate|{A_NUMBER}))"
    rf"|admit(?:ted|s|ting)?\s+(?:{A_NUMBER}|\w+ (?:patients|wounded))"
)


def says_nothing(text: str, folded: str, start: int, *, verb: re.Match[str], group: Group) -> bool:
    """Say whether a verb of saying says nothing where it stands: accused of; claimed lives."""
    at = verb.start()
    if _NOT_SAYING.search(folded, max(start, group.start - 12), group.start):
        return True
    if folded.startswith("all told,", max(0, at - len("all "))):
        return True
    if _NEITHER.search(folded, start, group.start):
        return True
    if folded.endswith(", ", 0, group.start) and _ACCUSED.match(folded, at):
        return True
    if _NO_SPEECH.match(folded, at) or _NO_SUBJECT.search(folded, start, group.start):
        return True
    if verb[0] == "named" and _A_CALLED.search(folded, max(start, at - _NEAR), at):
        return True
    if _is_of_name(text, verb, start):
        return True
    return bool(_PUT.match(folded, at)) and not _FIGURE_WHICH.search(folded, start, group.start)


def _is_of_name(text: str, verb: re.Match[str], start: int) -> bool:
    """Say whether a capital makes a word for saying part of a name: United States marines."""
    word = text[verb.start() : verb.end()]
    return verb.start() > start and word[0].isupper() and not word.isupper()
