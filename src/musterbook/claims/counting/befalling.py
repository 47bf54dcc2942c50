"""A number and what follows it in, what befell those it counts out, and how that is said."""

import re
from typing import Final

from musterbook.claims.counting.asides import verb_beyond
from musterbook.claims.counting.counted import Context
from musterbook.claims.counting.happening_governing import happening_before
from musterbook.claims.counting.happening_near import happening_after, joined_harm
from musterbook.claims.counting.happenings import Happening, happening_named
from musterbook.claims.counting.noun_phrase import NounPhrase, noun_phrase_after
from musterbook.claims.counting.own_verb import verb_of
from musterbook.claims.counting.people_nouns import singular_people
from musterbook.claims.number_words import WORDS
from musterbook.claims.numbers import Quantity
from musterbook.claims.patterns.up_to import UpTo

_ASIDE = re.compile(r"\s*,\s*(?:including|among|most|some|mostly|many|$|\w+ of (?:them|whom))")
_LEFT_OVER = re.compile(
    r"\s+left\s*(?:[.,;:)]|$|\b(?:in|at|on|to|and|when|after|before|by|there)\b)"
)
_HAS = UpTo(r"\b(?:has|have|had|with|only)\s+(?:(?:just|only|barely|still)\s+)?$")
# The agency employs 40 people and has received aid: it, not they.
_NEXT_SAID = re.compile(
    r",\s(?!who|which|that|including|among|most)"
    r"|\b(?:and|but)\s+(?:\w+ly\s+)?(?:that|no|none|ha[sd]|have|is|are|was|were|may|might|will|would|could)\b"
)
_FOR_THEM = UpTo(r"\bfor\s+(?:about\s+|some\s+)?$")
_HELPED_BY = UpTo(
    r"\b(?:helped|backed|supported|assisted|aided|reinforced|accompanied|escorted|guarded|watched|flanked"
    r"|led|crewed|manned)\s+by\s+(?:the\s+|some\s+|about\s+)?$"
)
_WAS = re.compile(r"[^.;,]{0,60}?\b(?:was|has)\b")
_BRACKET = re.compile(r"\s*\([^()]{1,40}\)")  # 220,284 families (1,051,692 people) had to leave
_FRACTION_OF = UpTo(
    r"\b(?:half|thirds?|quarters?|fifths?|tenths?|percent|per cent|%)\s+of\s+"
    r"(?:the\s+)?(?:[\w-]+'s\s+)?$",
    reach=24,
)


_WHOSE: Final = r"(?:(?:the|its|their|her|his|our|all|these|those|[\w'-]+'s)\s+)"
_PART_OF = UpTo(  # 35 of the 212; most of its 300
    rf"(?:\d|\b(?:{WORDS}|none|neither|not one|most|many|some|all|several|a few|a handful)"
    r"(?:\s+more|\s+others?)?)\s+"
    rf"(?:(?:out\s+)?of\s+{_WHOSE}+|out\s+of\s+)(?:(?:about|some|nearly|over|more\s+than)\s+)*$",
    reach=46,
)
# Of the town's 10,000 inhabitants, 4,000 fled: of these it is told, not of all.
_OF_ALL = UpTo(
    rf"(?:^|[.,;:\n]\s*|\bthat\s|\bsaid\s)of\s+{_WHOSE}*(?:(?:about|some|nearly|over|more\s+than)\s+)*$",
    reach=46,
)
_SOME = re.compile(
    r"(?:\s+(?:of|from|in|at|on|under|who\s+(?:were|are|was))\s[^,.;]{2,40}?)?,\s+"
    rf"(?:(?:only|about|some|at least|just|nearly|more than|over|all but)\s+)*(?:\d|(?:{WORDS})\b)"
)
_FREED_SINCE = re.compile(r"\s+(?:\w+ly\s+)?[a-z]+(?:ed|en|ent|ought)\s+since\b")
_JOINED = re.compile(
    r"\s*,?\s*(?:and|or|as well as|along with|plus|together with"
    r"|composed of|comprising|made up of|,)?"
    r"(?:\s*(?:at least|more than|about|some|another|over|nearly|up to|around))*\s*"
)
_NUMBER = re.compile(
    r"\s*(?:an?\s+(?:\w+\s+)?number\s+of|[\w,.-]*\d[\w,.-]*|(?!said\b|says\b|that\b)[a-z-]+)(?:\s+(?:million|thousand|hundred|dozen))*"
)
_ONE = re.compile(r"(?:an?|one|the|his|their)\s+(?:[\w-]+\s+){0,2}?(?P<noun>[a-z-]+)\b(?=\s+\w)")
_NEXT_WORD = re.compile(r"\s+([a-z-]+)(?!\s+who\b)\b")
_DONE_TO: Final = frozenset({"displaced", "affected"})  # a state, but its verb does it to people
_LONGEST_LIST: Final = 6  # counts joined into one list that one verb governs


