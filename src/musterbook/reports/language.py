"""A text in, which of its paragraphs are English out: a vote of the small words a language repeats.

A language that is not recognised is not guessed: where too few words are English the text is said
to be in another.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from musterbook.core.problem import Problem, Severity
from musterbook.reports.language_words import ENGLISH, LANGUAGES_OF
from musterbook.reports.problems import report_problem

_SCRIPTS: Final = (
    "CYRILLIC", "ARABIC", "HANGUL", "CJK", "HIRAGANA", "KATAKANA", "HEBREW", "GREEK", "DEVANAGARI",
    "THAI", "GEORGIAN", "ARMENIAN", "BENGALI", "TAMIL", "ETHIOPIC", "MYANMAR", "KHMER", "TELUGU",
)  # fmt: skip
_UNKNOWN: Final = "a language that is not recognised"
_LAST_LATIN: Final = "\u024f"
_VIETNAMESE: Final = range(0x1E00, 0x1F00)  # Latin letters with two marks
_TOKEN = re.compile(r"[^\W\d_]+")
# For each byte of plain text what is kept of it: a small letter, of all else a space.
_LETTERS_ONLY: Final = bytes(
    ord(letter.lower()) if letter.isascii() and letter.isalpha() else ord(" ")
    for letter in map(chr, range(256))
)
_FEWEST: Final = 12  # words; a shorter text is too little to judge
_MARGIN: Final = 1.3  # another language must lead English by this much: names alone do not vote
_PROSE: Final = 25  # words from which on an English text has small words, however many names
_LEAST_ENGLISH: Final = 0.06  # of the words; English news has 0.45, a list of the dead 0.15
_LEAST_OTHER: Final = 0.12  # fewer words are names, or a language like it
_ENGLISH_WORDS: Final = frozenset(
    word for word, names in LANGUAGES_OF.items() if tuple(names) == (ENGLISH,)
)
_PLAINLY: Final = 0.3  # of the words; no list of names and no other language comes near
_WRAPPED: Final = 120  # characters; a longer line is a paragraph of its own
_WHOLE: Final = 0.95  # of the words: what is left is names and numbers


class Part(NamedTuple):
    """A paragraph as `text[start:end]`, how many words it has and in which language."""

    start: int
    end: int
    words: int
    language: str


def language_of(text: str) -> str:
    """Name the language of most of a text, `English` where there is too little to tell.

    A text in another script is named by the script: `Cyrillic script`.
    """
    words = _words(text)
    return _named(words) or ENGLISH


def parts_of(text: str, begin: int = 0) -> tuple[Part, ...]:
    """Part a text, from an offset on, into paragraphs, each with its language.

    A paragraph too short to judge goes with the one before it, the first ones with the next.
    """
    parts: list[Part] = []
    for start, end in _paragraphs(text, begin):
        words = _words(text[start:end])
        plain = len(words) >= _FEWEST and _is_plainly_english(words)
        language = ENGLISH if plain else _named(words)
        parts.append(Part(start, end, len(words), language))
    if any(part.language for part in parts):
        return tuple(_settled(parts))
    whole = language_of(text[begin:])
    return tuple(part._replace(language=whole) for part in parts)


def _words(text: str) -> list[str]:
    """Give the words of a text in small letters; plain ones are parted without a search."""
    if text.isascii():
        return text.encode().translate(_LETTERS_ONLY).decode().split()
    return _TOKEN.findall(text.lower())


def _is_plainly_english(words: list[str]) -> bool:
    """Say whether so many words are small English ones that no other language can lead."""
    share = sum(map(_ENGLISH_WORDS.__contains__, words)) / len(words)
    return share >= _PLAINLY


def _settled(parts: list[Part]) -> Iterator[Part]:
    language = next(part.language for part in parts if part.language)
    for part in parts:
        yield part if part.language else part._replace(language=language)
        language = part.language or language


def _paragraphs(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """Yield lines that are long, and runs of short ones."""
    start = end = behind = begin
    for line in text[begin:].split("\n"):
        at, behind = behind, min(behind + len(line) + 1, len(text))
        bare = line.strip()
        if bare and len(bare) <= _WRAPPED:
            end = behind
            continue
        if start < end:
            yield start, end
        if bare:
            yield at, behind
        start = end = behind
    if start < end:
        yield start, end


def _votes(words: list[str]) -> Counter[str]:
    known = Counter(filter(LANGUAGES_OF.__contains__, words))
    votes: Counter[str] = Counter()
    for word, times in known.items():
        for name in LANGUAGES_OF[word]:
            votes[name] += times
    return votes


def _named(words: list[str]) -> str:
    """Name the language of some words; nothing where they are too few to tell."""
    if foreign := _script_of("".join(words)):
        return f"{foreign.capitalize()} script"
    if len(words) < _FEWEST:
        return ""
    if _is_surely_english(words):
        return ENGLISH
    votes = _votes(words)
    best = max(votes, key=lambda name: votes[name], default=ENGLISH)
    if votes[best] > _MARGIN * votes[ENGLISH] and votes[best] >= _LEAST_OTHER * len(words):
        return best
    is_strange = len(words) >= _PROSE and votes[ENGLISH] < _LEAST_ENGLISH * len(words)
    return _UNKNOWN if is_strange else ENGLISH


def _is_surely_english(words: list[str]) -> bool:
    """Say whether English wins even if all words that are not its alone vote for one language."""
    own = sum(map(_ENGLISH_WORDS.__contains__, words))
    others = sum(map(LANGUAGES_OF.__contains__, words)) - own
    return others <= _MARGIN * own and own >= _LEAST_ENGLISH * len(words)


def _script_of(letters: str) -> str | None:
    """Name the script of most letters, None where they are Latin."""
    if letters.isascii():
        return None
    foreign = [each for each in letters if each > _LAST_LATIN and ord(each) not in _VIETNAMESE]
    if not foreign or 2 * len(foreign) < len(letters):
        return None
    name = unicodedata.name(foreign[len(foreign) // 2], "")
    return next((script for script in _SCRIPTS if name.startswith(script)), "another")


def only_english(text: str, begin: int = 0) -> str | None:
    """Blank the paragraphs in other languages, so that the rest stays in its place; None if all."""
    foreign = [part for part in parts_of(text, begin) if part.language != ENGLISH]
    if not foreign:
        return text
    pieces: list[str] = []
    done = 0
    for part in foreign:
        blank = re.sub(r"[^\n]", " ", text[part.start : part.end])
        pieces += (text[done : part.start], blank)
        done = part.end
    kept = "".join((*pieces, text[done:]))
    return kept if kept[begin:].strip() else None


def language_problems(text: str, name: str) -> tuple[Problem, ...]:
    """Say of which part of a text no claims are read since it is not English (MB036)."""
    parts = parts_of(text)
    count: Counter[str] = Counter()
    for part in parts:
        count[part.language] += part.words
    foreign = [language for language, words in count.most_common() if language != ENGLISH and words]
    if not foreign:
        return ()
    share = 1 - count[ENGLISH] / count.total()
    named = ", ".join(foreign)
    if share > _WHOLE:
        says = f"this report is not in English ({named}): no claims are read from it"
    else:
        which = f"{_percent(share)} of this report is not in English ({named})"
        says = f"{which}: no claims are read from there"
    fix = "add an English translation as a report of its own, or write its claims by hand"
    return (report_problem("MB036", name, says, fix=fix, severity=Severity.WARNING),)


def _percent(share: float) -> str:
    return f"{max(1, round(100 * share))} %"
