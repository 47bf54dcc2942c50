"""What stands before a number in, the noun it measures out: the death toll has reached 6,000."""

import re
from functools import cache
from typing import Final

from musterbook.claims.counting.happenings import happening_words
from musterbook.claims.counting.people_nouns import is_people_word, unit_words
from musterbook.claims.counting.there_are import THERE_ARE
from musterbook.claims.lexicon_files import lines_of, words_to_names
from musterbook.claims.patterns.alternation import alternation
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo
from musterbook.core.noun import noun

# What may stand between such a noun and its number: `of`, `at`, a verb of being or reaching.
_LINK = UpTo(
    r"(?:(?<!\w)(?:of|at|to|is|was|were|are|be|been|by|from|stands?|stood|rose|risen|rise"
    r"|rises|rising|grew|grow|grown|fell|fall|fallen|climb(?:s|ed|ing)?|slowed|averag(?:ed"
    r"|es|ing)|quadrupled|swelled|swollen|shrank|shrunk|dwindled|jumped|soared|ranged?|went"
    r"|gone|total(?:led|ed|s|ling|ing)?"
    r"|reach(?:ed|es|ing)?|exceed(?:ed|s|ing)?|top(?:ped|s|ping)?|surpass(?:ed|es|ing)?"
    r"|pass(?:ed|es|ing)?|number(?:ed|s|ing)?|hit(?:s|ting)?"
    r"|has|have|had|estimated|(?:put|set)(?=\s+at\b)|increased|decreased|dropped|as"
    r"|stabili[sz](?:ed|es|ing)|between|up|down|for|now|include[sd]?|including"
    r"|above|over|below|under|crosse[sd]|amount(?:ed|s|ing)?|doubled|tripled)|[:(—–-]"
    r"|['\"])\s*(?:\w+ly\s+)?$"
)
# A roadblock manned by 5,000 protesters: they are no part of the number told before.
_BY_OTHERS = UpTo(
    r"\b(?:manned|held|guarded|defended|occupied|staffed|controlled|run|escorted|attacked|stormed"
    r"|surrounded|raided|ambushed|besieged|led|backed|supported|accompanied) by\s+$"
)
_VERB_IN_BOUND = re.compile(
    r"(?:ha[sv]e?\s+)?(?:\w+ past|reach|exceed|top|surpass|pass|estimated at|(?:is|are|w\w+) est"
    r"|as high as)"
)
_OUT_OF = UpTo(r"\bout of\s+(?:the\s+)?$")
_NOUN_ENDS = UpTo(r"(?:asylum (?:claims|applications|cases)|toll|losses|casualties)\s*$")
_NUMBER_OF = Led(
    r"\bnumber\s+of\s+(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z-]+(?:s|men)|people|police|those)\b"
)
# The clerics, numbering 22; the settlers total about 300.
_NUMBERING = UpTo(
    r"\b(?P<noun>[a-z-]+)\s*,?\s+(?:now\s+|who\s+|which\s+)?(?:number(?:ed|s|ing)?"
    r"|total(?:led|ling|ing|s)?)\s+$"
)
# Foreigners missing or held in Lebanon now total 19: the subject stands before, as far as it may.
_TOTALLING = UpTo(
    r"\b(?:now\s+|together\s+|already\s+)*(?:(?:number|total)(?:s|ed|led)?"
    r"|(?:are|is|were|was)\s+(?:now\s+)?(?:put|estimated|reckoned)\s+at)\s+$"
)
# The number of families who have returned to: counted up as they come.
_NUMBER_WHO_HAVE = Led(
    r"\b(?:number|total)\s+of\s+(?:[\w-]+\s+){1,3}?(?:who|that|which)\s+(?:have|has|had)\s+"
    r"(?:been\s+|\w+ly\s+)*(?P<verb>[a-z]+)\b"
)
# The number who fled; the total held by both: what is said of them tells.
_NUMBER_WHO = Led(
    r"\b(?:number|total|figure)\s+(?:of\s+(?:the\s+)?[a-z]+\s+)?(?:(?:who|to|that)\s+)?"
    r"(?:(?:known|believed|thought|feared|presumed|reported|confirmed|said)\s+to\s+)?"
    r"(?:have\s+|had\s+|has\s+|be\s+|been\s+|were\s+|was\s+)*(?P<verb>[a-z]+)\b"
)
# The list kept by volunteers now stands at; the roll of the dead has grown to.
_TALLY = Led(
    r"\b(?:count|tally|list|register|roll|database)\b[^.;]{0,160}?\b(?:(?:stands?|stood"
    r"|standing)\s+at"
    r"|(?:has|had)\s+(?:now\s+)?(?:reached|passed|topped|(?:grown|risen|climbed)\s+to)|names|lists)"
    r"\s+(?:(?:about|some|at least|more than|nearly|over|roughly|almost)\s+)*$"
)
_OF_DEAD = re.compile(r"\b(?:dead|deaths|killed|fallen|victims|losses|fatalities|obituaries)\b")
_DEAD_NEXT = re.compile(
    r"(?:[a-z]+\s+)*[\d,.]+\s+(?:million\s+)?(?:[a-z]+\s+){0,3}?(?:dead|killed|deaths)\b"
)
_REACH = 220  # characters looked back, within the sentence
_IS: Final = frozenset({"is", "are", "was", "were", "is now", "stands at", "stood at"})
# The quota is 247,000 and the current strength is 233,000: a clause of its own.
_NEW_SUBJECT = re.compile(
    r"\d\S*(?:\s[\w-]+){0,3}?,?\s(?:and|but|while|whereas)\s(?:the|its|their)\s(?:[\w-]+\s)?$"
)
_LISTED_ANEW = UpTo(
    r"\b(?:while|whereas|and|but|with)\s+(?:[a-z]+\s+){0,3}?[\d,]+\s[^:.;]{1,50}:\s+$"
)
_JOINTS: Final = frozenset({"of", ":", "at"})  # a force of 200; losses: 300


