"""A verb of saying in, where its group begins out: `have always insisted`, `on Friday also said`.

Between a speaker and the verb may stand helping verbs, adverbs and when or where it was said.
"""

import re
from typing import Final

from musterbook.core.noun import noun

_HELPER: Final = (
    r"has|have|had|having|did|do|does|is|are|was|were|be|been|will|would|could|can|may|might|shall"
    r"|should|must|(?:goes|go|going|went|gone) (?:on|(?:as|so) far as) to"
    r"|(?:continue[sd]?|comes?|came|hastened|felt able|began|begun"
    r"|seem(?:s|ed)?|appear(?:s|ed)?|happen(?:s|ed)) to"
    r"|(?:is|are|was|were|been) (?:quick|able|ready|first|the first|careful) to"
)
_ADVERB: Final = (
    r"also|now|then|later|earlier|again|only|still|just|even|since|already|soon|always|never|ever"
    r"|often|long|first|once|once again|once more|again and again|so far|thus far|in turn|at first"
    r"|for (?:its|their|his|her) part|at last|in fact|for now|here|there|meanwhile|however"
    r"|afterwards|before|therefore|himself|herself|itself|themselves|in part|in private|in public"
    r"|all|both"
    r"|(?!(?:fami|assemb|ita|ju|al|ral|suppl|bul|monopo|anoma)ly\b|supply\b)[a-z]{2,}ly"
)
_DAY: Final = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?"
)
_WHEN: Final = (
    r"today|yesterday(?: morning| afternoon| evening)?|tonight|tomorrow|overnight"
    rf"|(?:(?:late|early|only|as early as|again|earlier) )?(?:on|since|by|until) (?:{_DAY})"
    r"|(?:late |early |earlier |later )?(?:last|this|the same|the next|that) "
    r"(?:night|week|weekend|month|year|day|evening|morning|afternoon|spring|summer|autumn|winter)"
    r"|(?:in|since|for|over) (?:the past|recent (?:days|weeks|months|years)|years|months|weeks"
    r"|days)"
    r"|(?:in|since) (?:(?:early |late |mid-)?[A-Z][a-z]+ )?(?:19|20)\d\d"
)
_WHERE: Final = (
    r"(?:in|at|through|from|on) (?:an?|the|his|her|its|their) (?:[a-z]+ )?(?:statement|interview"
    r"|report|bulletin|communique|speech|letter|briefing|broadcast|website|(?:news|press)"
    r" conference)"
)
_WORD: Final = rf"(?:{_HELPER}|{_ADVERB}|{_WHEN}|{_WHERE})\b"
_GROUP = re.compile(rf"(?:\s{_WORD}|,\s{_WORD}(?:\s{_WORD})*,)+\s+\Z")
_FAR: Final = 60  # characters before a verb in which its group may begin
# The last words of all these but those in -ly: looked at first, since before most verbs no such
# word stands.
_LAST_WORDS: Final = frozenset(
    "has have had having did do does is are was were be been being will would could can may"
    " might shall should must to also now then later earlier again only still just even since"
    " already soon always never ever often long first once more far turn part last fact here"
    " there meanwhile however afterwards before therefore himself herself itself themselves"
    " private public all both today yesterday morning afternoon evening tonight tomorrow"
    " overnight monday tuesday wednesday thursday friday saturday sunday night week weekend"
    " month year day spring summer autumn winter past days weeks months years statement"
    " interview report bulletin communique speech letter briefing broadcast website"
    " conference".split()
)


_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b")
_HAVE = re.compile(r"\b(?:has|have|had|having)\b")
# Forms that stand for a deed only after to have: written, given, shown.
_PARTICIPLES: Final = frozenset("written given shown spoken known broken foreseen".split())


# Is convinced, are sure: only so; has no doubt that, has reports of: the noun needs its has.
_MINDS: Final = frozenset("convinced certain sure adamant confident aware".split())
_HELD: Final = frozenset("doubt evidence proof reports word information".split())
_HOLDS = re.compile(
    r"\s(?:has|have|had|received|got)\s(?:(?:no|little|some|any|clear|hard|credible|reliable|good|new|other"
    r"|the|also|now|strong|ample|more|many|several|confirmed|unconfirmed|received|had)\s)*\Z"
)


@noun
class Group:
    """The words of a verb of saying from its first helper on, and whether its subject speaks."""

    start: int
    is_active: bool


def group_of(text: str, start: int, verb: re.Match[str]) -> Group:
    """Read the helpers and adverbs before a verb: a passive and a bare form in -ing say nothing.

    >>> text = "The rebels have always insisted that 40 died."
    >>> group = group_of(text, 0, re.search("insisted", text))
    >>> text[group.start :], group.is_active
    ('have always insisted that 40 died.', True)
    """
    far = max(start, verb.start() - _FAR)
    before = text[far : verb.start()]
    found = None
    if _may_end(before):
        found = _GROUP.search(before.lower() if before.isupper() else before)
    words = found[0].rstrip() if found else ""
    word, has_more, _ = verb[0].partition(" ")
    if has_more and word in _HELD:
        held = _HOLDS.search(before)
        return Group(far + held.start() + 1 if held else verb.start(), held is not None)
    if word in _MINDS:
        is_active = bool(_BE.search(words)) and not words.endswith(" to")
    elif words.endswith(" to"):
        is_active = True
    elif word.endswith("ing"):
        is_active = bool(_BE.search(words))
    else:
        is_active = not _BE.search(words)
        is_active &= word not in _PARTICIPLES or bool(_HAVE.search(words))
    return Group(far + found.start() + 1 if found else verb.start(), is_active)


def _may_end(before: str) -> bool:
    """Say whether a group of a verb may end in the last word, also in a day: on 12 March."""
    *_, earlier, last = ("", "", *before.rsplit(maxsplit=2))
    word = last.rstrip(",").lower()
    return word in _LAST_WORDS or word.endswith("ly") or word[:1].isdigit() or earlier.isdigit()
