"""A clause and its time in, whether it counts up to now out: so far, this year, of these days."""

import re
from datetime import date, timedelta
from typing import Final

from musterbook.claims.calendar_words import WEEKDAY
from musterbook.claims.counting.counted import Counted
from musterbook.claims.kinds.kind_one_sending import EXCHANGED, is_one_sending
from musterbook.claims.patterns.led import Led
from musterbook.claims.surroundings import Surroundings
from musterbook.claims.times.event_names import names_of
from musterbook.claims.times.record_words import follows_record
from musterbook.claims.times.time_expression import HOUR, TimeExpression

_TOTAL = re.compile(
    r"\b(?:the total|so far|to date|death toll|toll|overall|cumulative|tally|count of)\b"
)
_TOTAL_PIECES: Final = (
    "total", "toll", "so far", "to date", "overall", "cumul", "tally", "count of",
)  # fmt: skip
_SUM = re.compile(r"\b(?:a total of|in all|in total|altogether|all told)\b")
# Said 168 had been buried: so it stood when it was said.
_BY_THEN = re.compile(
    r"\b(?:had|counted|recorded|logged|tallied)\b[^.;]{1,60}\bby\s+(?:(?:late|early"
    r"|mid)[\s-]+)?(?:noon|midday|nightfall|sundown|sunset|dusk|dawn"
    r"|daybreak|midnight|morning|afternoon|evening)\b"
)
_REPORTED = re.compile(
    r"\b(?:said|says|reported|announced|claimed|asserted|insisted|maintained|acknowledged|conceded"
    r"|admitted|confirmed|estimated|stated|declared|disclosed|told \w+)\b[^.;]{0,80}\bhad\b"
    r"|\bhad\b[^.;]{1,90},\s(?:[\w.'-]+\s){0,5}?(?:said|says|reported|announced|added)\b"
)
_HAD = re.compile(r"\bhad\b")
# Looked for first: most clauses have none.
_HAD_OR_DEAD = Led(r"\b(?:had|dead)\b")
_PERFECT = re.compile(
    r"(?<!may )(?<!might )(?<!could )(?<!would )(?<!to )\b(?:has"
    r"|have)\s+(?!to\s)(?!(?:(?!been\b)\w+\s+)?(?:said|reported|announced|confirmed|stated|declared"
    r"|admitted|denied"
    r"|told|warned|claimed(?! (?:[\w,.-]+ ){1,4}lives))\b)"
    r"(?:\w+\s+){0,3}?(?:\w+ed|been|fled|left|died|gone|come|sent|lost|put|made|taken|driven"
    r"|given|thrown|brought|found|had"
    r"|hit|cost|fallen|hurt|flown|slain|sworn|fed|caught|laid)\b"
)
# May have fled; are thought to have lost their homes.
_THOUGHT_TO_HAVE = re.compile(
    r"\b(?:(?:may|might)(?:\s+well)?|(?:are|is)\s+(?:thought|believed|said|feared|reported"
    r"|known|estimated)\s+to)"
    r"\s+have\s+(?:been\s+)?(?:\w+ed|fled|left|died|lost|gone|come|fallen|taken|cost|hurt|hit)\b"
)
OVER: Final = frozenset({"closed", "shifted", "same"})
RUNNING: Final = frozenset({"since", "since then", "now", "as of", "until"})
_A_WHILE = timedelta(days=7)
_RECENT = timedelta(days=3)  # a disaster of these days is still being counted

_TURNED = re.compile(r"\b(?:defect|desert)\w*")  # soldiers who did so did it together
_COME_AND_GONE: Final = frozenset({"fled", "displaced"})


def is_perfect(words: str) -> bool:
    """Say whether a clause tells in the perfect what has come about."""
    return ("has " in words or "have " in words) and _PERFECT.search(words) is not None


def told_in_perfect(words: str) -> bool:
    """Say whether a clause tells what has come about, or had when it was said."""
    return is_perfect(words) or ("had " in words and is_perfect(_HAD.sub("have", words)))


def counts_up_to_now(
    counted: Counted, words: str, time: TimeExpression | None, around: Surroundings
) -> bool:
    """Say whether a time or a word says that it is counted up to now."""
    if time and _is_of_these_days(counted, time, around):
        return False  # four more since Sunday
    if (time and (time.sort in RUNNING or _is_as_of_hour(time, around))) or _is_total(words):
        return True
    if (" by " in words and _BY_THEN.search(words)) or had_by_then(counted, around):
        return True
    is_lasting = time is not None and time.atom in ("lasting", "span")
    is_lasting = is_lasting or (time is not None and _is_this_week(time, around))
    is_lasting = is_lasting or (time is not None and is_in_that_time(time, around.folded))
    if is_lasting and is_perfect(words):
        return True  # have fled in the past two years; in that time 40 have been freed
    if is_running_year(time, around):
        return True
    is_over = time is not None and time.sort in OVER
    return not is_over and _SUM.search(words) is not None and not _is_one_deed(counted, words)


