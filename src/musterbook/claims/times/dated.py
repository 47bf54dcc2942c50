"""A time of a sentence in, whether it is the day of a saying or of an event out."""

import re
from collections.abc import Sequence

from musterbook.claims.number_words import WORDS
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.speakers.speech_said import Speech
from musterbook.claims.times.event_names import names_of
from musterbook.claims.times.time_expression import TimeExpression

_NEAR_SPEECH = 28  # characters between a verb of saying and its date: told journalists on Tuesday
# To reporters in the capital on; late; in a statement issued: nothing of what is said.
_TO_WHOM = re.compile(
    r"\s*(?:(?:(?:to|in|at|on|by|via|with|before)\s+)?(?:(?:a|an|the|his|her|its|their|our|local|state"
    r"|written|brief|joint|televised|cabinet|emergency|special|cheering|news|closed|un|u\.n\.|senate|armed|services|press)\s+)*"
    r"(?:reporters?|journalists?|lawmakers|parliament|committee|statement|television|tv|radio"
    r"|interview|conference"
    r"|meeting|session|rally|crowd|audience|gathering|supporters|nation|briefing|telephone|phone|afp|reuters|ap|agency|newspaper|media|correspondents?|council|congress"
    r"|release|report|bulletin|[a-z]+ times)(?:\s+of\s+[a-z]+)?\s*,?\s*)*"
    r"(?:(?:in|at|from)\s+(?:the\s+)?[a-z'-]+\s*,?\s*)?"
    r"(?:(?:late|early|on|in|issued|published|released)\s+)*"
)
# Speaking in the capital on Monday, X said; in a speech carried live on Sunday, X said.
_SPEAKING = re.compile(
    r"(?:speaking|talking|writing|addressing|briefing|replying|appearing"
    r"|in (?:an?|his|her|its|their) (?:[a-z]+ ){0,2}?(?:speech|statement|interview|report|letter"
    r"|message|address|broadcast|communique|bulletin|conference|briefing|dispatch|article|update))"
    r"\b[^.;:]{0,70}"
)
# According to figures issued by the ministry on; its bulletin of; a statement on; released new
# figures on: nobody says so, the paper does.
_PAPERS = (
    r"(?:figures?|data|statistics|numbers|tolls?|counts?|tally|lists?|statements?|reports?"
    r"|communiques?|bulletins?|estimates?|updates?|interviews?|census)"
)
_ISSUED_REACH = 90
_ISSUED = Led(
    rf"\b(?:{_PAPERS}\s+(?:(?:that |which )?(?:was |were |had been )?(?:issued|released|published"
    r"|given|made public|put out|dated)(?:\s+(?:here|in [a-z]+))?(?:\s+by\s+[^,.;:]{1,60}?)?)"
    r"|(?:statement|communique|bulletin|announcement|broadcast)(?:\s+(?:of|read))?"
    rf"|(?:issued|released|published)\s+(?:an?|the|its|his|her|new|these|those)\s+(?:[a-z-]+\s+){{0,3}}?"
    rf"{_PAPERS})\s+(?:late |early )?$"
)
# Between a time and who says something then: the chief secretary of the state, N. R., had spoken.
_JOINT = re.compile(
    r"\s*,?\s*(?:when\s+)?(?:the\s+|an?\s+)?(?:(?<=the )(?:[a-z'. -]{3,60},\s+){1,2})?"
)
_OPENING = 2  # characters: a quotation mark may stand before a sentence's first words


# On Sunday the agency registered 3,000: they came on the day on which they were counted.
# Denounced the killing of 14 on Friday: they were killed then.
_COUNTED_THEN = (
    *("registered", "recorded", "logged", "documented", "received", "processed"),
    *("denounced the", "deplored the", "welcomed the", "criticised the", "criticized the"),
    *("lamented the", "hailed the", "mourned the", "regretted the"),
)
_RELATIVE = re.compile(r", (?:which|who|whose)\b")
_TO_THAT = 80  # characters from a saying to its day, where `that` follows
_NO_CLAUSE = re.compile(r"[^.;:,\"“”]*")


# Visited the villages on Monday and estimated: on Monday too.
_AND_SAID = re.compile(r",?\s+and\s+(?:also\s+|later\s+)?")
_WENT_TO_SEE = Led(
    r"\b(?:visited|toured|inspected|surveyed|flew|travelled|traveled|went|arrived|returned|met|came|addressed)\b"
    r"[^.;:]{0,70}$"
)


def dates_speech(
    folded: str,
    time: TimeExpression,
    speeches: Sequence[Speech],
    *,
    sentence: int,
    number: int | None = None,
) -> bool:
    """Say whether a time is the day of a saying: told journalists on Tuesday.

    A time behind the `number` that it may date is not that of the next saying: 423 died in 1994
    and claimed.
    """
    if _ISSUED.search(folded, max(sentence, time.start - _ISSUED_REACH), time.start):
        return True
    for speech in speeches:
        if _is_no_saying(folded, speech):
            continue
        after = time.start - speech.end
        if 0 <= after <= _NEAR_SPEECH and _leads_to_date(folded, speech, time):
            return True
        if speech.start <= time.start and time.end <= speech.end:
            # seized 30 leaders on Friday and said: two verbs, of which the first has the day
            # Britain, which landed 700 men last week, says
            is_of_deed = number is not None and speech.start < number <= time.start
            is_aside = is_of_deed and _RELATIVE.search(folded, speech.start, time.start)
            return not (is_aside or (is_of_deed and folded.startswith(" and ", time.end)))
        is_before_that = 0 <= after <= _TO_THAT and folded.startswith(" that ", time.end)
        if is_before_that and _NO_CLAUSE.fullmatch(folded, speech.end, time.start):
            return True  # told journalists in an interview on Sunday that 19 had died
        before = folded[sentence : time.start].lstrip('"“')
        opens = time.start <= sentence + _OPENING or bool(_TO_WHOM.fullmatch(before + " "))
        opens = opens or bool(_SPEAKING.fullmatch(before))
        if _is_of_visit(folded, time, speech, sentence):
            return True
        is_before = not speech.is_inner and speech.start >= time.end
        is_before = is_before and bool(_JOINT.fullmatch(folded, time.end, speech.start))
        if is_before and _is_set_apart(folded, time, speech):
            continue
        is_behind = number is not None and time.start > number and not opens
        if is_before and not is_behind and (opens or not speech.is_after):
            return True
    return False


