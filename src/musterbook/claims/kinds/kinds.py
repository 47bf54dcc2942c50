"""A counted number, its verb and its time in, its kind out: level, change, rate or cumulative."""

import re
from typing import Final

from musterbook.claims.counting.counted import Counted
from musterbook.claims.counting.happenings import HARM, natures
from musterbook.claims.counting.own_verb import end_of_people
from musterbook.claims.counting.there_are import THERE_ARE
from musterbook.claims.kinds.kind_aboard import (
    is_body_gone,
    is_brought,
    is_carried,
    is_joined,
    is_joined_by_others,
)
from musterbook.claims.kinds.kind_entered import INTAKES
from musterbook.claims.kinds.kind_given import is_given
from musterbook.claims.kinds.kind_inverted import (
    is_doer,
    is_done_first,
    is_drawn,
    is_of_deed_then,
    is_one_of_those,
)
from musterbook.claims.kinds.kind_lasting import REACH, is_lasting
from musterbook.claims.kinds.kind_losses import is_told_as_total, of_loss
from musterbook.claims.kinds.kind_made_so import of_what_was_done
from musterbook.claims.kinds.kind_measured import is_of_fights_toll, of_measure
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE, LEVEL
from musterbook.claims.kinds.kind_new_number import of_new_number
from musterbook.claims.kinds.kind_one_sending import FETCHED
from musterbook.claims.kinds.kind_own_verb import of_own_verb
from musterbook.claims.kinds.kind_states import of_state
from musterbook.claims.kinds.kind_there import is_there
from musterbook.claims.kinds.kind_times import (
    counts_up_to_now,
    have_been_so_since,
    is_perfect,
    is_running_year,
    is_so_far,
    runs_up_to_now,
    told_in_perfect,
)
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.surroundings import Surroundings
from musterbook.claims.times.time_expression import TimeExpression

# Cholera could kill 5,000 within days: nothing has come about.
_MAY_DO = UpTo(
    r"\b(?:could|may|might|would|will|can)\s+(?:\w+ly\s+|also\s+|well\s+|soon\s+)?(?!have\b|be\b)[a-z]+\s+"
    r"(?:(?:about|some|another|at least|more than|up to|as many as|between|the|an|a further)\s+)*$"
)
_HARM: Final = frozenset({"casualties", "killed", "wounded", "injured", "losses"})
_CAPACITY = re.compile(
    r"\b(?:could|can|cannot)\s+(?:not\s+|only\s+)?(?:take in|host|absorb|accommodate|accept"
    r"|house|shelter|hold|receive|admit|seat|sleep|contain|cope with|treat|carry|serve"
    r"|take(?= (?:[a-z]+ ){0,2}\d))\b"
    r"|\b(?:are|were|is|was) (?:still )?(?:waiting|hoping|ready) (?:to|for)\b"
)
# Looked for first: most clauses have none.
_CAN = Led(r"\b(?:could|can|cannot|waiting|hoping|ready)\b")
_WHO = re.compile(r"\s+(?:who|whom)\s")  # freed 40 men who were held there: it is told which
_NEXT_TOLD = re.compile(r";|,?\s+(?:and|but) that\b|,\s+(?:bringing|raising|taking|pushing)\b")


def kind_of(
    counted: Counted, around: Surroundings, *, time: TimeExpression | None, said_then: bool
) -> str:
    """Decide the kind of a number that is not a rate.

    `said_then` says that the time is the day of the saying (in April it had put the toll at).
    """
    if brought_to := of_new_number(counted, around):
        return brought_to
    told = of_own_verb(counted, around, time) or of_what_was_done(counted, around, time)
    if told:
        return told
    if counted.rule == "people:aboard" and is_brought(counted, around):
        return CHANGE
    if counted.kind is not None and not (counted.kind == CHANGE and said_then):
        return of_measure(counted, around, time, said_then=said_then)
    return _of_people(counted, around, time=time, said_then=said_then)