def _is_as_of_hour(time: TimeExpression, around: Surroundings) -> bool:
    """Say whether a count stood so at an hour of no day: as of midnight."""
    return time.atom == HOUR and around.folded.startswith("as of ", time.start)


def _is_one_deed(counted: Counted, words: str) -> bool:
    """Say whether people were moved or freed all at once: freed 22 in all; 7,000 would leave."""
    nature = counted.happening.nature if counted.happening else None
    is_deed = counted.rule.endswith("+object-of-verb") or " would " in words or " will " in words
    return is_deed and nature in ("move", "fate") and not told_in_perfect(words)


# With a perfect that week still runs, as the year and the month do: has killed 100 this week.
_THIS_WEEK = re.compile(
    r"(?:(?:in|during|over)\s+)?this\s+(?:week|season|autumn|spring|summer|winter)\b"
)


def _is_this_week(time: TimeExpression, around: Surroundings) -> bool:
    """Say whether a time is the week or season of the telling, which is not over."""
    if around.told is None or time.last is None or time.last < around.told:
        return False
    return _THIS_WEEK.match(around.folded, time.start, time.end) is not None


_IN_THAT_TIME = re.compile(
    r"(?:in|over|during|within|through|throughout)\s+(?:all\s+)?(?:that|this|the\s+same"
    r"|those|these)\s+"
    r"(?:[\w-]+\s+){0,2}?(?:time|period|stretch|span|interval|years?|months?|weeks?|decades?)\b"
)


def is_in_that_time(time: TimeExpression, folded: str) -> bool:
    """Say whether a time points at a stretch just told, which with a perfect runs up to now."""
    return time.sort == "same" and _IN_THAT_TIME.match(folded, time.start) is not None


# By midnight 340 had been arrested; when the truce came 500 had died.
_THEN_FIRST = Led(
    r"\b(?:by (?:then|midnight|noon|midday|nightfall|dawn|dusk|sunset|daybreak|evening|morning"
    rf"|{WEEKDAY} (?:morning|evening|night)"
    r"|the (?:time|end)\b[^.;,]{2,40})"
    r"|(?:before|until) (?:then|that|the [^.;,]{2,30})"
    r"|when [^.;,]{2,40} (?:came|ended|began|arrived))"
    r",?\s+(?:(?:about|some|only|at least)\s+)*$"
)
# Had left before the army came.
_HAD_BEFORE = re.compile(
    r"(?:\s+(?!who\b|which\b)[\w'-]+){0,4}?\s+had\s+[^.;,]{2,50}?\sbefore\s+(?:the(?!\s+(?:\w+\s+)?(?:court|judge|magistrate|tribunal"
    r"|commission|panel|camera|committee|prosecutor|public|press)s?\b)|it|they"
    r"|he|she|his|its|their|any)\b"
)
_HAD_NEXT = re.compile(r"(?:\s+(?!who\b|which\b)[\w'-]+){0,4}?\s+(?:had|were dead)\b")


def had_by_then(counted: Counted, around: Surroundings) -> bool:
    """Say whether a time stands first up to which something had come about: by then 40 had left."""
    if not _HAD_OR_DEAD.may_begin(around.folded, counted.end, around.right):
        return False
    if _HAD_BEFORE.match(around.folded, counted.end, around.right):
        return True
    left = max(around.left, counted.start - _REACH)
    then = _THEN_FIRST.search(around.folded, left, counted.start)
    return then is not None and _HAD_NEXT.match(around.folded, counted.end) is not None


_REACH = 90  # characters before a number in which a time stands first


def _is_total(words: str) -> bool:
    """Say whether a word tells of a total; one of the largest convoys so far is none."""
    if not any(each in words for each in _TOTAL_PIECES):
        return False
    return any(not follows_record(words, each.start()) for each in _TOTAL.finditer(words))


_MORE = re.compile(r"\b(?:another|additional|further|(?<!or )more(?! than))\b")


def _is_of_these_days(counted: Counted, time: TimeExpression, around: Surroundings) -> bool:
    """Say whether a number is of those added since the day before."""
    if time.sort != "since" or time.first is None or around.told is None:
        return False
    is_new = around.told - time.first <= timedelta(days=2)
    return is_new and _MORE.search(around.folded, counted.start, counted.end) is not None


