"""The place after a number in, the noun it counts out: persons, a unit of people, or nothing."""

import re
from dataclasses import replace
from typing import Final

from musterbook.claims.counting.deed_words import is_deed
from musterbook.claims.counting.happenings import Happening, pattern_of
from musterbook.claims.counting.noun_words import NounWord, noun_words, unit_named
from musterbook.claims.counting.people_nouns import is_listed_people_word
from musterbook.claims.number_words import WORDS
from musterbook.core.noun import noun

_TOKEN = re.compile(r"(?:\s+|-)[\"'(]?([a-z][\w.'-]*)")
_OF = re.compile(
    r"\s+of\s+(?:(?:the|its|their|his|her|our|these|those|all|this|that|some|[\d,.]+|[\w-]+'s)\s+)*"
)
_OF_THEM = re.compile(
    r"\s+of\s+(?:them|whom|those|these|us|you|which|(?:its|their|our|his)\s+own(?=\s+(?:were|was|had|have)\b))\b"
)
_OF_THE_HURT = re.compile(
    r"\s+of\s+the\s+(?:dead|victims|injured|wounded|fatalities|casualties|deaths|survivors|missing)\b"
)
_STRONG = re.compile(r"[\s-](?:strong|man|men|member|person|head)(?=[\s-]+[a-z]|\b)")
_NO_NOUN: Final = frozenset({"", "more", "additional", "further", "extra"})
_STATES_OF: Final = frozenset({"u.s", "u.k", "u.n"})  # 1,500 U.S. and 350 Italian marines
_LOOK_AHEAD = 8  # words between a number and its noun; longer runs are no noun phrase
# Past forms that are no participles, so that they describe no noun: 7,500 BECAME soldiers.
_VERBS: Final = frozenset(
    {"became", "began", "came", "chose", "drove", "fell", "flew", "gave", "got", "knew", "ran"}
    | {"saw", "spoke", "swore", "took", "went", "withdrew", "wrote"}
)


@noun
class NounPhrase:
    """What follows a number.

    `kind` is persons, unit, part (`of them`), elided (nothing follows that is counted) or
    things. `state` is a participle in it: 600 wounded soldiers. `is_guess`: no table knows it.
    """

    kind: str
    start: int
    end: int
    head: str = ""
    unit: str = "person"
    state: Happening | None = None
    is_guess: bool = False


def noun_phrase_after(folded: str, start: int, end: int) -> NounPhrase:
    """Read the noun phrase that begins at `start` (where a number ends) and stops before `end`."""
    of = _OF.match(folded, start, end)
    if of is None:
        if match := _STRONG.match(folded, start, end):
            return NounPhrase("persons", start, match.end(), head="strong")
        return _walk(folded, start, end, after_of=False)
    if match := _OF_THEM.match(folded, start, end):
        return NounPhrase("part", start, match.end(), head=match[0].split()[-1])
    match = _OF_THE_HURT.match(folded, start, end)
    if match and not _continues(folded, match.end(), end):
        return NounPhrase("part", start, match.end(), head=match[0].split()[-1])
    if words := _NUMBER_WORD.match(folded, of.end(), end):
        return _of_so_many(folded, start, words.end(), end)
    first = _next_word(folded, of.end() - 1, end)
    if _are_things(first):
        return NounPhrase("things", start, of.end(), first)  # one of the villages soldiers held
    phrase = _walk(folded, of.end() - 1, end, after_of=True)
    if phrase.kind == "elided" and phrase.state is None and of[0].strip()[-1].isdigit():
        return NounPhrase("part", start, of.end() - 1)  # 15 of the 115 asked for asylum
    return phrase


_NUMBER_WORD = re.compile(rf"(?:{WORDS})\b")


def _of_so_many(folded: str, start: int, stop: int, end: int) -> NounPhrase:
    """Read seven of the nine soldiers, and seven of the nine."""
    phrase = _walk(folded, stop, end, after_of=True)
    if phrase.kind == "elided" and phrase.state is None:
        return NounPhrase("part", start, stop)
    return replace(phrase, start=start)


def _are_things(word: str) -> bool:
    """Say whether a plural counts no people, so that a noun after it begins something new."""
    if not word.endswith("s") or word.endswith(("ss", "'s", "us", "is")) or len(word) <= len("his"):
        return False
    known = noun_words()(word)
    is_known = known.is_people or known.unit or known.is_body
    return not (is_known or known.state or known.describes)


