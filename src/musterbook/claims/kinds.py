"""A counted number, its verb and its time in, its kind out: level, change, rate or cumulative."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from musterbook.claims.counted import Counted
from musterbook.claims.deeds import Tense, tense_after, tense_before
from musterbook.claims.happenings import natures
from musterbook.claims.lexicon_files import words_to_names
from musterbook.claims.periods import TimeExpression

LEVEL: Final = "level"
CHANGE: Final = "change"
RATE: Final = "rate"
CUMULATIVE: Final = "cumulative"

_UNIT = r"(?P<unit>hour|day|week|month|quarter|year)"
_NEXT_TO = re.compile(
    rf"(?:\s+[\w'-]+){{0,2}}?\s+(?:an?|per)\s+{_UNIT}(?!\w|\s+(?:ago|earlier|later|before|after"
    rf"|old|long))"
)
_NOT_RATE = re.compile(
    r"\b(?:for|in|within|after|than|about|over|once|half|nearly|almost|of)\s+an?\s+\w+$"
)
_EVERY = re.compile(
    rf"\b(?:each|every|per)\s+{_UNIT}\b|\b(?P<adverb>annually|yearly|monthly|weekly|daily"
    rf"|hourly|quarterly)\b(?=\W*(?:$|[.,;:)\"]|in\b|on\b|at\b|to\b|from\b|by\b|since\b|for\b|and\b|but\b"
    rf"|across\b|through|during|over\b|into\b|as\b))"
)
_BEFORE = re.compile(
    r"\b(?P<adverb>annual|yearly|monthly|weekly|daily)\s+(?:average|rate|total|loss(?:es)?"
    r"|intake|quota|toll)?\s*(?:of|is|was|at)?\s*$"
)
_EVERY_BEFORE = re.compile(rf"\b(?:each|every)\s+{_UNIT}\b[^.;,]{{0,20}}$")
_UNIT_OF: Final = {
    "annual": "year", "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week",
    "daily": "day", "hourly": "hour", "quarterly": "quarter",
}  # fmt: skip
_HARM: Final = frozenset({"casualties", "killed", "wounded", "injured", "losses"})
_TOTAL = re.compile(
    r"\b(?:the total|so far|to date|death toll|toll|overall|cumulative|tally|count of)\b"
)
_SUM = re.compile(r"\b(?:a total of|in all|in total|altogether|all told)\b")
# Whoever is so described is so for a while: held in captivity, still, there are.
_LASTS = re.compile(
    r"\b(?:(?:were|was|are|is|being|been|still)\s+(?:\w+ly\s+)?(?:being\s+)?held|in custody"
    r"|in detention|behind bars|imprisoned|interned|in (?:\w+ )?captivity|remain(?:s|ed)? in)\b"
)
_THERE_ARE = re.compile(r"\bthere\s+(?:are|is|were|was)\s+(?:still\s+|now\s+|only\s+)*$")
_HAD = re.compile(r"\bhad\b")
_BY_SO_MANY = re.compile(
    r"\b(?:increas|boost|rais|reduc|cut|grow|grew|fell|fall|ris|rose|shr[aiu]nk|expand|swell|drop)"
    r"\w*\b[^.;]{0,60}\bby\s+(?:an?\s+(?:additional|further)\s+)?$"
    r"|\b(?:increase|rise|reduction|cut|drop|decrease|addition|growth|fall)\s+of\s+$"
)
_IN_BATTLE = re.compile(r"\b(?:was|were|suffered|sustained|included)\b")
_PERFECT = re.compile(
    r"(?<!may )(?<!might )(?<!could )(?<!would )(?<!to )\b(?:has"
    r"|have)\s+(?!(?:\w+\s+)?(?:said|reported|announced|confirmed|claimed|stated|declared|admitted"
    r"|denied|told|warned)\b)(?:\w+\s+){0,3}?(?:\w+ed|been|fled|left|died|gone|come|sent|lost|put|made|taken"
    r"|hit)\b"
)
_CAPACITY = re.compile(
    r"\b(?:could|can|cannot)\s+(?:not\s+|only\s+)?(?:take in|host|absorb|accommodate|accept"
    r"|house|shelter|hold)\b"
)
_GONE = re.compile(r"\b(?:missing|trapped|stranded|unaccounted)\b")
_ARE = re.compile(
    r"\b(?:are|is)\s+(?:(?:now|feared|believed|presumed|confirmed|known|reported|already)\s+)*"
    r"(?:to be\s+)?(?:dead|killed|wounded|injured)\b"
)
_RAISED = re.compile(
    r"\b(?:raised|revised|rose|risen|climbed|updated|rises|come|comes)\b[^.;]{0,40}\bto\b"
)
_NEXT_TOLD = re.compile(r";|,\s+(?:bringing|raising|taking|pushing)\b")
_SUFFERED = re.compile(r"\b(?:suffer|inflict|caus|sustain|tak)(?:ed|ing|en)\b|\btook\b")
_LASTING: Final = ("as-before", "+base-of-fraction")  # what is said of them stands elsewhere
_RUNNING: Final = frozenset({"since", "since then", "now", "as of", "until"})
_REACH = 90
_RUNS = re.compile(
    r"\b(?:has|have|had|rose|risen|reach\w*|climb\w*|stands?|stood|so far|since"
    r"|rais\w*|revis\w*|put|bring\w*|now)\b"
)
_HAS_BEEN = re.compile(r"\b(?:has|have|had)\s+(?:\w+\s+)?been\b")
_STRUCK: Final = frozenset({"displaced", "affected"})  # a state, but somebody was driven into it
_STILL = re.compile(r"\b(?:are|is|remain|remains|remained|were still|still|being|currently)\b")
_RECENT = timedelta(days=3)  # a disaster of these days is still being counted


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a counted number stands: the text free around it and the day it is told."""

    folded: str
    left: int
    right: int
    told: date | None
    story: str


