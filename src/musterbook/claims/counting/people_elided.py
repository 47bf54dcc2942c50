"""A number with no noun after it in, the people it counts out: a verb or a neighbour tells."""

import re
from typing import Final

from musterbook.claims.counting.befalling import happening_of
from musterbook.claims.counting.counted import Context, Counted, bare, measured
from musterbook.claims.counting.deeds import tense_after
from musterbook.claims.counting.happening_governing import happening_before
from musterbook.claims.counting.happening_near import happening_after
from musterbook.claims.counting.happenings import HARM, Happening, happening_named
from musterbook.claims.counting.leaning import includes, inherited, is_compared
from musterbook.claims.counting.measure_nouns import is_linked, measure_noun_before
from musterbook.claims.counting.nobody import NONE
from musterbook.claims.counting.noun_phrase import NounPhrase
from musterbook.claims.counting.people_nouns import is_listed_people_word
from musterbook.claims.counting.there_are import THERE_ARE
from musterbook.claims.kinds.kind_names import LEVEL
from musterbook.claims.lexicon_files import words_to_names
from musterbook.claims.numbers import Quantity
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo

_THE_NUMBER_OF = Led(r"\bnumber of \w+(?:\s+\w+){0,2}\s+$")
_BODIES_OF = UpTo(r"(?<!what )\b(?:bodies|corpses|remains) of\s+(?:the\s+)?$")
# A camp built for 90,000: so many it holds.
_BUILT_FOR = UpTo(
    r"\b(?:camps?|prisons?|jails?|centres?|centers?|sites?|barracks|shelters?|stadium|schools?)\b"
    r"[^.;,]{0,30}\b(?:built|designed|meant|intended|equipped|made|room|space)\s+for\s+$"
    r"|,\s(?:which was |once )?(?:built|designed|planned|meant|intended|equipped|made)\s+for\s+$"
)
# A canoe carrying 14 overturned: they were aboard.
_CARRYING = UpTo(
    r"\b(?:boats?|canoe|ferry|ship|vessel|dinghy|trawler|raft|bus|minibus|truck|lorry|van|plane"
    r"|aircraft|airliner|helicopter|train|car|taxi)\s+(?:that was\s+|which was\s+)?"
    r"(?:carrying|carried|with)\s+(?:(?:about|some|the)\s+)*$"
)
_ENDS = re.compile(r"\s*(?:[,.;:)]|$|--|—)")  # rose to 102, but many more were missing
_IS_DONE = re.compile(
    r"\s*(?:[,.;:)]|$|aboard\b|on board\b|[a-z]+ed\b|sank\b|hit\b|fell\b|ran\b|went\b|was\b)"
)
# One hit an empty restaurant; one that killed 30.
_DID_IT = re.compile(
    r"\s+(?:hit|struck|killed|wounded|injured|destroyed|damaged)\s+(?:an?|the|his|her|its|their)\s"
    r"(?!day|week|month|year|night|same|next)|\s+(?:that|which)\s"
)
_THE_FEW = UpTo(r"\bthe $")  # the two had been about even: nobody is counted
_LOOK_BACK: Final = 200  # characters before a sentence in which `them` are named
# Freed 12 hostages and still hold six.
_CAPTIVES: Final = frozenset({"released", "captured", "abducted", "detained"})
_HANDLED: Final = frozenset({"released", "rescued", "evacuated", "deported"})
_ENOUGH: Final = 10  # fewer who `need` or `live` are named, or they are no population


def are_bodies_of(folded: str, quantity: Quantity, context: Context) -> bool:
    """Say whether a number is of the dead: recovered the bodies of 104."""
    left = max(context.left, quantity.lead - 24)
    previous = context.previous
    if (
        previous
        and previous.counted == "killed"
        and folded.endswith(", those of ", left, quantity.lead)
    ):
        return True  # ten bodies, those of seven men and three women
    return bool(_BODIES_OF.search(folded, left, quantity.lead))


