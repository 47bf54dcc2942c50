"""Nothing in, the wordings of times out: one pattern for each form, tried in this order."""

from collections.abc import Mapping
from typing import Final

from musterbook.claims.calendar_numbers import MONTH_NAMES
from musterbook.claims.calendar_words import WEEKDAY
from musterbook.claims.number_words import ORDINALS, WORDS
from musterbook.claims.times.event_names import names_of
from musterbook.claims.times.time_feasts import FEASTS

_Y = r"(?:1[89]|20)\d\d"
_D = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"  # `March 54` is no day
_NTH = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)"
_NO_DAY = "day|anniversary|birthday|floor|century|hour|of|division|brigade|army|corps|parallel"
_M = MONTH_NAMES
_UNIT = r"(?:hour|night|day|week|fortnight|month|year|decade)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_STRIFE = names_of("unrest", "attack", "war", "disaster")
_IN = "(?:(?<=in )|(?<=in just )|(?<=in only )|(?<=in barely )|(?<=in about )|(?<=in nearly ))"
_AND_ON = (
    "(?:and|as|to|from|mostly|because|since|while|they|it|he|she|we|the|some|about|more|at|over)"
)
_YEAR = rf"{_Y}|the year|this year|the current year|last year"
# What tells that a number before it was a day, and counts nobody.
_GOES_ON = (
    r"(?:in|at|on|when|while|as|by|near|and|but|that|before|after|for|from|to|with|during|around"
    r"|the|an?|his|her|its|their)\b"
)
# Three may have died; but held on 3 May have been freed is of a day.
_NOT_ON_A_DAY = "".join(
    rf"(?<!\b{word} \d{{{digits}}} )"
    for word in ("on", "since", "until", "till")
    for digits in (1, 2)
)
_ITS_YEAR = rf"(?:,?\s+(?:of\s+)?(?P<y>{_Y}|(?:last|this|next) year))?"
_OF_YEAR = rf"(?: of (?P<y>{_YEAR}))?"

