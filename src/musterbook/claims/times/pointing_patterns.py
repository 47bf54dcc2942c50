"""Nothing in, the wordings of times that point at another time or at now out, as patterns."""

from typing import Final

from musterbook.claims.calendar_numbers import MONTH_NAMES
from musterbook.claims.number_words import ORDINALS, WORDS
from musterbook.claims.patterns.led import Led
from musterbook.claims.times.event_names import names_of

NOW = Led(
    r"(?<!\w)(?:to date|so far|thus far|as of now|(?:up )?until now|up to now|(?:up )?till now"
    r"|at (?:the )?(?:last|latest) count"
    r"|at present|at the moment"
    r"|currently|(?<!between )now"
    r"|presently|already|still|these days|at this time|nowadays"
    r"|(?:current|present)(?=(?: (?!year|month|week|war)[a-z-]+){1,3} (?:is|are|stands?)\b))(?!\w)"
)
# A beginning that is named and not dated: the end is known, the start is not.
_THAT_DATE: Final = "that (?:date|day|time|point|month|year)"
# Since the strike was called off: its end, which is not its beginning.
_IS_OVER: Final = (
    r"(?:ended|ceased|stopped|collapsed|died down|subsided|petered out|finished|fizzled out|failed"
    r"|(?:was|were) (?:over|lifted|broken|called off|crushed|put down|quelled|suppressed|stopped"
    r"|ended|foiled|raised))"
)
SINCE_EVENT = Led(
    rf"(?<!\w)(?:ever )?since (?!then\b|{_THAT_DATE}\b)"
    rf"(?:(?:the|its|his|their|this) )?(?:[a-z'-]+ ){{0,3}}?"
    r"(?:(?:began|begun|started"
    r"|broke out|erupted|ended|resumed|took power|seized power|collapsed)(?!\w)"
    rf"|{names_of('disaster', 'accident', 'attack', 'unrest', 'war', 'turn')}"
    rf"(?: {_IS_OVER}(?!\w)|(?![\w-]| (?:in|on|of|began|started|broke)\b)))"
)
# Since the law took effect; since their arrival; since the fall of the regime: in the perfect only,
# for in another tense it may give a reason.
_NO_NOW: Final = r"(?!(?:is|are|has|have|can|cannot|will|do|does|may|must|now|there)\b)"
SINCE_ANY = Led(
    rf"(?<!\w)(?:ever )?since (?!then\b|{_THAT_DATE}\b|last\b|this\b|early\b|late\b"
    r"|(?:the )?(?:morning|dawn|daybreak|sunrise|midday|noon)\b)"
    rf"(?:(?:{_NO_NOW}[a-z'-]+ ){{1,6}}?"
    r"(?:(?:was|were) (?:[a-z]+ed|set up|found|shut|held|built|put|begun|broken off|overthrown"
    r"|driven out|won|lost|taken|seized)|began|came|took|fell|broke|left"
    r"|rose|set|met|won|lost|sank|fled|went|withdrew|became|held|sent|shut|struck|hit|(?!need)[a-z]{2,}ed)"
    r"(?: (?:in|up|out|off|over|effect|office|power|place|to power|into force))?(?!\w)"
    rf"|(?:the|its|their|his|her) (?:{_NO_NOW}[a-z'-]+ ){{0,2}}{_NO_NOW}[a-z'-]+"
    rf"(?: of (?:(?:the|its|their|his|her) )?(?:{_NO_NOW}[a-z'-]+ ){{0,2}}?{_NO_NOW}[a-z'-]+)?"
    r"(?=\s*(?:[.,;)\"]|$)|,? \d))"
)
_ENDS_NP: Final = (
    r"(?!(?:in|on|at|by|to|and|but|as|for|from|with|was|were|had|has|the|an?|more|some|about)\b)"
    r"[a-z-]+"
)
PERFECT_NOW = Led(r"\b(?:has|have)\b")
# Since the morning of the day of the report.
SINCE_MORNING = Led(
    r"(?<!\w)since (?:(?:the|this) )?(?:early )?(?:morning|dawn|daybreak|sunrise|midday|noon)"
    r"(?=\s*(?:[.;,)\"]|$))"
)
PERFECT = Led(r"\b(?:has|have|had)\b")
_CLOCK: Final = (
    r"(?:about |around )?(?:\d{1,2}(?:[:.]\d\d)? [ap]\.?m\b\.?|\d{4} (?:hours|gmt|local time))"
    r"(?!,? (?:on )?(?:[a-z]+day\b|\d|the \d))"
)
_NO_DAY: Final = (
    r"(?!,? (?:on|of|today|yesterday|tomorrow|last|this|next|prayers?|hours|[a-z]+day\b"
    rf"|(?:the )?\d+(?:st|nd|rd|th)? {MONTH_NAMES}\b|{MONTH_NAMES} \d|(?:that|which) followed))"
)
SAME = Led(
    r"(?<!\w)(?:at (?:that|the) time|(?:in|during|over) (?:the same|that|this) (?:period|time"
    r"|month|year|week|day|night|quarter|operation)|in the (?:quarter|period)"
    r"|on (?:that|the same) date"
    rf"|(?:in|during|over|throughout) (?:the same|those|these|that same) (?:(?:\d+|{WORDS}) )?"
    r"(?:hours|days|weeks|months|years)"
    r"|(?:in|during|over|throughout) (?:the|that) same (?:period|time|span|stretch)"
    r"|the same (?:month|week|year)(?! (?:last|of|in|a|as)\b)"
    r"|(?:during|for) the year(?! as a whole)"
    r"|(?:(?:on|of) )?(?:the same|that(?: same)?) (?:day|night|evening|morning|afternoon)"
    r"|(?:earlier|later|late|early) that day|that (?:day|night|week|month|year)"
    r"|on the day|on (?:the|its|their) (?:last|final) day(?! (?:before|for|in|to|that)\b"
    r"| of (?!(?:the|its|their) (?!(?:[a-z-]+ )?(?:year|month|week|century|decade|season)\b)))"
    r"|(?:in the course of|during|throughout|over) the day(?! (?:of|before|after|when|to)\b)"
    r")(?!\w)"
)
# An hour of the day that is told of, or of the story's.
HOUR = Led(
    r"(?<!\w)(?:(?:by|as of) (?:(?:early |late |mid-)?(?:morning|afternoon|evening)|nightfall"
    rf"|noon|midday|midnight|dawn|dusk|{_CLOCK})"
    r"|(?:when|as|after|before) (?:darkness|night) (?:had )?(?:fell|fallen)"
    r"|(?:at|before|after|around|about|towards?) (?:dawn|dusk|nightfall|daybreak|sunrise|sunset"
    rf"|midnight|dark|first light){_NO_DAY}"
    rf"|(?:late |early )?in the (?:early |late )?(?:morning|afternoon|evening|night){_NO_DAY}"
    r"|(?:earlier|later|late|early) in the day)(?!\w)"
)
# Since, and nothing after it: since what was named last.
SINCE_THEN = Led(
    rf"(?<!\w)(?:since(?: then| {_THAT_DATE}|(?=\s*(?:[.;,)\"]|$))"
    r"|(?:(?<=have since)|(?<=has since))"
    r"(?= (?:been|died|gone|come|left|fled|risen|fallen|[a-z]+ed)\b))"
    rf"|from (?:then|{_THAT_DATE}) on(?:wards?)?"
    r"|(?:in|over|during) the (?:days|weeks|months|years) since(?=\s*(?:[.;,)]|$)))(?!\w)"
)
# On Saturday, a day before they signed: what stands behind is a clause or an event of its own.
_BEFORE_WHAT: Final = (
    r"(?! last\b| (?:the|an?|its|his|her|their|our|that|this|they|he|she|it|we|[a-z]+ing)\b"
    r"| [a-z-]+ (?:is|are|was|were|had|begins?|began|opens?|opened|starts?|started|ends?|ended)\b)"
)
SHIFTED = Led(
    rf"(?<!\w)(?<!the )(?:(?P<n>\d+|{WORDS}) (?P<x>year|month|week|day|night)s"
    rf" (?:before{_BEFORE_WHAT}|previously|earlier(?! (?:this|in|on)\b))"
    r"|the (?P<u>year|month|week|day|night|evening|morning|afternoon)"
    r" (?:before(?: that(?=\s*(?:[.,;)]|$))|(?! last| yesterday"
    r"| (?:an?|its|his|their|that|they|he|she|it)\b))|earlier)"
    rf"|an? (?P<v>year|month|week|day) (?:before{_BEFORE_WHAT}|previously"
    r"|earlier(?! (?:this|in|on)\b))"
    r"|the (?:previous|preceding)"
    r" (?P<w>year|quarter|month|week|day|night|evening|morning|afternoon|one)"
    r"|(?:(?:in|during|over) )?the same (?P<of>period|months?|weeks?|quarter|time) (?:of"
    r"|in) (?P<y>\d{4})"
    r"|(?:(?:in|during|over) )?the same (?P<in>period|months?|weeks?|quarter|time) (?:of |in )?"
    r"(?:last|the previous|the preceding|a) (?P<z>year)(?: ago| earlier)?)"
    r"(?!\w)"
)


