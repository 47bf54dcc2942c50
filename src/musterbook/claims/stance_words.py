"""Wordings of plans, suppositions and denials in, the patterns that find them in a clause out."""

import re
from collections.abc import Mapping
from typing import Final

from musterbook.claims.patterns.led import Led
from musterbook.core.records import Stance

PLANNED = re.compile(
    r"\b(?:(?<!good )(?<!free )will\b|shall\b|plan(?:s|ned|ning)? (?:to|for|on)"
    r"|(?:had|has|have) planned|intend(?:s|ed|ing)? to|intention to|aim(?:s|ed|ing)? to"
    r"|expects?|expected to|is due to|are due to|set to|going to|about to|prepar(?:es?|ed"
    r"|ing) to|ready to|(?:is|are|was|were) to\b"
    r"|pledge[sd]? to|promise[sd]? to|vow(?:s|ed)? to|scheduled to"
    r"|(?:is|are|was|were) (?:still )?(?:expected|due|awaited)\b|propose[sd]? to"
    r"|meant to|designed to|hope[sd]? to|agreed to|offered to|decided to"
    r"|(?<!not )wants? (?:to|an? (?:army|force|contingent|garrison))|seek(?:s|ing)? to"
    r"|order(?:s|ed)? the\b|ordered (?:(?!and\b)\w+ ){0,3}?\d[\d,.]*"
    r"|target of|goal of|quota of|set out to(?= \w+ \d)"
    r"|(?:has|have|had|was|were) (?:promised|pledged)|needed (?:\w+ )?\d"
    r"|up to the task|supposed to|means to|hope[sd] for"
    r"|would (?!have (?:been|[a-z]+(?:ed|en|st))\b|not (?:let|say|talk|comment|give"
    r"|be (?:named|identified|quoted|drawn))\b|be named\b))"
)
SUPPOSED = re.compile(
    r"\b(?:thought|assumed|imagined)\b[^.;]{0,60}\b(?:might|would|could)\b|"
    r"\b(?:would have (?:been|[a-z]+(?:ed|en|st|d))\b|could have|might have been"
    r"|(?:could|may|might) (?:yet |still |well |eventually |soon )?"
    r"(?:rise|reach|climb|exceed|top|grow|go (?:beyond|above|over)|pass)\b"
    r"|(?:could|might|may) (?:yet |still |well |eventually |soon )?"
    r"(?:shrink|fall|drop|swell|double|triple|be as (?:high|many|low)|be forced|arrive|cross"
    r"|flee|leave|follow|return|come|die|lose their|be (?:killed|displaced|affected|needed))\b"
    r"|should (?:the|fighting|war|it)\b|unless\b"
    r"|likely to (?:rise|reach|climb|exceed|top|grow|be|go)\b|(?<!as )if\b"
    r"|speculat\w+|suppos(?:e|ing)\b"
    r"|(?:could|can) ?not(?! be (?:independently )?(?:confirmed|verified))|couldn't"
    r"|unable to(?! (?:confirm|verify|say)\b)"
    r"|threaten(?:s|ed|ing)? to|(?:want|demand)(?:s|ed|ing)? (?:the )?(?:[\w'-]+ ){1,3}?to\b"
    r"|hypothetical\w*|scenario|were to\b|in case\b)"
)
DENIED_BEFORE = re.compile(
    r"\b(?:den(?:y|ies|ied)|refut\w+|rejected (?:the )?(?:claims?|reports?)"
    r"|(?:claims?|reports?|figures?|charges?|allegations?) (?:\w+ )?dismissed"
    r"|dismissed(?= (?:as|the|a|this|that|these|such|any|reports|claims|suggestions|talk)\b)"
    r"|false(?:ly)?|no truth|not true|untrue|contrary to|debunk\w*|baseless|fabricat\w+"
    r"|sensational|myth|hoax)\b"
)
# Did not lose 80 men; it was 15 people, not 50.
NEGATED = re.compile(
    r"\b(?:did|does|do|has|have|had)(?:\s+not|n't|\s+never)\s+(?:\w+\s+){1,2}$"
    r"|\bnot\s+(?:the\s+)?$"
)
# After a number only what is said of it takes it back: X, who have 3,000 men, denied another thing.
DENIED_SINCE = re.compile(
    r"\b(?:(?:was|were|been|is|are) (?:\w+ )?(?:denied|refuted|dismissed)"
    r"|false(?:ly)?(?! (?:claims?|reports?|rumou?rs?|alarms?|news)\b)|untrue"
    r"|a (?:claim|figure|report|charge|number) (?:\w+ )?(?:dismissed|denied|rejected|refuted)"
    r"|not true|no truth|baseless|fabricat\w+|debunk\w*|hoax)\b"
)

# A word of each wording above. Most clauses have none: what they say is asserted, and one look at
# the places of these words spares the searches for all wordings.
_MAY_BE_DENIED: Final = Led(
    r"\b(?:den(?:y|ied|ies)|refut|reject|dismiss|fals|no truth|not\b|never\b|untrue|contrary|debunk"
    r"|baseless|fabricat|sensational|myth|hoax|(?:did|does|do|has|have|had)n't)"
)
_MAY_BE_SUPPOSED: Final = Led(
    r"\b(?:would|could|might|unless|should (?:the|fighting|war|it)"
    r"|may (?:yet|still|well|eventually|soon|rise|reach|climb|exceed|top|grow|go|pass|shrink|fall"
    r"|drop|swell|double|triple|be|arrive|cross|flee|leave|follow|return|come|die|lose)"
    r"|likely to|if\b|speculat|suppos|can ?not|unable to|threaten|want|demand|hypothetical|scenario"
    r"|in case|were to)"
)
_MAY_BE_PLANNED: Final = Led(
    r"\b(?:will|shall|would|means to|plan(?:s|n|\b)|inten[dt]|aim|expect|due|awaited|prepar|pledge"
    r"|promise|vow|propose|hope|seek|want|order(?:s|ed)? |target of|goal of|quota of|set out to"
    r"|(?:is|are|was|were|going|set|about|ready|scheduled|meant|designed|agreed|offered"
    r"|decided|supposed) to|needed|up to the task)"
)
MAY_BE: Final[Mapping[Stance, Led]] = {
    Stance.DENIED: _MAY_BE_DENIED,
    Stance.HYPOTHETICAL: _MAY_BE_SUPPOSED,
    Stance.PLANNED: _MAY_BE_PLANNED,
}
# Each of their matches holds one of the words above that tell of its stance.
OTHER_STANCES: Final[Mapping[Stance, tuple[re.Pattern[str], ...]]] = {
    Stance.DENIED: (DENIED_BEFORE, NEGATED, DENIED_SINCE),
    Stance.HYPOTHETICAL: (SUPPOSED,),
    Stance.PLANNED: (PLANNED,),
}