def rate_unit(around: Surroundings, start: int, end: int) -> str | None:
    """Read `a month`, `annually`, `every day` around a number that ends at `end`."""
    near = _NEXT_TO.match(around.folded, end, around.right)
    if near and not _NOT_RATE.search(near[0]):
        return near["unit"]
    left = max(around.left, start - 40)
    match = (
        _EVERY.search(around.folded, end, around.right)
        or _BEFORE.search(around.folded, left, start)
        or _EVERY_BEFORE.search(around.folded, left, start)
    )
    if match is None:
        return None
    found = match.groupdict()
    return found.get("unit") or _UNIT_OF[found["adverb"]]


def kind_of(
    counted: Counted, around: Surroundings, *, time: TimeExpression | None, said_then: bool
) -> str:
    """Decide the kind of a number that is not a rate.

    `said_then` says that the time is the day of the saying (in April it had put the toll at).
    """
    if counted.kind is not None and not (counted.kind == CHANGE and said_then):
        return _of_measure(counted, around)
    words = _own_clause(around, counted)
    nature = _nature(counted)
    is_running = time and (time.sort == "since" or (time.sort == "now" and _PERFECT.search(words)))
    if nature is None and counted.counted != "present" and is_running:
        return CUMULATIVE
    if _CAPACITY.search(words):
        return LEVEL
    if nature in (None, "state"):
        return _of_state(counted, around, time=time)
    if _is_lasting(counted, around, words):
        return LEVEL
    if (
        (time and time.sort in _RUNNING)
        or said_then
        or _TOTAL.search(words)
        or (_SUM.search(words) and not (time and time.sort == "closed"))
    ):
        return CUMULATIVE
    if nature in ("loss", "fate"):
        is_told = nature == "loss" and _is_told_as_total(counted, words, time)
        return CUMULATIVE if is_told else _of_loss(counted, around, words, time=time)
    return CUMULATIVE if time is None and _is_so_far(words, around) else CHANGE


def _is_so_far(words: str, around: Surroundings) -> bool:
    """Say whether a verb tells what has come about by now; of a disaster also in past reports.

    `Officials said 18,000 had fled`: while a disaster is being counted, that is how it stands.
    """
    if _PERFECT.search(words):
        return True
    return around.story == "disaster" and bool(_PERFECT.search(_HAD.sub("have", words)))


def _nature(counted: Counted) -> str | None:
    if counted.happening is not None:
        return counted.happening.nature
    is_known = counted.rule.endswith("as-before") or counted.counted in _HARM
    return natures().get(counted.counted) if is_known else None