# A moment that an event named before marks: when the agreement was signed, when the killing began.
_IT_CAME: Final = (
    r"(?:(?:was|were) (?:signed|reached|declared|concluded|proclaimed|lifted|imposed|launched|over)"
    r"|began|started|broke out|erupted|ended|took effect|came into (?:force|effect)|struck|hit"
    r"|got under way)\b"
)
# What may begin without being an event that has a name of its own: the clearance began.
_SOME_NOUN: Final = (
    r"(?!(?:year|month|week|day|night|season|decade|century|school|term)\b)[a-z-]{5,}"
)
WHEN_EVENT = Led(
    r"(?<!\w)(?:when|by the time|at the time(?: of the signing of| that)?|as)"
    r" (?:the|this|that|their) (?:[a-z-]+ )?"
    rf"(?:(?P<noun>{names_of('turn', 'war', 'unrest', 'attack', 'disaster')}|treaty|pact|trouble)"
    rf"(?= {_IT_CAME}|\s*[,.])"
    rf"|(?P<some>{_SOME_NOUN})(?= {_IT_CAME}(?! to\b)))(?!\w)"
)
# Of the siege, of its long strike; but of the year, of the season there is no beginning to be told.
_OF_IT: Final = (
    r" of (?:the|its|their|this|that|his|her) "
    r"(?!(?:[a-z-]+ )?(?:year|month|week|day|century|decade|season|term|game|match|school)\b)"
    rf"(?:[a-z]+(?<!s)(?<!ing)(?<!tion) )?{_ENDS_NP}"
)
_BARE: Final = (
    r"(?! of\b| in\b| since\b| for (?![a-z]+ing\b)| after\b| when\b| that\b|,? [a-z]+day\b)"
)
# Counted from the beginning that was named: in the first twelve days of the fighting.
FROM_THE_START = Led(
    rf"(?<!\w)(?:(?:in|on|over|during|within) )?(?<!for )(?:the|its|their) (?:very )?"
    rf"(?:first|opening) (?:(?P<n>\d+|{WORDS}|few) )?(?P<u>hour|day|night|week|month)s?"
    rf"(?:{_OF_IT}|{_BARE})(?!\w)"
)
# On the second day of the offensive; in its third week.
NTH_DAY = Led(
    rf"(?<!\w)(?:on|in|during) (?:the|its|their) (?!first)(?P<n>{ORDINALS}) (?P<u>day|week|month)"
    rf"(?:{_OF_IT}|{_BARE})(?!\w)"
)
# Six weeks into the war, six weeks on, six weeks after it began: of a count up to now its length.
THUS_FAR = Led(
    rf"(?<!\w)(?:\d+|{WORDS}|an?) (?:day|week|month|year)s?"
    rf" (?:into (?:(?:the|its|their) )(?:[a-z-]+ ){{0,2}}?{_ENDS_NP}"
    r"|on(?=,)|later(?=,|(?: [\w'-]+){1,5}? (?:has|have) )"
    r"|after (?:(?:the|its|their) (?:[a-z-]+ ){1,3}?|it )"
    r"(?:began|started|broke out|erupted|took effect|was [a-z]+ed)(?=,))(?!\w)"
)
# A three-week offensive that has killed 345; the siege has lasted ten days and cost 40 lives.
RUN_SO_LONG = Led(
    rf"(?<!\w)(?P<n>\d+|{WORDS})-(?P<u>day|week)(?:-old|-long)? (?:[a-z-]+ ){{0,2}}?"
    rf"{names_of('war', 'unrest', 'attack', 'disaster', 'course')}(?!\w)"
    rf"|(?<!\w)(?:(?:lasted|gone on|raged|dragged on|continued|been (?:going on|raging))(?: for)?"
    rf"|now) (?P<n2>\d+|{WORDS}) (?P<u2>day|week)s(?: old)?(?!\w)"
    rf"|(?<!\w)(?<=now )in (?:its|their|the) (?P<nth>{ORDINALS}|\d+(?:st|nd|rd|th))"
    r" (?P<u3>day|week|month|year)\b"
)
# Within six hours of the break; within a week.
WITHIN = Led(
    rf"(?<!\w)(?:within|inside) (?P<n>\d+|{WORDS}|an?)"
    r" (?:(?P<u>minute|hour|day|week|month)s?(?P<of> of (?:the|its|his|her|their|that)\b)"
    r"|(?P<v>hour|day|week|month|year)s?(?! of\b))(?!\w)"
)