def _walk(folded: str, start: int, end: int, *, after_of: bool) -> NounPhrase:
    look_up = noun_words()
    at, previous = start, ""
    state: Happening | None = None
    for _ in range(_LOOK_AHEAD):
        match = _TOKEN.match(folded, at, end)
        word = match[1].rstrip(".-") if match else ""
        known = look_up(word)
        if (
            match is None
            or known.stops
            or word in _VERBS
            or (word == "of" and at > start)
            or (word in _LATE and _AT_A_TIME.match(folded, match.end()))
        ):
            break
        stop = match.start(1) + len(word)
        unit = _unit(folded, previous, word, stop=stop, known=known)
        if unit and not _continues(folded, stop, end):
            return _of_unit(folded, start, stop, end, unit=unit, word=word)
        if known.ends_pair and previous and is_listed_people_word(f"{previous} {word}"):
            return NounPhrase("persons", start, stop, word, state=state)
        owns = word.endswith(("'", "'s"))
        here = known.state
        acts = here and previous not in _NO_NOUN and _ACTS_ON.match(folded, stop)
        if not owns and not acts and _is_head(folded, known, stop, end, after_of=after_of):
            guess = not (known.is_sure or known.is_body)
            stop = _with_war(folded, word, stop, end)
            return NounPhrase("persons", start, stop, word, state=here or state, is_guess=guess)
        if not known.is_people and (pair := _pair(folded, word, stop, end)):
            return NounPhrase("persons", start, *pair, state=here)
        does = known.does and _does(folded, match.start(1), end)
        if does and look_up(previous).is_singular:
            break  # one soldier died
        if (here or does) and previous in _NO_NOUN and not known.is_things:
            state = here
            if bare := _bare(folded, start, match, end, state=here):
                return bare
        at, previous = match.end(), word
    return _ending(folded, (start, at), previous, state=state)


# Two floods killed 69 people: what they did to others, not whom it befell.
_ACTS_ON = re.compile(
    rf"\s+(?:(?:at|least|about|some|more|than|over|nearly|an|estimated)\s+)*(?:\d|(?:{WORDS})\b)"
)
_ONE_BEFORE: Final = ("one", " 1", "a", "another", "each", "every")
# Words in -s that are no plural: 40 fled overseas.
_NO_PLURALS: Final = frozenset(
    "overseas towards besides afterwards indoors outdoors upstairs downstairs sometimes perhaps"
    " always backwards forwards northwards southwards eastwards westwards headquarters thus says"
    " whereas across".split()
)


def _of_unit(folded: str, start: int, stop: int, end: int, *, unit: str, word: str) -> NounPhrase:
    """Read a unit of people, unless it only names things."""
    things = None if word.endswith("s") else _things_named(folded, start, stop, end)
    return things or NounPhrase("unit", start, stop, word, unit)


def _things_named(folded: str, start: int, stop: int, end: int) -> NounPhrase | None:
    """Read what a word only names: 4,000 family kits, four land routes."""
    if folded.endswith(_ONE_BEFORE, 0, start):
        return None  # one brigade guards the bridge
    word = _next_word(folded, stop, end)
    known = noun_words()(word)
    are_such = _are_things(word) and not (known.stops or known.does or word in _NO_PLURALS)
    return NounPhrase("things", start, stop, word) if are_such else None


def _bare(
    folded: str, start: int, match: re.Match[str], end: int, *, state: Happening | None
) -> NounPhrase | None:
    """Read a number with what befell those counted, or what they did, right behind it."""
    word = match[1].rstrip(".-")
    stop = match.start(1) + len(word)
    if things := _things_named(folded, start, stop, end):
        return things
    is_one = folded.endswith(_ONE_BEFORE, 0, start)
    if not (state or is_one) and word.endswith("s") and not word.endswith("ss"):
        return NounPhrase("things", start, stop, word)  # 40 clashes: a verb of many has no -s
    if _continues(folded, match.end(), end):
        return None
    return NounPhrase("elided", start, stop if state else match.start(), state=state)


_LATE: Final = frozenset({"late", "early"})
_AT_A_TIME = re.compile(r"\s*(?:last|this|next|on|in|[a-z]+day)\b")  # and 57 late last year


