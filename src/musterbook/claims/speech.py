"""A sentence in, who says something in it out: the speaker, and where the saying stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from musterbook.claims.lexicon_files import word_set
from musterbook.claims.names import speaker_name, without_lead
from musterbook.claims.people_nouns import is_listed_people_word, singular_people

_PRONOUNS: Final = frozenset({"he", "she", "they", "it", "i", "we"})
UNNAMED_REPORTS: Final = "unnamed reports"
UNNAMED_ESTIMATES: Final = "unnamed estimates"


@dataclass(frozen=True, slots=True)
class Speech:
    """Somebody saying something: `start` where the phrase begins, `end` after its verb.

    `is_inner` marks one who is quoted by another (`citing`, `in the view of`); `is_after` one
    named after what is said (`…, he said`). `raw` keeps the words, `speaker` the short name.
    """

    start: int
    end: int
    speaker: str
    raw: str
    is_inner: bool = False
    is_after: bool = False

    @property
    def is_pronoun(self) -> bool:
        """Say whether only a pronoun names the speaker."""
        return self.raw.lower() in _PRONOUNS


@cache
def _verb() -> re.Pattern[str]:
    words = "|".join(
        re.escape(word) for word in sorted(word_set("speech_verbs"), key=len, reverse=True)
    )
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")


_NOT_SAYING = re.compile(
    r"(?:\b(?:an?|the|is|are|was|were|been|be|being|to|its|their|his|of|by|with|as|several"
    r"|other|first|some|these|those|those|and)|['’]s?)\s+$"
)
_PUT = re.compile(r"(?:puts?|gave|gives?)\b(?!.{0,80}\b(?:at|toll|figure|count|number)\b)")
_ACCORDING = re.compile(
    r"(?<!\w)(?P<how>according to|in the (?:view|words|estimate) of|by the (?:count"
    r"|estimate) of|citing|quoting)\s+"
)
_QUOTED_AS = re.compile(
    r"(?:quoted|quotes|cited|cites)\s+(?P<np>[^,.;:]{2,80}?)\s+as\s+(?:saying|reporting|stating)"
)
_REPORTEDLY = re.compile(
    r"(?<!\w)(?:reportedly|it (?:was|is|has been) (?:\w+ly )?reported|reports? (?:said|say"
    r"|suggest)|unconfirmed reports?(?: (?:said|say))?)(?!\w)"
)
_ESTIMATES = re.compile(r"(?<!\w)estimates (?:suggest|indicate|put|say|vary|range)(?!\w)")
_CLAUSE_START = re.compile(
    r"[;:“”\"(—–]\s*|,\s+(?:and|but|while|as|where|because|that)?\s*|\b(?:that|while|but"
    r"|whereas|because|when|as)\s+"
)
_FORWARD_END = re.compile(
    r"[,.;:()\"“”—–\n](?=\s|$|[\"”])|\s+(?:who|which|that|said|says|on|in|at|as|when|after"
    r"|more|over|about|some|only|nearly|almost"
    r"|roughly|is|are|was|were|has|have|had|there|there's|an estimated|\d|[-–—])(?!\w)"
)
_LONGEST_NAME = 90  # characters; a longer phrase names nobody in particular


def speeches_in(text: str, folded: str, start: int, end: int) -> tuple[Speech, ...]:
    """Find all sayings between two offsets, in order of place."""
    found = [*_by_preposition(text, folded, start, end), *_quoted_as(text, folded, start, end)]
    unnamed = list(_unnamed(folded, start, end))
    verbs = [
        each
        for each in _by_verb(text, folded, start, end)
        if not any(
            other.start <= each.end and each.start <= other.end + 1 for other in (*unnamed, *found)
        )
    ]
    found += [*unnamed, *verbs, *_by_participle(text, folded, start, end=end, known=bool(verbs))]
    return tuple(sorted(found, key=lambda each: each.start))


def _by_preposition(text: str, folded: str, start: int, end: int) -> Iterator[Speech]:
    for match in _ACCORDING.finditer(folded, start, end):
        stop = _FORWARD_END.search(folded, match.end() + 1, end)
        last = min(stop.start() if stop else end, match.end() + _LONGEST_NAME)
        raw = text[match.end() : last].strip(" .")
        if raw:
            inner = match["how"] != "according to"
            after = not inner and match.start() > start
            yield Speech(
                match.start(), last, speaker_name(raw), raw, is_inner=inner, is_after=after
            )


def _quoted_as(text: str, folded: str, start: int, end: int) -> Iterator[Speech]:
    for match in _QUOTED_AS.finditer(folded, start, end):
        raw = text[match.start("np") : match.end("np")]
        yield Speech(match.start("np"), match.end(), speaker_name(raw), raw, is_inner=True)


def _unnamed(folded: str, start: int, end: int) -> Iterator[Speech]:
    for pattern, name in ((_REPORTEDLY, UNNAMED_REPORTS), (_ESTIMATES, UNNAMED_ESTIMATES)):
        for match in pattern.finditer(folded, start, end):
            yield Speech(match.start(), match.end(), name, name, is_after=True)


def _by_verb(text: str, folded: str, start: int, end: int) -> Iterator[Speech]:
    for match in _verb().finditer(folded, start, end):
        if _NOT_SAYING.search(folded, max(start, match.start() - 12), match.start()):
            continue
        if _PUT.match(folded, match.start(), end):
            continue
        found = _subject_before(text, folded, start, match) or _subject_after(
            text, folded, start, end=end, verb=match
        )
        if found:
            yield found


_PARTICIPLE = re.compile(r",\s+(?:claiming|alleging|saying|reporting|stating|insisting)\b")


def _by_participle(
    text: str, folded: str, start: int, *, end: int, known: bool
) -> Iterator[Speech]:
    """Read `the media was full of headlines, claiming that …`: the speaker stands before."""
    match = None if known else _PARTICIPLE.search(folded, start, end)
    if match is None:
        return
    for word in re.finditer(r"[a-z]+", folded[start : match.start()]):
        if word[0] in word_set("source_nouns"):
            raw = _common_phrase(text[start : start + word.end()].rpartition(", ")[2])
            yield Speech(start, match.end(), speaker_name(raw), raw)
            return


def _subject_before(text: str, folded: str, start: int, verb: re.Match[str]) -> Speech | None:
    clause = start
    for match in _CLAUSE_START.finditer(folded, start, verb.start()):
        closes = match[0][0] == "(" and ")" in folded[match.end() : verb.start()]
        if not closes and not _is_apposition(text, match, verb.start()):
            clause = match.end()
    raw = _last_phrase(
        text[clause : verb.start()], text_has_case=not text[start : verb.end()].islower()
    )
    if not raw:
        return _relative_before(text, start, clause, verb=verb)
    comma_before = bool(re.search(r"[,\"”]\s*$", text[max(start, clause - 3) : clause]))
    return Speech(
        verb.start() - len(text[clause : verb.start()]),
        verb.end(),
        speaker_name(raw),
        raw,
        is_after=comma_before and clause > start,
    )


def _is_apposition(text: str, match: re.Match[str], verb: int) -> bool:
    """A comma between a title and its name does not end the subject: the chief, Gen. X, said."""
    rest = text[match.end() : verb].rstrip()
    if not rest:
        return True
    return (
        match[0].startswith(",")
        and rest.endswith(",")
        and rest.count(",") == 1
        and not rest[0].isupper()
    )


_WHICH = re.compile(
    r"(?P<np>(?:[A-Z][\w.'’&-]*\s+)*[A-Z][\w.'’&-]*),?\s+(?:which|who)\s+(?:\w+\s+)?$"
)


def _relative_before(text: str, start: int, clause: int, *, verb: re.Match[str]) -> Speech | None:
    """Read `dismissed by the SPLA, which said`: the name before the relative word speaks."""
    match = _WHICH.search(text, max(start, clause - _LONGEST_NAME), verb.start())
    if match is None:
        return None
    return Speech(match.start(), verb.end(), speaker_name(match["np"]), match["np"])


_HELPERS = re.compile(
    r"(?:[\s,]|\b(?:has|have|had|also|later|earlier|then|further|only|did|would|will|\w+ly)\b)+$"
)
_CAPITAL_RUN = re.compile(
    r"(?:[A-Z][\w.'’&-]*|\d+(?=th|st))(?:\s+(?:(?:of|the|for|and|al|de|bin|von|van|el"
    r"|da)\s+){0,2}[A-Z][\w.'’&-]*)*$"
)


def _last_phrase(clause: str, *, text_has_case: bool = True) -> str:
    """Give the noun phrase for a speaker that ends a clause, or nothing."""
    bare = re.sub(r",[^,]*,$", "", clause.strip()) if clause.strip().endswith(",") else clause
    bare = _with_clause_cut(bare)
    bare = _HELPERS.sub("", bare.strip())
    bare = _HELPERS.sub("", re.sub(r"\s*\([^)]*\)\s*$", "", bare)).strip()
    last = bare.rpartition(" ")[2]
    if last.lower() in ("which", "who"):
        return ""
    if last.lower() in _PRONOUNS:
        return last
    plain = last.lower().rstrip("'’")
    run = _CAPITAL_RUN.search(bare)
    is_titled = run is not None and " " in run[0] and not bare.isupper() and last[:1].isupper()
    if (plain in word_set("source_nouns") or _is_person(plain)) and not is_titled:
        return _common_phrase(bare)
    if (
        plain not in _NOBODY
        and _TEAMS.fullmatch(bare)
        and not word_set("stop_words").intersection(bare.lower().split())
    ):
        return without_lead(bare)
    if run is None and plain not in _NOBODY and (phrase := _THE_NOUN.search(bare)):
        words = phrase[0].lower().split()
        return "" if word_set("stop_words").intersection(words[1:]) else without_lead(phrase[0])
    if run is None and not text_has_case and len(bare.split()) <= _SHORT:
        return without_lead(bare)
    return without_lead(run[0]) if run else ""


# An unknown noun with an article right before a verb of saying is somebody: the coastguard said.
_THE_NOUN = re.compile(r"(?:^|(?<=\s))(?:the|an?|The|An?)(?:\s+[a-z'’-]+){1,3}$")
# A short bare plural before the verb speaks too: rescue teams counted.
_TEAMS = re.compile(r"[A-Za-z]?[a-z'’-]+(?:\s+[a-z'’-]+){0,2}(?<![s'’])s")
_NOBODY: Final = frozenset(
    "claim figure charge number toll total count attack bomb blast story allegation news move"
    " decision case result quake war battle fighting incident event".split()
)
_MODIFIED = re.compile(r"\w+ed|in|at|from|with|near|on|for")


def _with_clause_cut(bare: str) -> str:
    """Drop what only describes a speaker: a lawmaker WHO ATTENDED; lawmakers BRIEFED BY X."""
    words = bare.partition(" who ")[0].split()
    for place, word in enumerate(words[: _NP_LENGTH - 1]):
        plain = word.lower()
        is_speaker = plain in word_set("source_nouns") or _is_person(plain)
        if is_speaker and _MODIFIED.fullmatch(words[place + 1] if place + 1 < len(words) else ""):
            return " ".join(words[: place + 1])
    return " ".join(words)


def _is_person(word: str) -> bool:
    """Say whether a word names people who may speak: a ferryman, two survivors."""
    return word in singular_people() or is_listed_people_word(word)


def _common_phrase(bare: str) -> str:
    """Take a common noun with the words that belong to it: a senior defense official."""
    words = bare.split()
    first = len(words) - 1
    while first > 0 and _belongs(words[first - 1]) and len(words) - first < _NP_LENGTH:
        first -= 1
        if words[first].lower() in ("the", "a", "an") and words[first - 1].lower() != "of":
            break
    return without_lead(" ".join(words[first:]))


_NP_LENGTH = 7
_SHORT = 4  # words: where a text has no capitals, so short a subject is taken whole


def _belongs(word: str) -> bool:
    low = word.lower()
    if low in ("the", "a", "an", "of", "and", "outside") or word in ("US", "U.S.", "U.N.", "U.K."):
        return True
    return not (low in word_set("stop_words") or word[-1] in ',;:."” ' or low.isdigit())


def _subject_after(
    text: str, folded: str, start: int, *, end: int, verb: re.Match[str]
) -> Speech | None:
    """Read the inverted form: `…", said the minister`."""
    is_inverted = re.search(r"[,\"”]\s*$", text[max(start, verb.start() - 3) : verb.start()])
    if not is_inverted or verb[0] in ("told", "tells", "tell"):
        return None
    stop = _FORWARD_END.search(folded, verb.end() + 2, end)
    raw = text[verb.end() : stop.start() if stop else end].strip(" .")
    last = raw.rpartition(" ")[2].lower()
    if (
        not raw
        or len(raw) > _LONGEST_NAME
        or not (raw[0].isupper() or last in word_set("source_nouns"))
    ):
        return None
    return Speech(verb.start(), verb.end() + len(raw), speaker_name(raw), raw, is_after=True)