@noun
class MeasureNoun:
    """A noun whose number counts people: what it counts, of which kind it mostly is, its words."""

    counted: str
    kind: str
    words: str
    start: int


@cache
def _table() -> dict[str, tuple[str, str]]:
    entries: dict[str, tuple[str, str]] = {}
    for line in lines_of("measures"):
        counted, kind, nouns = (part.strip() for part in line.split(";"))
        entries |= {noun.strip(): (counted, kind) for noun in nouns.split("|")}
    return entries


@cache
def _nouns() -> Led:
    words = sorted(_table(), key=len, reverse=True)
    return Led(rf"(?<![\w-]){alternation(words)}(?!\w)")


def is_linked(folded: str, lead: int, left: int, *, start: int) -> bool:
    """Say whether a number hangs on a noun before it: `at 700,000`, `has reached 6,000`.

    The bound words run from `lead` to the number's `start`.
    """
    if lead < start and _VERB_IN_BOUND.match(folded, lead, start):
        return True
    window = max(left, lead - 40)
    if not (_LINK.search(folded, window, lead) or _NOUN_ENDS.search(folded, window, lead)):
        return False
    return not (
        _OUT_OF.search(folded, window, lead)
        or THERE_ARE.search(folded, window, lead)
        or _BY_OTHERS.search(folded, window, lead)
    )


def measure_noun_before(folded: str, lead: int, left: int) -> MeasureNoun | None:
    """Find the noun before a number that the number measures, within the sentence.

    A noun for a body of people (the army) yields to one for a count (casualties in the army).
    """
    if have := _number_who_have(folded, max(left, lead - _REACH), lead):
        return have
    if tally := _tally(folded, max(left, lead - _REACH), lead):
        return tally
    matches = tuple(_nouns().finditer(folded, max(left, lead - _REACH), lead))
    if who := _number_who_befallen(folded, matches, lead):
        return who
    counts = tuple(match for match in matches if _table()[match[0]][0] != "present")
    if not matches:
        return _number_of(folded, max(left, lead - _REACH), lead)
    nearest = matches[-1]
    joint = folded[nearest.end() : lead].strip()
    is_next = joint in _JOINTS or (
        joint in _IS and _NEW_SUBJECT.search(folded, left, nearest.start()) is not None
    )
    found = nearest if is_next or not counts else counts[-1]
    if not counts and not is_next and (number := _number_of(folded, nearest.end(), lead)):
        return number  # the army put the number of escapees at 817
    if _LISTED_ANEW.search(folded, found.end(), lead):
        return None  # the toll stood at 25, while 13 were missing: eight in the north
    counted, kind = _table()[found[0]]
    return MeasureNoun(counted, kind, found[0], found.start())


