"""A noun for a body in, the body with a name that a text spoke of before out: the agency, UNHCR."""

import re
from collections.abc import Callable
from typing import Final

from musterbook.claims.speakers.names import speaker_name
from musterbook.claims.speakers.sentence_subject import subject_at
from musterbook.claims.speakers.speaker_phrase import PRONOUNS
from musterbook.claims.speakers.speaker_sorts import BODY, sort_of
from musterbook.claims.speakers.speech_said import Speech
from musterbook.claims.split import Sentence
from musterbook.core.noun import noun

# Nouns that any named body may be called by afterwards, whatever its name.
_BODY_NOUNS: Final = frozenset(
    "agency organization organisation charity group movement body watchdog ngo society front party"
    " federation institute network association foundation militia".split()
)
_PAPER_NOUNS: Final = frozenset("newspaper paper daily weekly magazine".split())
_STATION_NOUNS: Final = frozenset({"station", "channel"})
# Those who only read out what a station says.
VOICES: Final = frozenset(
    "announcer newsreader newscaster presenter broadcaster commentator broadcast newscast".split()
)
_STATIONS: Final = re.compile(
    r"(?i)\b(?:radio|station|television|tv|voice of|broadcast\w*|service|channel|network)\b"
)
# The agency, her agency, the news agency; the government newspaper is a certain one.
_ONLY_POINTS = re.compile(
    r"(?i)(?:the|this|that|its|his|her)\s(?:(?:same|news|rights|relief|aid|humanitarian|medical|refugee|charity|UN|U\.N\.)\s)?[\w-]+"
)
_OF_BODY = re.compile(r"\s(?:of|for|from|with)\s(?:the\s)?(?P<body>[A-Z].*)")
_ACRONYM = re.compile(r"(?<![\w.-])(?P<name>[A-Z]{3,8})(?![\w.-])")
_NO_BODIES: Final = frozenset(
    "GMT DATE TEXT URL AIDS HIV COVID USA USSR UAE DRC SARS INTRO TITLE CEO MP GDP IDP IDPS NCO POW"
    " POWS".split()
)
_HEADING: Final = 12  # characters in capitals that make a heading


_BACK: Final = 6  # sentences in which the body's acronym is sought
_NEAR: Final = 2  # sentences in which a station or a body was just spoken of


@noun
class Place:
    """A saying in a text, the sentence it stands in, and how the sayings of one are read."""

    text: str
    sentences: tuple[Sentence, ...]
    read: Callable[[int], tuple[Speech, ...]]
    number: int
    speech: Speech

    def back(self, how_far: int) -> range:
        """Give the numbers of its sentence and those before."""
        return range(self.number, max(-1, self.number - 1 - how_far), -1)

    def spoken(self, number: int) -> list[Speech]:
        """Give the sayings of a sentence before the place, the last first."""
        return [each for each in reversed(self.read(number)) if each.start < self.speech.start]

    def about(self, number: int) -> str:
        """Give whom a sentence is about, as far as it stands before the place."""
        sentence = self.sentences[number]
        end = min(sentence.end, self.speech.start)
        return subject_at(self.text, sentence.start, end)


def station_before(place: Place) -> str:
    """Name the station whose voice an announcer only is; empty where none was just named."""
    for number in place.back(_NEAR):
        for earlier in place.spoken(number):
            if _STATIONS.search(earlier.raw):
                return earlier.speaker
        about = place.about(number)
        if about and _STATIONS.search(about):
            return speaker_name(about)
    return ""


def body_before(place: Place, word: str) -> str:
    """Name the body with a name that was last spoken of, for the agency, the group."""
    if not _ONLY_POINTS.fullmatch(place.speech.raw):
        return ""
    if word in _STATION_NOUNS:
        return station_before(place)
    if word not in _BODY_NOUNS | _PAPER_NOUNS:
        return ""
    for number in place.back(_BACK):
        for earlier in place.spoken(number):
            if not earlier.is_inner and _is_named_body(earlier.raw):
                return earlier.speaker
            whose = _OF_BODY.search(earlier.raw)
            if whose and _is_named_body(whose["body"]):
                return speaker_name(whose["body"])  # Ada Lund of the Red Cross
    for number in place.back(_NEAR):
        about = place.about(number)
        if " " in about and _is_named_body(about):
            return speaker_name(about)
    return "" if word in _PAPER_NOUNS else _acronym_before(place)


def _is_named_body(phrase: str) -> bool:
    """Say whether a phrase is for a body by its name, and no pronoun."""
    is_name = phrase.rpartition(" ")[2][:1].isupper() and phrase.lower() not in PRONOUNS
    return is_name and sort_of(phrase) == BODY


def _acronym_before(place: Place) -> str:
    """Give the last acronym before a place; in a heading of capitals no word is one."""
    for number in place.back(_BACK):
        sentence = place.sentences[number]
        own = place.text[sentence.start : min(sentence.end, place.speech.start)]
        if own.isupper() and len(own) > _HEADING:
            continue
        names = [each["name"] for each in _ACRONYM.finditer(own)]
        for name in reversed(names):
            if name not in _NO_BODIES:
                return name
    return ""