def nobody(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """Zero is a claim only where harm is said to have come to nobody."""
    happening = happening_after(folded, quantity.end, context.right)
    happening = happening or happening_before(folded, quantity.start, context.left)
    noun = folded[quantity.start : quantity.end].rpartition(" ")[2]
    happening = happening or happening_named(words_to_names("noun_states").get(noun, ""))
    if happening is None or (happening.nature not in HARM and happening.name not in _HANDLED):
        return None
    return bare(quantity, phrase, happening, rule="people:nobody")


def part_of_previous(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """Some of those counted before: eight of them; 12 of whom died."""
    of_noun = happening_named(words_to_names("noun_states").get(phrase.head, ""))
    happening = of_noun if of_noun and of_noun.name == "killed" else None
    # 2,000 of the wounded came home: the verb tells
    happening = happening or happening_before(folded, quantity.lead, context.left)
    happening = happening or happening_after(folded, phrase.end, context.right)
    label = happening or of_noun
    if quantity.least == 1 and (label is None or label.nature != "loss"):
        return None  # one of them said so
    previous = None if context.is_after_things else context.previous
    if not (previous or label) and not _people_named_before(folded, context):
        is_there = THERE_ARE.search(folded, max(context.left, quantity.lead - 40), quantity.lead)
        return _of_us(quantity, phrase) if is_there and quantity.least >= _ENOUGH else None
    if happening is None and not _has_own_deed(folded, quantity, context, phrase=phrase):
        happening = of_noun or (previous.happening if previous else None)
    return Counted(
        label.name if label else previous.counted if previous else "present",
        "fraction" if quantity.form in ("fraction", "percent") else "person",
        quantity.lead,
        phrase.end,
        "people:part-of-previous" if previous else "people:part-of-unnamed",
        group=previous.group if previous else None,
        happening=happening,
    )


def _of_us(quantity: Quantity, phrase: NounPhrase) -> Counted:
    """Count those of whom there are so many: there were 52 of us."""
    rule = "people:part-of-unnamed"
    return Counted("present", "person", quantity.lead, phrase.end, rule, kind=LEVEL)


def _has_own_deed(folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase) -> bool:
    """Say whether a part did something no table knows: five of the missing reported back."""
    subject = (quantity.lead, phrase.end)
    return tense_after(folded, subject, context.right) in ("done", "has done")


def _people_named_before(folded: str, context: Context) -> bool:
    """Say whether the sentence before names people for `them` to stand for."""
    words = re.findall(r"[a-z-]+", folded[max(0, context.start - _LOOK_BACK) : context.start])
    return any(is_listed_people_word(word) for word in words)


def elided(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """No noun stands after the number: a verb, a noun before it, or the people named last tell."""
    is_small = quantity.least < _ENOUGH
    is_of_things = context.is_after_things and (
        phrase.head in ("more", "others") or _are_taken(folded, quantity, context)
    )
    is_the_few = is_small and _THE_FEW.search(folded, context.left, quantity.lead)
    is_the_few = is_the_few or (is_small and _DID_IT.match(folded, quantity.end, context.right))
    if is_of_things or is_the_few or quantity.form in ("fraction", "percent"):
        return None
    told = _told_by_verb(folded, quantity, context, phrase=phrase)
    if told := told or _there_are(folded, quantity, context, phrase=phrase):
        return told
    if context.is_same_sentence and (
        includes(folded, quantity, context) or is_compared(folded, quantity, context, phrase=phrase)
    ):
        return inherited(folded, quantity, context, phrase=phrase)
    if room := _room_of(folded, quantity, context, phrase=phrase):
        return room
    count = _THE_NUMBER_OF.search(folded, max(context.left, quantity.lead - 60), quantity.lead)
    linked = is_linked(folded, quantity.lead, context.left, start=quantity.start)
    measure = measure_noun_before(folded, quantity.lead, context.start) if linked else None
    happening, rule = happening_of(folded, quantity, context, phrase=phrase)
    is_of_next = rule == "+subject-of-verb" and _ENDS.match(folded, phrase.end, context.end)
    is_put = measure and folded[measure.start + len(measure.words) : quantity.lead] == " at "
    if measure and (count or measure.counted == "crowd" or is_of_next or is_put):
        return measured(quantity, context, measure=measure)
    if happening and _is_human(quantity, context, happening=happening, rule=rule):
        return bare(quantity, phrase, happening, rule=f"people:elided{rule}")
    if measure:
        return measured(quantity, context, measure=measure)
    return inherited(folded, quantity, context, phrase=phrase)


# 361 tanks were destroyed and 150 captured: tanks too.
_TAKEN = re.compile(
    r"\s+(?:(?:more|others|were|was|been|have|had)\s+)*(?:captured|destroyed|damaged|seized|lost|taken"
    r"|recovered|rebuilt|repaired)\b"
)


def _are_taken(folded: str, quantity: Quantity, context: Context) -> bool:
    """Say whether things counted before in the sentence are what is taken, since nobody is."""
    if context.is_same_sentence or not _TAKEN.match(folded, quantity.end, context.right):
        return False
    return folded.endswith((" and ", ", ", " while "), 0, quantity.lead)


def _room_of(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """Read for how many a place was built, and how many a vessel carried."""
    rule = ""
    if quantity.least >= _ENOUGH and _BUILT_FOR.search(folded, context.left, quantity.lead):
        rule = "people:capacity"
    elif _CARRYING.search(folded, context.left, quantity.lead) and _IS_DONE.match(
        folded, phrase.end
    ):
        rule = "people:aboard"
    if not rule:
        return None
    return Counted("present", "person", quantity.lead, phrase.end, rule, kind=LEVEL)


_NUMBERED = UpTo(r"\bthey (?:now |had )?number(?:ed)? $")
_PLACE = re.compile(r"\s(?:more\s|others\s)?(?:at|in|aboard|on|of them|there|elsewhere)\b")


def _there_are(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """Read how many of those spoken of there are: there were 6,160 at the camp; they numbered 400.

    Who they are the numbers before tell.
    """
    if quantity.least < _ENOUGH or context.is_after_things:
        return None
    left = max(context.left, quantity.lead - 40)
    if _NUMBERED.search(folded, left, quantity.lead):
        return Counted("present", "person", quantity.lead, phrase.end, "people:elided", kind=LEVEL)
    is_there = THERE_ARE.search(folded, left, quantity.lead)
    if context.previous is None or not (is_there and _PLACE.match(folded, quantity.tail)):
        return None
    return Counted("present", "person", quantity.lead, phrase.end, "people:elided", kind=LEVEL)


_OF_WHOM = UpTo(r"\b(?:of whom|of them|of these|of those)\s*,?\s*$")


def _told_by_verb(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """Read bodies of so many, and a part with a verb of its own: 1,500, of whom 120 died."""
    killed = happening_named("killed")
    if killed and are_bodies_of(folded, quantity, context):
        return bare(quantity, phrase, killed, rule="people:elided+object-of-verb")
    left = max(context.left, quantity.lead - 16)
    if not (context.is_same_sentence and _OF_WHOM.search(folded, left, quantity.lead)):
        return None
    happening = happening_after(folded, phrase.end, context.right)
    if happening is None or happening.nature == "state":
        return None
    return bare(quantity, phrase, happening, rule="people:part-of-previous")


def _is_human(quantity: Quantity, context: Context, *, happening: Happening, rule: str) -> bool:
    """Say whether what happened shows that people are counted.

    Harm does. Coming and going does for more than a few, or where people were counted before; a
    mere state (`need`, `live`) only of a subject.
    """
    if happening.nature in HARM:
        return quantity.least > 0 or quantity.form == NONE
    if context.previous is None and quantity.least < _ENOUGH and quantity.high is not None:
        return False
    previous = context.previous
    is_of_captives = context.is_same_sentence and previous and previous.counted in _CAPTIVES
    is_told = previous is not None and (quantity.least >= _ENOUGH or bool(is_of_captives))
    return happening.nature != "state" or rule != "+object-of-verb" or is_told