# Told 220 families to leave; in return for a radio broadcast.
_ORDERED = re.compile(
    rf"\s(?:(?:some|about|nearly|another|all|at least) )*(?:\d[\d,.]*|{WORDS}|hundreds|thousands"
    r"|dozens|residents|villagers|people)\s[^.;,]{0,40}?\bto\s[a-z]"
)
_NO_VERB = UpTo(
    r"\b(?:an?|for|of|without) (?:[a-z]+ )?(?:broadcasts?|reports?|claims?|estimates?|statements?"
    r"|charges?|hope|fear|demand)$"
)


def _is_no_saying(folded: str, speech: Speech) -> bool:
    """Say whether a verb of saying is one of counting or ordering, or no verb but a noun."""
    if folded.endswith(_COUNTED_THEN, speech.start, speech.end):
        return True
    if folded.endswith(("told", "asked", "urged", "warned", "advised"), speech.start, speech.end):
        return _ORDERED.match(folded, speech.end) is not None
    return _NO_VERB.search(folded, speech.start, speech.end) is not None


def _is_of_visit(folded: str, time: TimeExpression, speech: Speech, sentence: int) -> bool:
    """Say whether somebody went to see on a day and said: visited the villages on Monday and."""
    if not 0 <= speech.start - time.end <= len(" and also "):
        return False
    if _AND_SAID.fullmatch(folded, time.end, speech.start) is None:
        return False
    return _WENT_TO_SEE.search(folded, sentence, time.start) is not None


def _is_set_apart(folded: str, time: TimeExpression, speech: Speech) -> bool:
    """Say whether a saying stands between commas behind a time: on Monday, he said, 43 fled."""
    if not folded.startswith(",", time.end):
        return False
    return folded.startswith(", ", speech.end) and not folded.startswith('"', speech.end + 2)


_EVENT_AFTER = re.compile(rf"\s+{names_of('disaster', 'accident', 'attack')}\b")
_EVENT_REACH = 132
# Rose early on Monday: the toll did, not what struck.
_OF_TOLL = (
    r"(?:has|have|had|is|are|was|were|will|rose|stood|reached|climbed|passed|topped|jumped|grew"
    r"|exceeded|killed(?=\s\D{0,9}\d))"
)
_EVENT_OF = Led(
    rf"\b{names_of('disaster', 'accident', 'attack', 'unrest', 'carrier')}"
    r"(?: and (?:[a-z]+ ){1,2}?[a-z]+)?\s+"
    rf"(?:(?:of|on)\s|(?:that|which)\s(?!{_OF_TOLL}\b)[a-z]+\b"
    rf"(?:(?!\b{_OF_TOLL}\b)[^,.;]){{0,100}}"
    r"\s(?:on|late|early)\s)"
)


def dates_event(folded: str, time: TimeExpression) -> bool:
    """Say whether a time dates what happened: Saturday's earthquake; the cyclone of Friday."""
    near = time.start - _EVENT_REACH
    before = [each.end() > time.start for each in _EVENT_OF.finditer(folded, near, time.end)]
    if folded.startswith("'s", time.end) or any(before):
        return True
    return _EVENT_AFTER.match(folded, time.end) is not None  # the May 12 earthquake


_ITS_EVENT = re.compile(
    rf"'s\s+(?:[a-z-]+\s+)?{names_of('attack', 'accident', 'disaster', 'unrest', 'war')}\b"
)


def is_day_of_event(folded: str, time: TimeExpression) -> bool:
    """Say whether an event is called by its day: blamed Monday's shelling on the rebels."""
    return _ITS_EVENT.match(folded, time.end) is not None


def _leads_to_date(folded: str, speech: Speech, time: TimeExpression) -> bool:
    """Say whether only who was told, and how, stands between a verb of saying and a time."""
    between = folded[speech.end : time.start]
    if _TO_WHOM.fullmatch(between):
        return True
    return folded.endswith("told", speech.start, speech.end) and bool(_NAMED.fullmatch(between))


# Told Angop today; told Radio Free Europe on Monday; but: told Reuters nine died on Monday.
_NAMED = re.compile(
    rf"\s+(?:(?!(?:{WORDS}|that|were|was|had|died|[a-z]+ed)\b)[a-z'.-]+\s+){{1,3}}(?:on |late )?"
)


_RELATIVE_BEFORE = re.compile(
    r"(?:,\s(?:which|who|whose|where|(?:[\w-]+ ){1,3}?of (?:them|whom))"
    r"|\bthat (?:had|has|have))\b[^,;]*$"
)


_CLAUSE_BEGINS = (", ", "that ha")


def in_relative_clause(folded: str, time: TimeExpression, sentence: int) -> bool:
    """Say whether a time is of a thing named in passing: a bridge that had stood since 1845."""
    if not any(folded.find(each, sentence, time.start) >= 0 for each in _CLAUSE_BEGINS):
        return False  # looked for first
    return _RELATIVE_BEFORE.search(folded, sentence, time.start) is not None
