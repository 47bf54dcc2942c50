"""A speaker only pointed at in, the one meant out: he, they, the agency, the statement, Lee."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from musterbook.claims.speakers.bodies_before import VOICES, Place, body_before, station_before
from musterbook.claims.speakers.introduced import (
    NAMED_BODIES,
    full_name,
    is_office,
    is_short_for,
    name_of,
    only_person,
)
from musterbook.claims.speakers.names import person_in, speaker_name
from musterbook.claims.speakers.papers import putter_of
from musterbook.claims.speakers.sentence_subject import subject_at
from musterbook.claims.speakers.speaker_kinds import (
    BODY_ACTS,
    HEARD_OF,
    OPENING_NAME,
    generic_noun,
    has_adjective,
    is_body,
    is_document,
    is_named,
    is_paper,
    person_called,
    surname_after_title,
)
from musterbook.claims.speakers.speaker_sorts import BODY, PEOPLE, PERSON, sort_of
from musterbook.claims.speakers.speech_said import UNNAMED_REPORTS, Speech
from musterbook.claims.split import Sentence, sentence_at
from musterbook.core.noun import noun

_OWNER = re.compile(r"\b(?P<name>[A-Z][\w-]{2,})['’]s\b")
# According to the network that monitors: what a clause tells apart points at nobody before.
_OF_ITS_OWN = re.compile(r"\s(?:that|which|who|whose)\s")
_LOOK_BACK = 8  # sentences in which a pronoun's or a short name's owner is sought
_PERSON_BACK: Final = 2  # sentences in which the one who is then called he was named
_LEAD: Final = 2  # the last sentence of an opening, its headline included
_PAPER_BACK: Final = 8  # sentences in which a paper was put out that is then called the report
_ONE_PERSON: Final = frozenset({"he", "she", "him", "her"})
_SORTS: Final = {
    **dict.fromkeys(_ONE_PERSON, frozenset({PERSON})),
    "they": frozenset({PEOPLE}),
    "it": frozenset({BODY}),
}


@noun
class Antecedents:
    """Who is meant by a word that only points back; `read` gives the sayings of a sentence."""

    text: str
    sentences: tuple[Sentence, ...]
    read: Callable[[int], tuple[Speech, ...]]

    def names(self, number: int, speeches: list[Speech]) -> tuple[str, ...]:
        """Name the speakers of some sayings of one sentence, each once."""
        chain: list[str] = []
        for speech in speeches:
            for name in self.of(number, speech):
                if name not in chain:
                    chain.append(name)
        return tuple(chain)

    def of(self, number: int, speech: Speech) -> tuple[str, ...]:
        """Put a name for `he`, `the agency` or a bare surname where an earlier sentence has one."""
        if speech.is_pronoun:
            found = self._of_pronoun(number, speech)
            return found or self.last(number, speech.start)  # nobody's, if nobody fits
        if is_document(speech):
            putter = self._putter(number, speech)
            return (putter,) if putter else self.last(number, speech.start) or (speech.speaker,)
        word = generic_noun(speech)
        if word and _OF_ITS_OWN.match(self.text, speech.end) and self._ends_in_raw(speech):
            return (speech.speaker,)
        if word is None:
            return (self._named_next(number, speech) or speech.speaker,)
        return self._pointed_at(number, speech, word) or (speech.speaker,)

    def _ends_in_raw(self, speech: Speech) -> bool:
        return self.text.endswith(speech.raw, 0, speech.end)

    def _pointed_at(self, number: int, speech: Speech, word: str) -> tuple[str, ...]:
        """Name whom a noun points at that stands for somebody named before; empty if unsure."""
        place = Place(self.text, self.sentences, self.read, number, speech)
        if word in VOICES and (station := station_before(place)):
            return (station,)
        is_own = speech.raw.lower().startswith(("his ", "her "))
        if is_own and (body := body_before(place, word)):
            return (body,)
        for earlier in self._earlier(number, speech.start):
            if earlier.speaker == speech.speaker or not has_adjective(earlier, speech):
                continue
            if is_named(earlier, word) or is_short_for(self.text, earlier.speaker, word):
                return self.of(self._sentence_of(earlier), earlier)
        if called := surname_after_title(speech.raw):
            full = full_name(self.text, speech.start, called)
            return (full,) if full else ()
        if word in ("source", "sources"):
            return self.last(number, speech.start)
        name = self._introduced(number, speech, word) or body_before(place, word)
        name = name or self._named_next(number, speech)
        return (name,) if name else ()

    def _putter(self, number: int, speech: Speech) -> str:
        """Name who put out the paper that is pointed at, where one of the sentences before says."""
        noun = speech.raw.lower().rpartition(" ")[2]
        for place in range(number - 1, max(-1, number - 1 - _PAPER_BACK), -1):
            before = self.sentences[place]
            if found := putter_of(self.text, before.start, before.end, noun):
                return found
        return ""

    def _introduced(self, number: int, speech: Speech, word: str) -> str:
        """Give the name under which the noun of `the minister` was introduced; empty if none."""
        if not speech.raw.lower().endswith(word) or speech.raw[-len(word) :][:1].isupper():
            return ""
        start = self.sentences[max(0, number - _LOOK_BACK)].start
        found = name_of(self.text, start, speech.start, word)
        return found or self._near(number, speech, word)

    def _named_next(self, number: int, speech: Speech) -> str:
        """Give the person the next paragraph opens with, where a lead has but the office."""
        if number > _LEAD or number + 1 >= len(self.sentences):
            return ""
        is_office_only = speech.raw.lower().startswith("the ") and speech.raw[-1].islower()
        if not is_office_only or sort_of(speech.raw) != PERSON:
            return ""
        after = self.sentences[number + 1]
        opening = OPENING_NAME.match(self.text, after.start, after.end)
        if after.paragraph == self.sentences[number].paragraph or not opening or opening["who"]:
            return ""
        return person_called(opening)

    def _near(self, number: int, speech: Speech, word: str) -> str:
        """Give the name of the one just spoken of: Ada Lund said. The president added."""
        if not (is_office(word) or word in NAMED_BODIES):
            return ""
        sort = PERSON if is_office(word) else BODY
        paragraph = self.sentences[number].paragraph
        for place in range(number, max(-1, number - 1 - _PERSON_BACK), -1):
            if self.sentences[place].paragraph != paragraph:
                break
            for each in reversed(self.read(place)):
                is_before = each.end < speech.end and not each.is_pronoun
                if is_before and _is_name(each.speaker) and sort_of(each.raw) == sort:
                    return each.speaker
        return ""

    def last(self, number: int, start: int, *, of_person: bool = False) -> tuple[str, ...]:
        """Name whoever spoke last before a place, with those quoted there."""
        for earlier in self._earlier(number, start):
            if of_person and is_body(earlier):
                continue
            is_quoted = earlier.is_inner and not (of_person and self._is_person(earlier))
            if not (earlier.is_pronoun or is_quoted or earlier.raw == UNNAMED_REPORTS):
                place = self._sentence_of(earlier)
                names = self.names(place, [earlier])
                is_next = number - place <= 1
                inner = [each.speaker for each in self.read(place) if _is_quoted(each)]
                return (*names, *(inner if is_next and place != number else ()))
        return ()

    def _is_person(self, speech: Speech) -> bool:
        """Say whether a name is a person's, also a surname whose full name stood before."""
        raw = speech.raw
        return bool(person_in(raw) or (" " not in raw and full_name(self.text, speech.start, raw)))

    def _of_pronoun(self, number: int, speech: Speech) -> tuple[str, ...]:
        """Name the one last said to speak or to do anything whom the pronoun fits."""
        raw = speech.raw.lower()
        if raw not in _SORTS:
            return ()
        here = self._in_same(number, speech, _SORTS[raw])
        if here:
            return here
        paragraph = self.sentences[number].paragraph
        back = _PERSON_BACK if raw in _ONE_PERSON else 1
        for place in range(number - 1, max(-1, number - 1 - back), -1):
            if self.sentences[place].paragraph != paragraph:
                break
            if any(_fits(each, _SORTS[raw]) or _is_one_name(each) for each in self.read(place)):
                break
            if found := self._about(place, _SORTS[raw]):
                return (found,)
        is_one = raw in _ONE_PERSON
        return self.last(number, speech.start, of_person=is_one)

    def _in_same(self, number: int, speech: Speech, sorts: frozenset[str]) -> tuple[str, ...]:
        """Name who spoke before in the sentence: the Red Cross said it expects."""
        for each in reversed(self.read(number)):
            if each.end < speech.end and _fits(each, sorts):
                return self.names(number, [each])
        found = self._about(number, sorts, speech.start)
        return (found,) if found else ()

    def _about(self, place: int, sorts: frozenset[str], before: int | None = None) -> str:
        """Name whom a sentence is about, if the pronoun fits."""
        sentence = self.sentences[place]
        end = sentence.end if before is None else before
        if PERSON in sorts:
            opening = OPENING_NAME.match(self.text, sentence.start, end)
            if opening and (name := person_called(opening)):
                last = surname_after_title(name)
                return (last and full_name(self.text, sentence.start, last)) or name
            if heard := HEARD_OF.search(self.text, sentence.start, end):
                return speaker_name(heard["name"])
        if BODY in sorts and (match := BODY_ACTS.search(self.text, sentence.start, end)):
            return speaker_name(match["name"])
        raw = subject_at(self.text, sentence.start, end)
        if not raw or sort_of(raw) not in sorts or is_paper(raw):
            return self._person_in(sentence.start, end) if PERSON in sorts else ""
        is_same = before is not None
        is_name = raw.rpartition(" ")[2][0].isupper()
        if last := surname_after_title(raw):
            return full_name(self.text, sentence.start, last) or speaker_name(raw)
        return "" if is_same and not is_name else speaker_name(raw)

    def _person_in(self, start: int, end: int) -> str:
        """Name the only person of a sentence, also by the surname in `Butko's table`."""
        if found := only_person(self.text, start, end):
            return found
        for owner in _OWNER.finditer(self.text, start, end):
            if full := full_name(self.text, start, owner["name"]):
                return full
        return ""

    def person_of(self, places: list[int]) -> tuple[str, ...]:
        """Name the one person whom some sentences are about; the first that is about one."""
        for place in places:
            if found := self._about(place, _SORTS["he"]):
                return (found,)
        return ()

    def _earlier(self, number: int, start: int) -> Iterator[Speech]:
        """Give earlier sayings, nearest first; no more sentences are read than are asked for."""
        for each in reversed(self.read(number)):
            if each.start < start:
                yield each
        for place in range(number - 1, max(-1, number - 1 - _LOOK_BACK), -1):
            yield from reversed(self.read(place))

    def _sentence_of(self, speech: Speech) -> int:
        return sentence_at(self.sentences, speech.start)


def may_be(pronoun: str, name: str) -> bool:
    """Say whether a pronoun may stand for somebody."""
    return sort_of(name) in _SORTS[pronoun]


def _is_quoted(speech: Speech) -> bool:
    return speech.is_inner and not speech.is_alleged


def _is_name(speaker: str) -> bool:
    return all(word[0].isupper() for word in speaker.split())


def _is_one_name(speech: Speech) -> bool:
    """Say whether one bare name is set after somebody: a gravedigger, Hadj, said."""
    raw = speech.raw
    return speech.is_after and raw.isalpha() and raw[0].isupper() and not raw.isupper()


def _fits(speech: Speech, sorts: frozenset[str]) -> bool:
    """Say whether a pronoun may stand for somebody said to speak."""
    if speech.is_pronoun or speech.is_inner:
        return False
    return sort_of(speech.raw) in sorts