def _of_people(
    counted: Counted, around: Surroundings, *, time: TimeExpression | None, said_then: bool
) -> str:
    """Decide by what befell those people, or by the verb that they have."""
    nature = _nature(counted)
    if told := _told_beside_it(counted, around, nature, time):
        return told
    words = _own_clause(around, counted)
    is_running = time and (time.sort == "since" or (time.sort == "now" and is_perfect(words)))
    is_unknown = nature in (None, "state")
    if (nature is None and counted.counted != "present" and is_running) or (
        time and not is_unknown and have_been_so_since(counted, around, time)
    ):
        return CUMULATIVE
    can = _CAN.may_begin(around.folded, around.left, around.right)
    if (can and _CAPACITY.search(words)) or _are_there(counted, around, nature):
        return LEVEL
    if is_unknown:
        return of_state(counted, around, time=time)
    is_so = is_lasting(counted, around, words) and not _has_gone(counted, words, time, around)
    if is_so or (nature == "fate" and _is_still(time, around)):
        return LEVEL
    if said_then or counts_up_to_now(counted, words, time, around):
        is_over = nature == "loss" and is_of_fights_toll(words, time, around)
        # Said last week that it might hire 500 doctors.
        is_over |= said_then and bool(_MAY_DO.search(around.folded, around.left, counted.start))
        return CHANGE if is_over else CUMULATIVE
    if nature in HARM:
        return _of_harm(counted, around, words, time=time)
    return _of_move(counted, around, words, time=time)


def _is_still(time: TimeExpression | None, around: Surroundings) -> bool:
    """Say whether people are told to be so still, though the word stands by others."""
    return time is not None and time.sort == "now" and around.folded.startswith("still", time.start)


def _of_harm(
    counted: Counted, around: Surroundings, words: str, *, time: TimeExpression | None
) -> str:
    """Those killed, hurt, held or missing: of what may come nothing is counted up."""
    if _MAY_DO.search(around.folded, around.left, counted.start):
        return CHANGE
    is_told = is_told_as_total(counted, words, time, around.story)
    return CUMULATIVE if is_told else of_loss(counted, around, words, time=time)


def _told_beside_it(
    counted: Counted, around: Surroundings, nature: str | None, time: TimeExpression | None
) -> str:
    """Read words beside a number that tell a deed, whatever its verb: on August 4 alone."""
    if is_joined_by_others(counted, around) and (time is None or time.sort != "closed"):
        return CUMULATIVE
    is_alone = (
        time is not None and time.sort == "closed" and around.folded.startswith(" alone", time.end)
    )
    if is_alone or is_brought(counted, around) or is_body_gone(counted, around):
        return CHANGE
    if is_given(counted, around):
        return CHANGE
    if nature not in (None, "state"):
        return ""
    if is_of_deed_then(counted, around, time):
        return CHANGE
    is_present = time is None and around.folded.endswith(" are ", around.left, counted.start)
    if (time is not None or is_present) and is_one_of_those(counted, around):
        is_running = time is None or runs_up_to_now(time, around) or is_running_year(time, around)
        return CUMULATIVE if is_running else CHANGE
    is_done = is_doer(counted, around) or is_done_first(counted, around)
    return CHANGE if is_done or is_drawn(counted, around) else ""


def _has_gone(
    counted: Counted, words: str, time: TimeExpression | None, around: Surroundings
) -> bool:
    """Say whether people were sent over a time that runs: have been deployed since May."""
    if counted.counted != "deployed" or time is None or not is_perfect(words):
        return False
    return runs_up_to_now(time, around) or is_running_year(time, around)


def _are_there(counted: Counted, around: Surroundings, nature: str | None) -> bool:
    """Say whether those counted are somewhere already, whatever else is said of them."""
    return (
        (nature is None and _there_are(counted, around))
        or is_carried(counted, around)
        or is_joined(counted, around)
        or is_there(counted, around)
        or (_NOT_YET.match(around.folded, counted.end) is not None and nature != "loss")
    )


def _there_are(counted: Counted, around: Surroundings) -> bool:
    """Say whether it is told that so many are or were there; not how many arrivals there were."""
    left = max(around.left, counted.start - REACH)
    is_there = THERE_ARE.search(around.folded, left, counted.start) is not None
    return is_there and counted.counted not in INTAKES