def is_so_far(counted: Counted, words: str, around: Surroundings) -> bool:
    """Say whether a verb tells what has come about by now; of a disaster also in past reports.

    `Officials said 18,000 had fled`: while a disaster is being counted, that is how it stands.
    """
    if _AND_HAVE.search(words):
        return False
    if counted.rule == "people:nobody":
        return _HAVE_BEEN.match(around.folded, counted.end, around.right) is not None
    if is_perfect(words) or _THOUGHT_TO_HAVE.search(words):
        return not is_one_sending(counted, words, around)
    if counted.counted == "recruited" and counted.rule.endswith("+subject-of-verb"):
        return _REPORTED.search(words) is not None  # said that half a million had enrolled
    if counted.counted == "recruited" or (
        counted.counted == "deployed" and around.story != "disaster"
    ):
        return False
    is_harm = counted.happening is not None and counted.happening.nature == "loss"
    is_counted = is_harm or (counted.counted in _COME_AND_GONE and not _TURNED.search(words))
    is_counted = is_counted or _is_subject(counted, words)
    is_counted = is_counted or (_is_fate(counted) and _IN_STRIFE.search(words) is not None)
    is_told = around.story == "disaster" or (is_counted and _REPORTED.search(words) is not None)
    return is_told and told_in_perfect(words)


# None of the 600 had been harmed: so it stood when it was said.
_HAVE_BEEN = re.compile(
    r"[^.;,]{0,60}?\s(?:had|has|have)\s+(?:yet\s+|so far\s+|ever\s+)?(?:been|died)\b"
)
# Twelve were injured and have been flown to hospital: it is done, whatever came of it.
_AND_HAVE = re.compile(
    r"\b(?:were|was) (?:[a-z]+ ){1,2}(?:[a-z ]+ )?and (?:has|have) (?:since |all |now )?been\b"
)

# Had been arrested in connection with the riots: they go on, and so does the count.
_IN_STRIFE = re.compile(
    rf"\b(?:in|during|since|over)\s+(?:connection\s+with\s+)?(?:the|this|these)\s+(?:[a-z]+\s+)?"
    rf"(?:disturbances?|troubles|disorders?|{names_of('unrest', 'war')})\b"
)


def _is_fate(counted: Counted) -> bool:
    return counted.happening is not None and counted.happening.nature == "fate"


# Said 900 had been taken to the camp: what befell them, not what somebody did on a day.
_BEEN = re.compile(r"\bhad\s+(?:(?:since|already|also|so far|now)\s+)?(?:been|left|reached)\b")


def _is_subject(counted: Counted, words: str) -> bool:
    """Say whether people are those to whom it had been done, or who had come or gone."""
    is_subject = counted.rule.startswith("people:") and counted.rule.endswith("+subject-of-verb")
    if not is_subject or "part-of" in counted.rule or counted.counted in EXCHANGED:
        return False
    return _BEEN.search(words) is not None


def is_running_year(time: TimeExpression | None, around: Surroundings) -> bool:
    """Say whether a time is the year or month of the telling, so that its count still runs."""
    told = around.told
    if time is None or told is None or time.atom != "calendar" or time.first is None:
        return False
    if around.folded.startswith("earlier", time.start):
        return False  # earlier this year
    is_long = (told - time.first) >= _A_WHILE
    return is_long and time.last == told


_UP_TO_NOW = re.compile(
    r"\b(?:(?:so|thus) far|to date|as of now|(?:last|latest) count"
    r"|(?:up )?(?:to|till|until) (?:now|then|today))\b"
)


def runs_up_to_now(time: TimeExpression, around: Surroundings) -> bool:
    """Say whether a time begins somewhere and runs on: since May, by Tuesday, so far."""
    if time.sort == "now":
        return _UP_TO_NOW.search(around.folded, time.start, time.end) is not None
    return time.sort in RUNNING or "so far" in around.folded[time.start : time.end]


def is_running_until_told(time: TimeExpression, around: Surroundings) -> bool:
    """Say whether a perfect with that time counts on: has, now or this year."""
    return time.sort in RUNNING or is_running_year(time, around)


def is_recent(time: TimeExpression, told: date | None) -> bool:
    """Say whether a time is of these days, so that what it tells of is still being counted."""
    if time.first is None or time.last is None or told is None:
        return time.sort != "closed"
    return timedelta() <= told - time.last <= _RECENT and time.last - time.first <= _RECENT


# Most of the 2,000 soldiers freed since Thursday had left: of all those freed a part is told.
_BEEN_SO = re.compile(
    r"(?:\s+(?:who|that)\s+(?:have|had|has)(?:\s+been)?)?\s+(?:\w+ly\s+)?[a-z]+\s*"
    r"(?:\s(?:there|here|so|by\s+the\s+\w+)\s*)?"
)


def have_been_so_since(counted: Counted, around: Surroundings, time: TimeExpression) -> bool:
    """Say whether people are named by what befell them since some time."""
    if time.sort != "since" or not counted.end < time.start < counted.end + _REACH:
        return False
    return _BEEN_SO.fullmatch(around.folded, counted.end, time.start) is not None
