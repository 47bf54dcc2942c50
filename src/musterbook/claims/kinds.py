"""A counted number, its verb and its time in, its kind out: level, change, rate or cumulative."""

import re
from datetime import date, timedelta
from typing import Final

from musterbook.claims.counted import Counted
from musterbook.claims.deeds import Tense, tense_after, tense_before
from musterbook.claims.happenings import natures
from musterbook.claims.periods import TimeExpression
from musterbook.claims.surroundings import Surroundings

LEVEL: Final = "level"
CHANGE: Final = "change"
RATE: Final = "rate"
CUMULATIVE: Final = "cumulative"

_HARM: Final = frozenset({"casualties", "killed", "wounded", "injured", "losses"})
_TOTAL = re.compile(
    r"\b(?:the total|so far|to date|death toll|toll|overall|cumulative|tally|count of)\b"
)
_SUM = re.compile(r"\b(?:a total of|in all|in total|altogether|all told)\b")
# Whoever is so described is so for a while: held in captivity, still, there are.
_LASTS = re.compile(
    r"\b(?:(?:were|was|are|is|being|been|still)\s+(?:\w+ly\s+)?(?:being\s+)?held|in custody"
    r"|in detention|behind bars|imprisoned|interned|in (?:\w+ )?captivity|remain(?:s|ed)? in"
    r"|in (?:an? )?(?:critical|serious|stable|grave) condition)\b"
)
_THERE_ARE = re.compile(r"\bthere\s+(?:are|is|were|was)\s+(?:still\s+|now\s+|only\s+|also\s+)*$")
_CARRYING = re.compile(
    r"\b(?:boat|ship|ferry|bus|plane|aircraft|airliner|jet|vessel|truck|train|helicopter|car|van|dinghy)s?\b"
    r"[^.;]{0,40}\bcarrying\s+(?:about\s+|some\s+)?$"
    r"|\b(?:it|she)\s+(?:was|had been|is)\s+carrying\s+(?:\w+\s+)?$"
    r"|\b(?:licen[sc]ed|designed|built|certified|meant|able)\s+to\s+carry\s+(?:\w+\s+)?$"
)
_HELD_THERE = re.compile(
    r"\b(?:camps?|prisons?|jails?|cells?|cellblock|cent(?:re|er)s?|barracks|hospital|school|stadium|fort"
    r"|block|facility|village|town|hall)\s+(?:\w+\s+)?(?:held|holds)\s+(?:about\s+|some\s+)?$"
)
_STATIONED = re.compile(
    r"\bhave (?:also |already )?been (?:deployed|stationed|posted)\b(?! so far)"
    r"|\bare (?:now |currently |still )?(?:deployed|stationed|posted)\b"
)
_HAD = re.compile(r"\bhad\b")
_BY_SO_MANY = re.compile(
    r"\b(?:increas|boost|rais|reduc|cut|grow|grew|fell|fall|ris|rose|miss|shr[aiu]nk|expand|swell|drop)"
    r"\w*\b[^.;]{0,60}\bby\s+(?:an?\s+(?:additional|further)\s+)?$"
    r"|\b(?:increase|rise|reduction|cut|drop|decrease|addition|growth|fall)\s+of\s+$"
)
_BY_THE_NUMBER = re.compile(
    r"\b(?:increas|reduc|cut|grew|grow|fell|fall|rose|ris|dropp|declin|shrank)\w*\b[^.;]{0,40}"
    r"\bby\s+(?:[a-z]+\s+){0,2}[\d,.]+(?:\s+(?:million|thousand|hundred))?$"
)
_IN_BATTLE = re.compile(r"\b(?:put|was|were|suffered|sustained|included)\b")
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
_OVER: Final = frozenset({"closed", "shifted", "same"})
_RUNNING: Final = frozenset({"since", "since then", "now", "as of", "until"})
_WHEN = re.compile(r"\bwhen\b")
_THEN = re.compile(r"\s*(?:displaced|affected)?\s*when\b")
_MAIN_EVENT = re.compile(
    r"\b(?:earthquake|quake|tremor|typhoon|hurricane|cyclone|storm|flood|tsunami|eruption|volcano"
    r"|plane|airliner|jet|ferry|ship|train|fire|avalanche|landslide)s?\b"
)
_REACH = 90
_RUNS = re.compile(
    r"\b(?:has|have|had|rose|risen|reach\w*|climb\w*|stands?|stood|so far"
    r"|since|top|topped|pass|passed|exceed\w*|over"
    r"|rais\w*|revis\w*|bring\w*|now)\b"
)
_HAS_BEEN = re.compile(r"\b(?:has|have|had)\s+(?:\w+\s+)?been\b")
_STRUCK: Final = frozenset({"displaced", "affected"})  # a state, but somebody was driven into it
_STILL = re.compile(r"\b(?:are|is|remain|remains|remained|were still|still|being|currently)\b")
_A_WHILE = timedelta(days=7)
_RECENT = timedelta(days=3)  # a disaster of these days is still being counted


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
    if _CAPACITY.search(words) or _is_carried(counted, around):
        return LEVEL
    if nature in (None, "state"):
        return _of_state(counted, around, time=time)
    if _is_lasting(counted, around, words):
        return LEVEL
    if said_then or _is_running(words, time, around):
        return CUMULATIVE
    if nature in ("loss", "fate"):
        is_told = nature == "loss" and _is_told_as_total(counted, words, time)
        return CUMULATIVE if is_told else _of_loss(counted, around, words, time=time)
    return _of_move(counted, around, words, time=time)