def _of_measure(counted: Counted, around: Surroundings) -> str:
    """A number that a noun before it measures: the noun's own kind, where no verb says other."""
    assert counted.kind is not None
    before = around.folded[max(around.left, counted.start - _REACH) : counted.end]
    if _BY_SO_MANY.search(around.folded, max(around.left, counted.start - _REACH), counted.start):
        return CHANGE
    is_of_battle = counted.kind == CUMULATIVE and around.story == "attack"
    if is_of_battle and _IN_BATTLE.search(before) and not _RUNS.search(before):
        return CHANGE
    return counted.kind


def _is_lasting(counted: Counted, around: Surroundings, words: str) -> bool:
    """Say whether those told of are so for a while: held, still there, seriously injured."""
    happening = counted.happening
    if happening is None or happening.nature not in ("fate", "loss"):
        return False
    if happening.nature == "fate" and (_STILL.search(words) or _GONE.search(words)):
        return True
    left = max(around.left, counted.start - 24)
    if _THERE_ARE.search(around.folded, left, counted.start) and "+participle" in counted.rule:
        return True
    if happening.nature == "loss":
        is_part = counted.rule.endswith("part-of-previous") and happening.name != "killed"
        return is_part and bool(_ARE.search(words))
    return bool(_LASTS.search(words)) and not _HAS_BEEN.search(words)


def _of_state(counted: Counted, around: Surroundings, *, time: TimeExpression | None) -> str:
    """A number that no known happening tells of: a level, unless a verb tells a deed."""
    is_state = counted.happening is not None
    is_struck = counted.counted in _STRUCK and counted.rule.endswith("+object-of-verb")
    if (is_state and not is_struck) or counted.rule.endswith(_LASTING):
        return LEVEL
    match _tense(counted, around):
        case "has done":
            is_closed = time is not None and time.sort not in ("since", "now")
            return CHANGE if is_closed else CUMULATIVE
        case "done":
            return CUMULATIVE if time is not None and time.sort == "since" else CHANGE
        case _:
            return LEVEL


def _tense(counted: Counted, around: Surroundings) -> Tense:
    before = tense_before(around.folded, counted.start, around.left)
    return before or tense_after(around.folded, (counted.start, counted.end), around.right)


def _own_clause(around: Surroundings, counted: Counted) -> str:
    """Give the free words around a count, not beyond a semicolon."""
    left = around.folded.rfind(";", around.left, max(around.left, counted.start)) + 1
    edge = _NEXT_TOLD.search(around.folded, min(counted.end, around.right), around.right)
    return around.folded[max(left, around.left) : edge.start() if edge else around.right]


def _is_told_as_total(counted: Counted, words: str, time: TimeExpression | None) -> bool:
    """Say whether harm is told as it stands: 600 are dead; raised to 4,000; some 300 deaths."""
    if _ARE.search(words) or _RAISED.search(words):
        return True
    return time is None and counted.rule.endswith("+noun") and not _SUFFERED.search(words)


def _of_loss(
    counted: Counted, around: Surroundings, words: str, *, time: TimeExpression | None
) -> str:
    """The dead and hurt: a toll still running, or a fight that is over."""
    if time is not None and (not _is_recent(time, around.told) or _is_one_event(counted, around)):
        return CHANGE
    if around.story == "disaster" and counted.happening and counted.happening.nature == "loss":
        return CUMULATIVE
    return CUMULATIVE if time is None and _is_so_far(words, around) else CHANGE


def _is_one_event(counted: Counted, around: Surroundings) -> bool:
    """Say whether a number is of one event within the story: eleven drowned when a boat sank."""
    return bool(re.search(r"\bwhen\b", around.folded[counted.end : around.right]))


def _is_recent(time: TimeExpression, told: date | None) -> bool:
    if time.first is None or time.last is None or told is None:
        return time.sort != "closed"
    return timedelta() <= told - time.last <= _RECENT and time.last - time.first <= _RECENT


@cache
def _story_pattern() -> re.Pattern[str]:
    words = sorted(words_to_names("story_words"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def story_of(folded: str) -> str:
    """Say whether a text tells of a disaster or of an attack, by the words it uses most."""
    sorts = [words_to_names("story_words")[word] for word in _story_pattern().findall(folded)]
    return "disaster" if sorts.count("disaster") > sorts.count("attack") else "attack"
