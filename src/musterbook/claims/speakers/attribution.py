"""A number's place in a text in, the chain of those who say it out, outermost speaker first."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from musterbook.claims.broadcast import is_broadcast
from musterbook.claims.frame import Frame
from musterbook.claims.patterns.led import Led
from musterbook.claims.speakers.acronyms import names_with_acronyms
from musterbook.claims.speakers.antecedents import Antecedents, may_be
from musterbook.claims.speakers.going_on import leans_back, opens_with
from musterbook.claims.speakers.planning import planner_before
from musterbook.claims.speakers.saying_reach import frames, is_past, reaches, still_heard
from musterbook.claims.speakers.speech import speeches_in
from musterbook.claims.speakers.speech_said import UNNAMED_REPORTS, Speech
from musterbook.claims.speakers.told_after import AHEAD, teller_of
from musterbook.claims.split import Sentence

_LOOK_BACK = 8  # sentences in which a pronoun's or a short name's owner is sought
_OURS = Led(
    r"\bour (?:own )?(?:forces|side|men|losses|fighters|comrades|troops|units|combatants|martyrs)\b"
)
# …”, said a neighbour, who lost two sons: that is told of the speaker, not by him.
_OF_SPEAKER = re.compile(r"[^,;.\"“]{0,40},\s(?:who|whom|whose|which)\b[^\"“]*\Z")
_OWN_PEOPLE = re.compile(r"(?i)(?:its|their|his|her)\s+(?:own\s+)?[a-z-]+$")
_BEYOND: Final = 2  # sentences back to the saying that a short one parts from a further count
_SHORT: Final = 60  # characters of such a sentence
_SELF: Final = frozenset({"i", "we"})


@dataclass(slots=True)
class Speakers:
    """Who says what in a text; sentences are read once, when first asked about."""

    text: str
    folded: str
    sentences: tuple[Sentence, ...]
    frame: Frame | None
    _read: dict[int, tuple[Speech, ...]] = field(default_factory=dict)
    _broadcast: bool | None = None
    _acronyms: Mapping[str, str] | None = None
    _antecedents: Antecedents = field(init=False)

    def __post_init__(self) -> None:
        self._antecedents = Antecedents(self.text, self.sentences, self.in_sentence)

    def in_sentence(self, number: int) -> tuple[Speech, ...]:
        """Give the sayings of one sentence."""
        read = self._read.get(number)
        if read is None:
            sentence = self.sentences[number]
            read = speeches_in(self.text, self.folded, sentence.start, sentence.end)
            self._read[number] = read
        return read

    def said_by(self, number: int) -> tuple[str, ...]:
        """Name all who say something in one sentence."""
        return self._called(self._names(number, list(self.in_sentence(number))))

    def _called(self, chain: tuple[str, ...]) -> tuple[str, ...]:
        """Call a body by its name and its acronym where the text gives both."""
        if not chain:
            return chain
        if self._acronyms is None:
            self._acronyms = names_with_acronyms(self.text)
        return tuple(dict.fromkeys(self._acronyms.get(each, each) for each in chain))

    def chain(self, number: int, start: int, end: int) -> tuple[str, ...]:
        """Give the chain for what stands between two places; empty is the text itself."""
        own = self._own(number, start, end) or self._quoted(number, start)
        own = own or self._of_us(number, start) or self._of_bulletin(number, start)
        own = own or self._told_after(number) or self._carried(number)
        frame = self.frame
        is_retold = frame is not None and frame.covers(start)
        if frame is None or not is_retold or own[:1] == (frame.speaker,):
            return self._called(own)
        return self._called((frame.speaker, *own))

    def _own(self, number: int, start: int, end: int) -> tuple[str, ...]:
        speeches = self.in_sentence(number)
        if not speeches:
            return ()
        after = [each for each in speeches if each.start >= end and reaches(self.folded, each, end)]
        # Gen. X, who leads the 9,800 men there, said: those are named, not spoken of.
        spoken = [
            each
            for each in speeches
            if each.start < start and (each.end <= end or frames(self.folded, each))
        ]
        for place, each in enumerate(spoken):
            if each.is_after and _OF_SPEAKER.match(self.folded, each.end, start):
                spoken = spoken[place + 1 :]
                break
        before = still_heard(self.folded, spoken, start)
        outer = [each for each in after if not each.is_inner]
        # Reportedly shot, said the agency: somebody is named after all.
        outer = ([each for each in outer if self._names_source(each)] or outer)[:1]
        inner = [each for each in (*before, *after) if each.is_inner]
        plain = [each for each in before if not each.is_inner]
        if outer and outer[0].is_after:  # 40 according to the army, 400 according to the rebels
            plain = [
                each for each in plain if not (each.is_after and is_past(self.folded, each, start))
            ]
        for place in range(1, len(plain)):  # the government, she said, has promised
            if plain[place].end < plain[place - 1].end:
                plain[place - 1], plain[place] = plain[place], plain[place - 1]
        if len(plain) > 1 and _OWN_PEOPLE.match(plain[-1].raw):
            plain.pop()  # the Red Cross says its workers have counted 3,000
        return self._names(number, [*outer, *plain, *inner])

    def _of_us(self, number: int, start: int) -> tuple[str, ...]:
        """Name whoever speaks of our men in a bulletin read out: the last who was said to speak."""
        sentence = self.sentences[number]
        is_ours = _OURS.search(self.folded, sentence.start, sentence.end)
        return self._antecedents.last(number, start) if is_ours else ()

    def _of_bulletin(self, number: int, start: int) -> tuple[str, ...]:
        """Name whose news a broadcast goes on reading out: of the one its paragraph opens with."""
        sentence = self.sentences[number]
        if self._broadcast is None:
            self._broadcast = is_broadcast(self.folded)
        if not self._broadcast or _OURS.search(self.folded, sentence.start, sentence.end):
            return ()
        first = number
        while first and self.sentences[first - 1].paragraph == sentence.paragraph:
            first -= 1
        spoken = [each for each in self.in_sentence(first) if not each.is_inner]
        told = self.text[self.sentences[first].start : start]
        is_remark = told.count("[") > told.count("]")
        return self._names(first, spoken[:1]) if spoken and not is_remark else ()

    def _carried(self, number: int) -> tuple[str, ...]:
        """Name whose words a sentence without a speaker goes on with."""
        spoken = self._beside(number, number - 1)
        if not spoken and (further := self._carried_over(number)):
            return further
        if not spoken or any(not each.is_inner for each in self.in_sentence(number)):
            return ()
        sentence, before = self.sentences[number], self.sentences[number - 1]
        if leans_back(self.folded, sentence.start, sentence.end):
            return self._own(number - 1, before.end - 1, before.end)
        said = self._names(number - 1, spoken[-1:])
        pronoun = opens_with(self.folded, sentence.start, sentence.end)
        raw = spoken[-1].raw
        if spoken[-1].is_pronoun and said:
            raw = said[-1]
        if pronoun and may_be(pronoun, raw):
            return said
        after = self._beside(number, number + 1)
        return said if after and self._names(number + 1, after[:1]) == said else ()

    def _carried_over(self, number: int) -> tuple[str, ...]:
        """Name whose count goes on behind a short sentence: the youngest was nine. Another 400."""
        if (
            number < _BEYOND
            or self.in_sentence(number)
            or not self._beside(number, number - _BEYOND)
        ):
            return ()
        between = self.sentences[number - 1]
        if self.in_sentence(number - 1) or between.end - between.start > _SHORT:
            return ()
        sentence, before = self.sentences[number], self.sentences[number - _BEYOND]
        is_further = leans_back(self.folded, sentence.start, sentence.end)
        return self._own(number - _BEYOND, before.end - 1, before.end) if is_further else ()

    def _beside(self, number: int, other: int) -> list[Speech]:
        """Give the sayings of a sentence beside one, in its paragraph; those quoted left out."""
        if not 0 <= other < len(self.sentences):
            return []
        if self.sentences[other].paragraph != self.sentences[number].paragraph:
            return []
        return [each for each in self.in_sentence(other) if not each.is_inner]

    def _told_after(self, number: int) -> tuple[str, ...]:
        """Name whoever the next sentences say has given the figures out."""
        for sentence in self.sentences[number + 1 : number + 1 + AHEAD]:
            if name := teller_of(self.text, self.folded, sentence.start, sentence.end):
                return (name,)
        return ()

    def planner(self, number: int, start: int) -> tuple[str, ...]:
        """Name who plans what stands at a place, `The agency hopes to feed`; nobody if unsure."""
        speech = planner_before(self.text, self.folded, self.sentences[number].start, start)
        return self._called(self._names(number, [speech])) if speech else ()

    def _names_source(self, speech: Speech) -> bool:
        """Say whether a saying names somebody, and not in a relative clause of its own."""
        is_relative = self.folded.startswith(("which ", "who "), speech.start)
        return speech.raw != UNNAMED_REPORTS and not is_relative

    def _names(self, number: int, speeches: list[Speech]) -> tuple[str, ...]:
        chain: list[str] = []
        for speech in speeches:
            is_self = speech.raw.lower() in _SELF
            if is_self:
                names = self._quoted(number, speech.start)
            else:
                names = self._antecedents.of(number, speech)
            chain += [name for name in names if name not in chain]
        return tuple(chain)

    def _quoted(self, number: int, start: int) -> tuple[str, ...]:
        """Name the speaker of a sentence inside quotation marks, from the paragraph around it."""
        paragraph = self.sentences[number].paragraph
        same = [
            i
            for i in range(max(0, number - _LOOK_BACK), min(len(self.sentences), number + 4))
            if self.sentences[i].paragraph == paragraph
        ]
        opening = self.text[self.sentences[same[0]].start : start]
        if (opening.count("“") <= opening.count("”")) and opening.count('"') % 2 == 0:
            return ()
        around = sorted(same, key=lambda each: (each > number, abs(each - number)))
        for place in around:
            for speech in reversed(self.in_sentence(place)):
                if not speech.is_pronoun:
                    return self._names(place, [speech])
        before = [each for each in around if each <= number]
        return self._antecedents.person_of(before)