def _of_move(
    counted: Counted, around: Surroundings, words: str, *, time: TimeExpression | None
) -> str:
    """Those who came, went or were taken on: one movement, unless it is told as it stands."""
    if counted.counted == "rescued" and around.story == "disaster" and time is None:
        return CUMULATIVE
    if counted.counted == "evacuated" and around.story == "disaster":
        return CHANGE if time and not _is_recent(time, around.told) else CUMULATIVE
    return CUMULATIVE if time is None and _is_so_far(counted, words, around) else CHANGE


def _is_running(words: str, time: TimeExpression | None, around: Surroundings) -> bool:
    """Say whether a time or a word says that it is counted up to now."""
    if (time and time.sort in _RUNNING) or _TOTAL.search(words):
        return True
    is_over = time is not None and time.sort in _OVER
    return (not is_over and bool(_SUM.search(words))) or _is_running_year(time, around.told)


def _is_so_far(counted: Counted, words: str, around: Surroundings) -> bool:
    """Say whether a verb tells what has come about by now; of a disaster also in past reports.

    `Officials said 18,000 had fled`: while a disaster is being counted, that is how it stands.
    """
    if _PERFECT.search(words):
        return counted.counted != "deployed"  # has sent 40 doctors: one sending
    if counted.counted in ("deployed", "recruited"):
        return False
    return around.story == "disaster" and bool(_PERFECT.search(_HAD.sub("have", words)))


def _nature(counted: Counted) -> str | None:
    if counted.happening is not None:
        return counted.happening.nature
    is_known = counted.rule.endswith("as-before") or counted.counted in _HARM
    return natures().get(counted.counted) if is_known else None


def _of_measure(counted: Counted, around: Surroundings) -> str:
    """A number that a noun before it measures: the noun's own kind, where no verb says other."""
    assert counted.kind is not None
    between = around.folded[counted.start : counted.end]
    left = max(around.left, counted.start - _REACH)
    if _BY_SO_MANY.search(around.folded, left, counted.start) or _BY_THE_NUMBER.search(between):
        return CHANGE
    is_of_battle = counted.kind == CUMULATIVE and around.story == "attack"
    if is_of_battle and _IN_BATTLE.search(between) and not _RUNS.search(between):
        return CHANGE
    return counted.kind


def _is_lasting(counted: Counted, around: Surroundings, words: str) -> bool:
    """Say whether those told of are so for a while: held, still there, seriously injured."""
    happening = counted.happening
    if happening is None:
        return False
    if happening.nature == "fate" and (_STILL.search(words) or _GONE.search(words)):
        return True
    left = max(around.left, counted.start - 24)
    there_are = _THERE_ARE.search(around.folded, left, counted.start)
    if there_are and ("+participle" in counted.rule or happening.nature != "loss"):
        return True
    if happening.nature == "loss":
        is_part = counted.rule.endswith("part-of-previous") and happening.name != "killed"
        return is_part and bool(_ARE.search(words))
    if happening.name == "deployed" and _STATIONED.search(words):
        return True
    if happening.nature != "fate":
        return False
    if _HELD_THERE.search(around.folded, max(around.left, counted.start - _REACH), counted.start):
        return True
    return bool(_LASTS.search(words)) and not _HAS_BEEN.search(words)


def _of_state(counted: Counted, around: Surroundings, *, time: TimeExpression | None) -> str:
    """A number that no known happening tells of: a level, unless a verb tells a deed."""
    is_state = counted.happening is not None
    if counted.counted == "registered" and time and time.sort == "since":
        return CUMULATIVE
    if counted.counted in _STRUCK and _is_struck(counted, around, time=time):
        is_fresh = around.story == "disaster" and time and _is_recent(time, around.told)
        return CHANGE if time and time.sort in _OVER and not is_fresh else CUMULATIVE
    if is_state or counted.rule.endswith(_LASTING):
        return LEVEL
    if _BY_SO_MANY.search(around.folded, max(around.left, counted.start - _REACH), counted.start):
        return CHANGE
    match _tense(counted, around):
        case "has done":
            is_closed = time is not None and time.sort not in ("since", "now")
            return CHANGE if is_closed else CUMULATIVE
        case "done":
            return CUMULATIVE if time is not None and time.sort == "since" else CHANGE
        case _:
            return LEVEL


def _is_carried(counted: Counted, around: Surroundings) -> bool:
    """Say whether people are aboard something: a boat carrying 140."""
    return bool(
        _CARRYING.search(around.folded, max(around.left, counted.start - _REACH), counted.start)
    )


def _is_struck(counted: Counted, around: Surroundings, *, time: TimeExpression | None) -> bool:
    """Say whether people came to be displaced or affected: it left them homeless, since May."""
    if _THEN.match(around.folded, counted.end, around.right):
        return True
    if tense_after(around.folded, (counted.start, counted.end), around.right) == "is":
        return False
    if counted.rule.endswith("+object-of-verb") or (time is not None and time.sort == "since"):
        return True
    return bool(tense_before(around.folded, counted.start, around.left))


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
    return CUMULATIVE if time is None and _is_so_far(counted, words, around) else CHANGE


def _is_running_year(time: TimeExpression | None, told: date | None) -> bool:
    """Say whether a time is the year or month of the telling, so that its count still runs."""
    if time is None or told is None or time.atom != "calendar" or time.first is None:
        return False
    is_long = (told - time.first) >= _A_WHILE
    return is_long and time.last == told


def _is_one_event(counted: Counted, around: Surroundings) -> bool:
    """Say whether a number is of one event within the story: eleven drowned when a boat sank."""
    after = _WHEN.search(around.folded, counted.end, around.right)
    return after is not None and not _MAIN_EVENT.search(around.folded, after.end(), around.right)


def _is_recent(time: TimeExpression, told: date | None) -> bool:
    if time.first is None or time.last is None or told is None:
        return time.sort != "closed"
    return timedelta() <= told - time.last <= _RECENT and time.last - time.first <= _RECENT