def _tally(folded: str, left: int, lead: int) -> MeasureNoun | None:
    """Read `the count kept by two papers stood at`: whoever keeps one counts the dead so far."""
    match = _TALLY.search(folded, left, lead)
    if match is None or not (_OF_DEAD.search(match[0]) or _DEAD_NEXT.match(folded, lead)):
        return None
    return MeasureNoun("killed", "cumulative", match[0], match.start())


def _number_of(folded: str, left: int, lead: int) -> MeasureNoun | None:
    """Read `the number of marchers`: any people counted by their number."""
    numbering = _NUMBERING.search(folded, left, lead)
    matches = (*((numbering,) if numbering else ()), *_NUMBER_OF.finditer(folded, left, lead))
    if who := _number_who(folded, left, lead):
        return who
    for match in reversed(matches):
        noun = match["noun"]
        if noun == "those" or is_people_word(noun) or noun in unit_words():
            counted = words_to_names("noun_states").get(noun, "present")
            kind = "cumulative" if counted in _COUNTED_UP else "level"
            if match["noun"] in _RAN_AWAY and match is not numbering:
                is_running = _RUNS_ON.search(folded, match.end(), lead)
                counted, kind = "fled", "cumulative" if is_running else "change"
            return MeasureNoun(counted, kind, match[0], match.start())
    return _totalling(folded, left, lead)


# Those who ran away at one time; but their number has risen to 300.
_RAN_AWAY: Final = frozenset({"escapees", "fugitives", "runaways", "deserters", "defectors"})
_RUNS_ON = re.compile(r"\b(?:has|have|had|rose|risen|reached|stands|stood|passed|now)\b")
_COUNTED_UP: Final = frozenset({"rescued", "returned", "arrived"})  # the number of survivors


def _number_who_have(folded: str, left: int, lead: int) -> MeasureNoun | None:
    """Read `the number of individuals that have returned`: so many by now."""
    match = _NUMBER_WHO_HAVE.search(folded, left, lead)
    if match is None:
        return None
    words = happening_words()
    happening = words.passives.get(match["verb"]) or words.subjects.get(match["verb"])
    counted = happening.name if happening else "present"
    return MeasureNoun(counted, "cumulative", match[0], match.start())


def _number_who_befallen(
    folded: str, matches: tuple[re.Match[str], ...], lead: int
) -> MeasureNoun | None:
    """Read `the number of soldiers killed`, of whom the verb tells more than the noun."""
    for match in reversed(matches):
        if match[0].startswith("number of ") and folded.startswith(" ", match.end()):
            return _number_who(folded, match.start(), lead)
    return None


def _number_who(folded: str, left: int, lead: int) -> MeasureNoun | None:
    """Read `the number who fled`, `the total held`."""
    words = happening_words()
    for match in _NUMBER_WHO.finditer(folded, left, lead):
        happening = words.passives.get(match["verb"]) or words.subjects.get(match["verb"])
        if happening is not None and match["verb"] not in _COUNT_ITSELF:
            is_so = happening.nature == "state" or match["verb"] in _SO_FOR_A_WHILE
            kind = "level" if is_so else "cumulative"
            return MeasureNoun(happening.name, kind, match[0], match.start())
    return None


_COUNT_ITSELF: Final = frozenset({"fell", "fallen", "falls", "left"})  # the number did, not people
# Those held or missing are so today; those arrested or captured are counted up.
_SO_FOR_A_WHILE: Final = frozenset(
    {"held", "missing", "imprisoned", "interned", "jailed", "trapped", "stranded", "hospitalised"}
    | {"hospitalized", "treated", "detained", "buried"}
)


def _totalling(folded: str, left: int, lead: int) -> MeasureNoun | None:
    """Read a subject parted from `now total` by what is said of it."""
    if not _TOTALLING.search(folded, left, lead):
        return None
    for match in re.finditer(r"[a-z][a-z-]+", folded[left:lead]):
        if is_people_word(match[0]) or match[0] in unit_words():
            counted = words_to_names("noun_states").get(match[0], "present")
            return MeasureNoun(counted, "level", match[0], left + match.start())
    return None