PATTERNS: Final[Mapping[str, str]] = {
    "weekday_of": rf"(?P<w>{WEEKDAY}) (?:of )?(?P<which>last|this) week",
    "day_before": r"the day before yesterday",
    "before_last": r"the (?P<u>week|weekend|month|year|night|evening) before last",
    "numeric": rf"(?P<a>[0-3]?\d)[/.](?P<b>[0-3]?\d)[/.](?P<y>{_Y})",
    "iso": rf"(?P<y>{_Y})-(?P<m>\d\d)-(?P<d>\d\d)",
    "month_part": (
        rf"(?:the )?(?P<n>first|second|third|fourth|last) (?P<u>week|half|fortnight) of"
        rf" (?:(?P<m>{_M})(?: (?:of )?(?P<y>{_Y}))?|(?P<which>this|last|the) month)"
    ),
    "ending": (
        rf"(?:the )?(?:(?P<n>\d+|{WORDS}) )?(?P<u>hour|day|week|fortnight|month|year)s?"
        rf" (?:to|ending|ended|up to)"
        rf" (?:(?:at )?(?:noon|midday|midnight|dawn|sunrise|daybreak|\d+(?:[:.]\d\d)? [ap]\.?m\.?)"
        rf",? )?(?:on |in )?(?:(?:(?P<d>{_D})\s+)?(?P<m>{_M})(?: (?P<d2>{_D})\b)?"
        rf"(?:,? (?:of )?(?P<y>{_Y}))?(?!\.? \d)|(?P<w>{WEEKDAY}))"
    ),
    "feast": (
        rf"(?<!ese )(?<!ian )(?<!nar )(?<!ish )(?<!hai )(?<!hmer )(?P<f>{FEASTS})(?!s\b)"
        r"(?! (?:resolution|celebration|holiday|festival|party|message|address|island|rising))"
        rf"(?:,? (?:of )?(?P<y>{_Y}))?"
    ),
    "nth_weekday": (
        rf"(?:the )?(?P<n>first|second|third|fourth|last) (?P<w>{WEEKDAY}) (?:of|in) (?P<m>{_M})"
        rf"(?:,? (?:of )?(?P<y>{_Y}))?"
    ),
    "week_of": (
        r"the (?P<u>week|weekend) (?P<how>of|beginning|starting|that began|that started|from)"
        rf"(?: on)?(?: {WEEKDAY},?)?"
        rf" (?:(?P<m>{_M}) (?P<d>{_D})(?! ?(?:-|–|to|and) \d)|(?P<d2>{_D}) (?P<m2>{_M}))"
        rf"(?:,? (?P<y>{_Y}))?"
    ),
    "lasting": (
        rf"(?<!first )(?<!last )(?P<n>\d+|{WORDS}|a|several|a few) (?:straight |consecutive )?"
        r"(?P<u>day|night|weekend|week|month|year)s? of"
        rf" (?:[a-z-]+ ){{0,2}}?{names_of('unrest', 'attack', 'war', 'disaster', 'course')}"
    ),
    "century": r"the turn of the (?:century|(?P<u>year))",
    "decade": (
        r"(?:the )?(?:(?P<part>early|mid|late)[ -])?(?P<y>(?:1[89]|20)\d0)'?s"
        r"|the (?:(?P<of>early|mid|late)[ -])?(?P<word>fifties|sixties|seventies|eighties|nineties)"
    ),
    "days_months": (
        rf"(?:(?P<d1>{_D})(?: of)? (?P<m1>{_M})|(?P<m2>{_M}) (?P<d2>{_D}))"
        r"\s*(?:-|–|to|until|through|and)\s*"
        rf"(?:(?P<d3>{_D})(?: of)? (?P<m3>{_M})|(?P<m4>{_M}) (?P<d4>{_D})),?\s+(?P<y>{_Y})"
    ),
    "nths_month": (
        rf"(?:the )?(?P<d1>{ORDINALS}|{_NTH})\s*(?:-|–|to|until|through|and)\s*(?:the )?"
        rf"(?P<d2>{ORDINALS}|{_NTH}) (?:of )?(?P<m>{_M}){_ITS_YEAR}"
    ),
    "days_month": (
        rf"(?P<d1>{_D})(?:, {_D})*\s*(?:-|–|to|and)\s*(?P<d2>{_D})(?: of)?\s+(?P<m>{_M})"
        rf"{_ITS_YEAR}"
    ),
    "between_days": (rf"between (?P<m>{_M}) (?P<d1>{_D}) and (?P<d2>{_D})(?! {_M}){_ITS_YEAR}"),
    "month_days": (
        rf"(?P<m>{_M})\s+(?P<d1>{_D})(?:\s*(?:-|–|to|through)\s*"
        rf"|(?:, {_D})*,? and (?={_D}(?:,? {_Y})?\s*(?:[.,;:)]|$|{_GOES_ON}|\d)))"
        rf"(?P<d2>{_D}){_ITS_YEAR}"
    ),
    "month_day": rf"(?P<m>{_M})\s+(?P<d>{_D})(?!\d|,\d){_ITS_YEAR}",
    "month_nth": (
        rf"(?P<m>{_M}) (?:the )?(?P<d>{ORDINALS}|{_NTH})"
        rf"(?=\s*(?:[.,;:)]|$|{_GOES_ON}))(?:, (?P<y>{_Y}))?"
    ),
    "day_month": (
        rf"(?:the )?(?P<d>{_D})(?:\s+of)?\s+"
        rf"(?!{_NOT_ON_A_DAY}may (?:have|be|well|not|yet|also|still|now)\b)"
        rf"(?P<m>{_M}){_ITS_YEAR}"
    ),
    "nth_month": rf"the (?P<d>{ORDINALS}) of (?P<m>{_M}){_ITS_YEAR}",
    "nths": (
        rf"(?:(?:between|from) )?(?:the )?(?P<d1>{_NTH})"
        rf"(?:\s*(?:and|to|-|–)\s*(?:the )?(?P<d2>{_NTH}))?"
        rf" of (?P<which>this|last|the current|the present) month"
        rf"|(?:between|from) (?:the )?(?P<d3>{_NTH}) (?:and|to) (?:the )?(?P<d4>{_NTH})"
        r"(?=\s*(?:[.,;)]|$))"
    ),
    "nth": rf"(?<=on )the (?P<d>{_NTH})(?!\s+(?:{_NO_DAY})\b)",
    "month_months": (
        rf"(?P<m1>{_M})(?:, {_M})*,?\s*(?:-|–|to|and|through)\s*(?P<m2>{_M})"
        rf"(?:,?\s+(?:of\s+)?(?P<y>{_Y}|this year|last year))?"
    ),
    "year_ended": (
        rf"(?:the |its |their )?(?:(?:fiscal|financial|recruiting) )?year"
        rf" (?:that |which )?(?:ended|ending|ends) (?:on )?"
        rf"(?:in )?(?:(?:(?P<d0>{_D}) )?(?P<m>{_M})\.?(?: (?P<d>{_D}))?(?:,?\s+(?P<y>{_Y}))?"
        rf"|(?P<w>{WEEKDAY}))"
    ),
    "fiscal_now": (
        r"(?P<which>last|this|the previous|the current|the)"
        r" (?:fiscal|financial|recruiting) year(?! \d| that| ended| ending)"
    ),
    "fiscal": rf"(?:the )?(?:fiscal|financial)(?: year)? (?P<y>{_Y})",
    "half": rf"(?:the )?(?P<n>first|second) half{_OF_YEAR}",
    "quarter": (
        rf"(?:the )?(?P<n>first|second|third|fourth|last) quarter{_OF_YEAR}"
        rf"|q(?P<q>[1-4])[ -](?P<qy>{_Y})"
    ),
    "first_of": (
        rf"(?:the )?(?P<edge>first|last|final|opening|closing)"
        rf" (?:(?:(?P<n>\d+|{WORDS}|few|several) )?(?P<u>day|week|month)s|(?P<one>day|month))"
        rf" of (?:(?P<m>{_M})(?: (?P<my>{_Y}))?|(?P<y>{_YEAR})|(?P<which>this|last) month)(?!'s)"
    ),
    "edge": (
        r"(?:the )?(?P<edge>start|beginning|first(?= of the year(?!'))|middle|end)"
        rf" of (?:(?P<m>{_M}) )?(?P<y>{_YEAR})"
        rf"|(?:the )?(?P<of>start|beginning|middle|end) of (?P<mm>{_M})(?! {_Y})"
        rf"|(?:the )?(?P<ws>start|beginning|middle|end) of (?:the )?(?P<ss>{_SEASON})"
        rf"(?: (?:of )?(?P<sy>{_Y}))?"
        rf"|(?:the )?(?P<at>start|beginning|middle|end) of (?:the|this|next|last)"
        rf" (?P<u>week|month)"
        r"|(?<=since )the (?:new )?(?P<begun>year|month|week) (?:began|started|opened)"
        rf"|mid-year|(?:the )?(?P<ends>year|month)(?:'s |-)end"
        r"|the (?P<out>year|month|week) is (?:out|over|up)"
    ),
    "season": (
        rf"(?:(?P<last>last|this|next) (?P<s1>{_SEASON})|(?:the |early |late )?(?P<s>{_SEASON})"
        rf"(?: of)? (?P<y>{_Y}|last year|this year))"
    ),
    "this_season": (
        rf"(?:(?<=in )|(?<=since )|(?<=during )|(?<=over )|(?<=by )|(?<=until )"
        rf"|(?<=before )(?=(?:the )?{_SEASON}(?:\s*(?:[.,;)]|$)"
        r"| (?:and|but|comes|sets|is|arrives|begins|starts)\b)))"
        rf"(?:the )?(?P<s>{_SEASON})(?! (?:of )?{_Y}| offensive| of (?!the same|this|that|last))"
    ),
    "part_month": rf"(?P<part>early|mid|late)(?:[ -]| in )(?P<m>{_M}){_ITS_YEAR}",
    "last_month": rf"(?P<which>last|this past|this|next) (?P<m>{_M})(?!\.? {_D}\b)",
    "month_of": rf"(?P<m>{_M})(?: of)? (?P<y>this year|last year|next year)",
    "month_year": rf"(?P<m>{_M}),?\s+(?:of\s+)?(?P<y>{_Y})",
    "part_year": rf"(?P<part>early|mid|late)[ -](?:in\s+)?(?P<y>{_Y})",
    "month": rf"(?P<m>{_M})",
    "weekday": (
        r"(?:late on |early on |(?:early|late|noon|midday|midnight|next|last|this|this past"
        r"|this coming|the previous|the following) )?"
        rf"(?P<w>{WEEKDAY})(?: (?:morning|afternoon|evening|night|noon|midnight))?"
    ),
    "weekend": (
        rf"(?:the |last |this |this past |next )weekend(?! of (?:\d|{_M}\b))"
        rf"|(?:(?<=in )|(?<=of )|(?<=during ))weekend(?= (?:[a-z]+ ){{0,2}}?{_STRIFE})"
        rf"|an? weekend(?= {_STRIFE}|$)"
    ),
    "tomorrow": r"(?:the day after )?tomorrow",
    "today": (
        r"today|(?<!first )tonight|this (?:morning|afternoon|evening)"
        r"|(?<=since )(?:dawn|midnight|noon)(?! (?:on|of|last|[a-z]+day)\b)"
    ),
    "overnight": r"overnight(?! (?:on |from |to |into |between )?[a-z]+day\b)"
    r"|all-night"
    r"|(?:(?<=during )|(?<=course of )|(?<=throughout ))the night(?! (?:of|from|to|when)\b)",
    "yesterday": r"yesterday|last night",
    "past": (
        rf"(?:the |these )?(?:past|last|previous)"
        rf"(?: (?P<n>\d+|{WORDS}|few|several))? (?P<u>{_UNIT}s)(?! of (?!fighting|war|violence))"
        r"|the (?:past|last) half[ -](?P<half>year|month|decade)"
        rf"|(?<!on )the (?:past|last) (?P<one>{_UNIT})(?P<more> and a half)?"
        rf"|(?:the )?recent (?:(?P<rn>\d+|{WORDS}) )?(?P<recent>{_UNIT}s)"
    ),
    "span": (
        rf"{_IN}(?P<n>\d+|{WORDS}|a) (?P<u>day|week|fortnight|month|year)s?"
        rf"(?= ?(?:[.,;)]|$|\d|{_AND_ON}\b))"
    ),
    "earlier_in": r"earlier (?:on )?in the (?P<u>week|month|year)",
    "within": (
        rf"(?:the space of|(?<=in )(?:less than|under)) (?P<n>\d+|{WORDS}|an?) (?P<u>{_UNIT})s?"
        r"(?! ago| before| after| later| old| of\b)"
        rf"|the (?P<n2>\d+|{WORDS}) (?P<u2>hour)s (?:(?:that )?ended|ending|up to|to|until|before)"
        r" (?:at )?(?:dawn|noon|midday|midnight|sunrise|daybreak|this morning|today)"
    ),
    "coming": (
        rf"(?:(?<!handed )over |during |within )?(?:the )?(?:next|coming)"
        rf" (?:(?P<n>\d+|{WORDS}|few|several) )?(?P<u>{_UNIT}s)"
        r"|(?:over|during|within|for|in) the (?:next|coming) (?P<one>week|month|year|decade)"
    ),
    "ago": (
        rf"(?P<exact>(?<=exactly ))?(?P<n>\d+|{WORDS}|half an?|an?) (?P<u>{_UNIT})s? ago"
        rf"(?P<today> today| to the day)?(?: this (?P<this>month|week))?"
        rf"(?:(?: on)? (?P<w>{WEEKDAY}))?"
    ),
    "calendar": (
        r"(?:earlier |later |late |early )?"
        r"(?P<which>last|this|the current|the previous|next|the coming|the next)"
        r" (?:calendar )?(?P<u>week|month|quarter|year)(?: so far| to date)?"
        r"|the (?P<running>week|month|year) (?:to date|so far)"
    ),
    "whole_year": (
        rf"(?:the )?whole of (?:the year|(?P<y>{_Y}|this year|last year))"
        r"|the (?:year as a|whole|entire|full) (?:whole|year)(?! \d| of\b)"
    ),
    "years": rf"(?P<y>{_Y})[-–/](?P<z>\d{{4}}|\d\d)(?!-)",
    "year": rf"(?P<y>{_Y})(?! (?:hours|gmt|local|hrs|utc)\b)",
}