# 270 prisoners have not been exchanged; 600 people remain to be moved: those are left.
_NOT_YET = re.compile(
    r"(?:\s+(?:of|from|in)\s+[\w'-]+(?:\s+[\w'-]+)?)?\s+"
    r"(?:(?:have|has)\s+(?:still\s+)?(?:not|yet to|never)\b|remain(?:s|ed)?\s+to\s+be\b"
    r"|(?:are|were)\s+(?:still|yet)\s+to\s+be\b"
    r"|are\s+(?:still\s+)?waiting\s+to\b)"
)


def _of_move(
    counted: Counted, around: Surroundings, words: str, *, time: TimeExpression | None
) -> str:
    """Those who came, went or were taken on: one movement, unless it is told as it stands."""
    if counted.counted == "protested" and _ON_STRIKE.search(words):
        return LEVEL
    if counted.counted in _LASTING_CARE and _BEING.search(words):
        return LEVEL  # are being trained at the base
    if time is None and around.story == "disaster" and _SURVIVED.search(words):
        return CUMULATIVE
    if time is None and around.story == "disaster" and counted.counted in ("fled", "displaced"):
        return CHANGE if _BROKE_OUT.search(words) else CUMULATIVE
    if counted.counted in FETCHED and around.story == "disaster" and _is_active(counted, words):
        return CUMULATIVE if time is None and told_in_perfect(words) else CHANGE
    if counted.counted == "evacuated" and around.story == "disaster":
        is_over = time and (time.sort == "closed" and not told_in_perfect(words))
        return CHANGE if is_over else CUMULATIVE
    return CUMULATIVE if time is None and is_so_far(counted, words, around) else CHANGE


_ON_STRIKE = re.compile(
    r"\b(?:is|are|was|were|still|remained?)\s+(?:still\s+|now\s+)?on\s+strike\b"
)
_LASTING_CARE: Final = frozenset({"trained", "treated"})
_BEING = re.compile(
    r"\b(?:is|are|was|were)\s+(?:still\s+|now\s+)?(?:being\s+\w+ed|train\w*ing|treating)\b"
)
# When the prison fell in the quake 571 of its inmates escaped: at one time.
_BROKE_OUT = re.compile(
    r"\b(?:inmates?|prisoners?|convicts?|detainees|jail|prison)\b[^.;]{0,60}"
    r"\b(?:escaped|broke out)\b"
    r"|\b(?:escaped|broke out)\b[^.;]{0,60}\b(?:jail|prison|cells)\b"
)
_NOUN = re.compile(r"\b(?:evacuation|rescue) of\b")


def _is_active(counted: Counted, words: str) -> bool:
    """Say whether somebody is told to have fetched people, on that day: soldiers evacuated 300."""
    is_object = counted.rule.endswith("+object-of-verb")
    return is_object and not (is_perfect(words) or _NOUN.search(words))


_SURVIVED = re.compile(r"\bsurviv(?:ed?|ing)\b")


def _nature(counted: Counted) -> str | None:
    if counted.happening is not None:
        return counted.happening.nature
    is_known = counted.rule.endswith("as-before") or counted.counted in _HARM
    return natures().get(counted.counted) if is_known else None


def _own_clause(around: Surroundings, counted: Counted) -> str:
    """Give the free words around a count, not beyond a semicolon."""
    start = max(around.left, counted.start)
    left = around.folded.rfind(";", around.left, start) + 1
    left = max(left, around.folded.rfind(" and that ", around.left, start))
    left = max(left, around.folded.rfind(" although ", around.left, start))
    edge = _NEXT_TOLD.search(around.folded, min(counted.end, around.right), around.right)
    if edge is None and counted.rule.endswith("+object-of-verb"):
        edge = _WHO.match(around.folded, counted.end, around.right)
    right = edge.start() if edge else around.right
    people = end_of_people(around.folded, counted)
    if people == counted.end:
        return around.folded[max(left, around.left) : right]
    return around.folded[max(left, around.left) : people] + around.folded[counted.end : right]