# Before that: up to the time named last.
BEFORE_THAT = Led(
    r"(?<!\w)(?<!year )(?<!month )(?<!week )(?<!day )(?:(?:before|prior to) (?:that|then)"
    r"|(?:by|until|till|up to) (?:then|that)"
    r"(?: (?:time|day|date|point|moment))?)"
    r"(?=\s*(?:[.,;)]|$)| (?:the|some|about|at|more|nearly|only|another|he|she|they|it|there|had"
    r"|was|were)\b| \d)"
)
_UNITS: Final = "hour|day|night|week|month|year"
# In the three days that followed; in the following two weeks; in the two days before.
STRETCH_BESIDE = Led(
    r"(?<!\w)(?:in|over|during|within|for) the"
    rf" (?:(?P<way>following|ensuing|subsequent|preceding) (?P<n>\d+|{WORDS}) (?P<u>{_UNITS})s"
    rf"|(?:(?P<n2>\d+|{WORDS}) )?(?P<u2>{_UNITS})s?"
    r" (?:(?:that|which) (?P<fore>followed|preceded)|(?P<then>after|before) that"
    r"|(?P<at>before|beforehand|afterwards?|thereafter)(?=,| \w+ed\b)))(?!\w)"
)
_ANY_EVENT: Final = names_of("turn", "war", "unrest", "attack", "disaster", "accident")
# Right after the quake: on its day.
BESIDE_EVENT = Led(
    r"(?<!\w)(?:(?:right|immediately|shortly|just|soon) after|on the (?:day|night|morning) of) the "
    rf"(?P<noun>{_ANY_EVENT})(?=\s*(?:[.,;)]|$))"
)
# Before the storm, before the outbreak of the war, until the clearance began: up to it.
BEFORE_EVENT = Led(
    r"(?<!\w)(?:before|until|prior to|up to) (?:the|this|that|their)"
    r" (?:(?:outbreak|start|beginning|onset) of (?:the|its) )?"
    rf"(?:present |latest |recent )?(?:[a-z-]+ (?=[a-z-]+ {_IT_CAME}))?"
    rf"(?:(?P<noun>{_ANY_EVENT}|emergency)"
    r"(?! (?:of|in|on|at|that|which|who|with|against|between|to|for|and|or"
    rf"|could|can|had|is)\b| (?!{_IT_CAME})(?:was|were)\b|'s|[\w-])"
    rf"|(?P<some>{_SOME_NOUN})(?= {_IT_CAME})(?! (?:began|started) to\b))"
    rf"(?! {_IT_CAME},? (?:in|on|late|early|last|this|[a-z]+day|{MONTH_NAMES})\b)"
)
# The day after the coup, two weeks before the vote.
STEP_FROM_EVENT = Led(
    rf"(?<!\w)(?:(?P<n>\d+|{WORDS}|an?) |(?:on )?the )(?P<u>day|week|month)s? (?P<way>after|before)"
    rf" the (?P<noun>{names_of('turn', 'war', 'unrest', 'attack', 'disaster', 'accident')})"
    r"(?! (?:of|that|which)\b| (?:on|in) (?:\d|the \d|early|late|mid|[a-z]+day\b"
    rf"|{MONTH_NAMES}\b))(?!\w)"
)
# The disaster came four months after floods killed 3,000: so long before the day it is told of.
CAME_AFTER = Led(
    r"(?<!\w)(?:came|comes|come|took place|happened|struck|followed"
    r"|(?:was|were|is) (?:held|staged|called|launched|carried out)),?"
    r" (?:(?:only|just|barely|less than|more than|about|almost|nearly|some) )?"
    rf"(?P<n>\d+|{WORDS}|an?) (?P<u>day|week|month|year)s? after"
    r"(?! (?:that|it|they|he|she|the)\b)(?!\w)"
)
# Forward from what was named: the next day, two days later, the following week.
LATER = Led(
    r"(?<!\w)(?:(?:(?:on|by|in) )?the (?:very )?(?:next|following)"
    r" (?P<u>day|morning|afternoon|evening|night|week|month|year)"
    r"|(?:on )?the (?P<e>day|morning) after(?= [a-z]+(?:ed|ing)\b|[.,;]|$)"
    rf"|(?:only |just |some |about )?(?P<n>\d+|{WORDS}|an?)"
    r" (?P<x>day|night|week|month|year)s?"
    r" (?:later|afterwards?|after that|on(?=,)|after(?=\s*(?:[.,;]|$))))(?!\w)"
)