def happening_of(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> tuple[Happening | None, str]:
    """Say what befell those a number counts, and by which construction it is said."""
    before = happening_before(folded, quantity.lead, context.left)
    if _is_whole(folded, quantity, context, phrase):
        return None, "+base-of-fraction"
    if before and (
        before.nature != "state"
        or before.name in _DONE_TO
        or _is_kept(folded, quantity, phrase, context)
    ):
        return before, "+object-of-verb"
    if verb := _told_of_named(folded, quantity, context, phrase, is_object=before is not None):
        return verb, "+subject-of-verb"
    if phrase.state:
        return joined_harm(folded, phrase.state, phrase.end, context.right), "+participle"
    if _LEFT_OVER.match(folded, phrase.end, context.right) and _HAS.search(
        folded, context.left, quantity.lead
    ):
        return happening_named("present"), "+subject-of-verb"  # has 40,000 men left
    is_for_them = _FOR_THEM.search(folded, context.left, quantity.lead)
    if (is_for_them and _WAS.match(folded, phrase.end)) or _HELPED_BY.search(
        folded, context.left, quantity.lead
    ):
        return None, ""  # a convoy for 12,000 people was turned back; helped by 900 men it moved on
    after = _told_after(folded, phrase.end, context, is_object=before is not None)
    if after:
        return after, "+subject-of-verb"
    return before, "+object-of-verb" if before else ""


def _is_whole(folded: str, quantity: Quantity, context: Context, phrase: NounPhrase) -> bool:
    """Say whether only of a part of those counted something is told."""
    if _FREED_SINCE.match(folded, phrase.end, context.end):
        return False  # most of the 2,000 soldiers freed since Thursday had left
    if _PART_OF.search(folded, context.start, quantity.lead) or _FRACTION_OF.search(
        folded, 0, quantity.lead
    ):
        return True
    if phrase.state is not None or _SOME.match(folded, phrase.end, context.end) is None:
        return False
    return _OF_ALL.search(folded, context.start, quantity.lead) is not None


# The school shelters 40 people who lost their homes: there they are.
_KEEPS = UpTo(
    r"\b(?:shelter|house|host|hold|employ|accommodate|keep)(?:s|ed|ing)?\s+"
    r"(?:(?:about|some|only|over|nearly|almost|up to|more than|at least|another)\s+)*$"
)
_NAMED_BY = re.compile(r"\s+(?:who|whom|that|[a-z]+(?:ed|en))\s")


def _is_kept(folded: str, quantity: Quantity, phrase: NounPhrase, context: Context) -> bool:
    """Say whether people whom a clause tells apart are where somebody keeps them."""
    if not _KEEPS.search(folded, context.left, quantity.lead):
        return False
    return _NAMED_BY.match(folded, phrase.end) is not None


def _told_of_named(
    folded: str, quantity: Quantity, context: Context, phrase: NounPhrase, *, is_object: bool
) -> Happening | None:
    """Find what is told of people whom a participle or a clause tells apart from others."""
    if phrase.state and phrase.head:
        verb = happening_after(folded, phrase.end, context.right)
        if verb and (verb.nature in ("move", "gain") or phrase.state.nature == "state"):
            return verb  # 765 wounded Iraqis have been repatriated
    own = None if is_object else verb_of(folded, quantity.lead, phrase.end, context.end)
    return None if own is None else _told_by(folded, own, context, phrase)


def _told_by(folded: str, verb: int, context: Context, phrase: NounPhrase) -> Happening | None:
    """Find what a verb tells of people, as far as nothing else is told with it."""
    stop = _NEXT_SAID.search(folded, verb, context.end)
    told = happening_after(folded, verb - 1, stop.start() if stop else context.end)
    if told is not None and told.name == "missing":  # the 60 killed on Friday will be buried
        named_by = phrase.state or happening_after(folded, phrase.end, verb)
        return named_by if named_by and named_by.nature == "loss" else told
    return told


# Forty bombs killed 7 people: they did it to the next; but 40 men killed 30 km away.
_DO_TO_NEXT = re.compile(
    r"\s+(?:(?:also|have|had|later|then)\s+)*(?:killed|wounded|injured|hurt|captured|seized|arrested"
    r"|detained|abducted|kidnapped|recruited|deported)\s+(?:the\s+)?"
)
_AWAY = re.compile(
    r"(?:[a-z]+ ){0,2}[\d.,]+ (?:miles?|km|kilomet\w+|met(?:er|re)s?|yards?|days?|weeks?|months?"
    r"|years?|hours?|minutes?)\b"
)


def _told_after(folded: str, start: int, context: Context, *, is_object: bool) -> Happening | None:
    """Find what is said after a phrase; of an object nothing beyond a comma or `and has`."""
    if context.right < context.end and _DO_TO_NEXT.fullmatch(folded, start, context.right):
        far = _AWAY.match(folded, context.right, context.end)
        return happening_after(folded, start, context.right) if far else None
    stop = _NEXT_SAID.search(folded, start, context.right) if is_object else None
    if stop:
        return happening_after(folded, start, stop.start())
    return happening_after(folded, start, context.right) or _after_aside(folded, start, context)


def _after_aside(folded: str, start: int, context: Context) -> Happening | None:
    """Look beyond an aside with a number of its own: 61 people, including 12 children, died."""
    joined = _after_the_joined(folded, start, context)
    if joined:
        return joined
    verb = verb_beyond(folded, start, context.end)
    if verb is not None:
        return happening_after(folded, verb, context.end)
    if bracket := _BRACKET.match(folded, start, context.end):
        return happening_after(folded, bracket.end(), context.end)
    if not _ASIDE.match(folded, start, context.end):
        return None
    close = folded.find(",", start + 2, context.end)
    for _ in range(_LONGEST_LIST):
        if close < 0:
            return None
        if found := happening_after(folded, close + 1, context.end):
            return found
        close = folded.find(",", close + 1, context.end)
    return None


def _after_the_joined(folded: str, start: int, context: Context) -> Happening | None:
    """Look beyond further counts joined to the first: 12 soldiers, 3 nuns and a civilian died."""
    at = start
    for _ in range(_LONGEST_LIST):
        joint = _JOINED.match(folded, at, context.end)
        if joint is None or joint.end() == at or joint[0].isspace():
            return None
        if one := _one_person(folded, joint.end(), context.end):
            if happening := happening_after(folded, one, context.end):
                return happening
            at = one
            continue
        number = _NUMBER.match(folded, joint.end(), context.end)
        phrase = noun_phrase_after(folded, number.end(), context.end) if number else None
        if phrase is not None and phrase.kind == "elided" and number:
            return happening_after(folded, number.end(), context.end)  # and 400 from Nepal arrived
        if phrase is None or phrase.kind not in ("persons", "unit"):
            return None
        happening = phrase.state or happening_after(folded, phrase.end, context.end)
        if happening is not None:
            return happening
        at = phrase.end
    return None


def _one_person(folded: str, start: int, end: int) -> int | None:
    """Give where a single person's noun ends: 12 soldiers and a civilian, and a police officer."""
    match = _ONE.match(folded, start, end)
    if match is None:
        return None
    also = _NEXT_WORD.match(folded, match.end(), end)
    if also and also[1] in singular_people():
        return also.end()
    return match.end() if match["noun"] in singular_people() else None