def _does(folded: str, start: int, end: int) -> bool:
    """Say whether what people do stands here, in one word or more: fled; took part."""
    return bool(pattern_of("subjects").match(folded, start, end))


def _with_war(folded: str, word: str, stop: int, end: int) -> int:
    """Take `of war` into the phrase of prisoners."""
    is_of_war = word.startswith("prisoner") and folded.startswith(" of war", stop)
    return min(end, stop + len(" of war")) if is_of_war else stop


_PAIR = re.compile(r"\s+(?:and|or)(?=\s)")
_MIDDLE: Final = 3  # words after `and` in which the noun of both stands


def _pair(folded: str, word: str, stop: int, end: int) -> tuple[int, str] | None:
    """Read two words for one noun: sick and wounded PRISONERS; foreign and local relief STAFF."""
    match = _PAIR.match(folded, stop, end)
    at = match.end() if match and not _are_things(word) else end
    for place in range(_MIDDLE + 1):
        token = _TOKEN.match(folded, at, end)
        noun = token[1].rstrip(".-") if token else ""
        known = noun_words()(noun)
        if token is None or known.stops or known.unit or known.is_things:
            return None
        if place and (known.is_listed or known.is_body):
            return token.start(1) + len(noun), noun
        at = token.end()
    return None


_NAMES: Final = ("police", "staff", "army", "ese", "ish", "ch", "swiss")


def _is_head(folded: str, known: NounWord, stop: int, end: int, *, after_of: bool) -> bool:
    """Say whether a word is the noun counted: soldiers; the wounded, unless soldiers follow."""
    if after_of and known.is_body:
        return not _continues(folded, stop, end)
    if not known.is_people or (known.describes and _describes(folded, stop, end)):
        return False
    following = noun_words()(_next_word(folded, stop, end))
    if folded.endswith(_NAMES, 0, stop) and _things_named(folded, 0, stop, end):
        return False  # two police stations
    return not (following.is_things or following.is_listed)  # Sudanese pounds; wounded soldiers


def _next_word(folded: str, at: int, end: int) -> str:
    match = _TOKEN.match(folded, at, end)
    return match[1].rstrip(".-") if match else ""


_AHEAD = 3  # words in which the noun must come that an adjective describes


def _describes(folded: str, at: int, end: int) -> bool:
    """Say whether a noun for persons follows soon: SPANISH aid workers."""
    for _ in range(_AHEAD):
        match = _TOKEN.match(folded, at, end)
        if match is None:
            return False
        known = noun_words()(match[1].rstrip(".-"))
        if known.stops:
            return False
        if known.is_sure or known.unit:
            return True
        at = match.end()
    return False


def _ending(
    folded: str, span: tuple[int, int], last: str, *, state: Happening | None
) -> NounPhrase:
    """Decide on a phrase in which no plural for persons stood."""
    start, at = span
    if folded[start:at].strip(" .") == last and is_deed(last):
        return NounPhrase("elided", start, start)  # and 62 declined
    if last in _STATES_OF or noun_words()(last).is_singular:
        return NounPhrase("persons", start, at, last, state=state)
    if last in _NO_NOUN:
        return NounPhrase("elided", start, at, head=last, state=state)
    return NounPhrase("things", start, at, last)


def _continues(folded: str, at: int, end: int) -> bool:
    """Say whether a further noun for persons follows at once: wounded SOLDIERS."""
    return noun_words()(_next_word(folded, at, end)).is_listed


# Two companies of Scout Rangers; three companies and some militia: soldiers, no firms.
_OF_SOLDIERS = re.compile(
    r"\s+(?:of\s+(?:[\w-]+\s+){0,2}?(?:rangers|infantry|soldiers|troops|commandos|paratroopers|marines"
    r"|guards|guardsmen|militia|militiamen|police|engineers|fighters|men)\b|(?:plus|and)\s+(?:some\s+|an?\s+)?"
    r"(?:[\w-]+\s+)?(?:militia|platoons?|battalions?|squads?)\b)"
)
_COMPANIES: Final = frozenset({"company", "companies"})


def _unit(folded: str, previous: str, word: str, *, stop: int, known: NounWord) -> str | None:
    """Name the unit of people a word stands for, with the word before it or alone."""
    if known.ends_pair and (pair := unit_named(f"{previous} {word}")):
        return pair
    if word in _COMPANIES and not known.unit and _OF_SOLDIERS.match(folded, stop):
        return "company"
    return known.unit
