"""A sentence in, who says something in it out: the speaker, and where the saying stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from musterbook.claims.led import Led
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.names import apposed_name, speaker_name
from musterbook.claims.speaker_phrase import PRONOUNS, common_phrase, last_phrase
from musterbook.claims.speaker_subject import DAY_NAMES, may_speak, owner_of, subject_of

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
        return self.raw.lower() in PRONOUNS


@cache
def _verb() -> Led:
    words = "|".join(
        re.escape(word) for word in sorted(word_set("speech_verbs"), key=len, reverse=True)
    )
    return Led(rf"(?<![\w-])(?:{words})(?![\w-])")


_NOT_SAYING = re.compile(
    r"(?:\b(?:an?|the|is|are|was|were|been|be|being|to|its|their|his|of|by|with|as|several"
    r"|other|first|some|these|those)|['’]s?)\s+$"
)
_TOOK_LIVES = re.compile(
    r"claim(?:ed|s|ing)?\s+(?:the\s+|at least\s+|some\s+)?(?:lives|[\w,]+\s+lives)\b"
)
_ACCUSED = re.compile(
    r"(?:accused|blamed|named|cited|quoted|confirmed|reported)\s+(?:of|by|as|to|for)\b"
)
_PUT = re.compile(
    r"(?:puts?|gave|gives?)\b(?!.{0,80}\b(?:at|toll|figure|count|number|account|losses|casualties)\b)"
)
# Added 300 recruits, admitted 52 wounded; said by the governor to belong: these say nothing.
_NO_SPEECH = re.compile(
    r"add(?:ed|s)\s+(?:to\b|(?:about |some |another |more than )*\d)|said\s+(?:by|to)\b"
    r"|admit(?:ted|s|ting)?\s+(?:(?:about |some |another |more than )*\d|\w+ (?:patients|wounded))"
)
_ACCORDING = Led(
    r"(?<!\w)(?P<how>according to|in the (?:view|words|estimate) of|by the (?:count"
    r"|estimate) of|citing|quoting)\s+"
)
# By one embassy's tally; by a count of AFP.
_BY_COUNT = Led(
    r"\bby (?:(?:the|a|an) (?:count|estimate|tally|reckoning|account) of (?P<of>[^,.;:]{2,60})"
    r"|(?P<own>[^,.;:]{2,50}?)(?:['’]s?)? (?:own )?(?:count|estimates?|tally|reckoning|account))\b"
)
_QUOTED_AS = Led(
    r"\b(?:quoted|quotes|cited|cites)\s+(?P<np>[^,.;:]{2,80}?)(?:,\s(?P<name>[^,.;:]{2,60}),)?\s+as\s+(?:saying|reporting|stating)"
)
_WAS = re.compile(r"\s(?:was|were|is|are|has been|have been)\s+(?:also\s+)?$")
_REPORTEDLY = Led(
    r"(?<!\w)(?:reportedly|it (?:was|is|has been) (?:\w+ly )?reported|reports (?:said|say"
    r"|suggest)|unconfirmed reports?(?: (?:said|say))?"
    r"|(?:was|were|are|is) (?:also )?reported"
    r"(?= (?:killed|dead|injured|wounded|missing|captured|to have)\b))(?!\w)"
)
_ESTIMATES = Led(r"(?<!\w)estimates (?:suggest|indicate|put|say|vary|range)(?!\w)")
_CLAUSE_START = re.compile(
    r"[;:“”\"(—–]\s*|,\s+(?:and|but|while|as|where|because|that)?\s*|\b(?:that|while|but"
    r"|whereas|because|when|as)\s+"
)
_FORWARD_END = re.compile(
    r"(?:[,;:()\"“”—–\n]|(?<!\blt)(?<!\bcol)(?<!\bgen)(?<!\bmaj)(?<!\bcapt)(?<!\bdr)(?<!\bmr)"
    r"(?<!\bms)(?<!\bst)(?<!\bsgt)(?<!\badm)(?<!\bbrig)(?<!\bsen)(?<!\brep)(?<!\bgov)\.)"
    r"(?=\s|$|[\"”])|\s+(?:who|which|that|said|says|on|in|at|as|when|after"
    r"|more|over|about|some|only|nearly|almost"
    r"|roughly|is|are|was|were|has|have|had|there|there's|an estimated|\d|[-–—])(?!\w)"
)
_LONGEST_NAME = 90  # characters; a longer phrase names nobody in particular


def speeches_in(text: str, folded: str, start: int, end: int) -> tuple[Speech, ...]:
    """Find all sayings between two offsets, in order of place."""
    found = [
        *_by_preposition(text, folded, start, end),
        *_by_count(text, folded, start, end),
        *_quoted_as(text, folded, start, end),
    ]
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
        raw = owner_of(text[match.end() : end].partition(",")[0].rstrip(". ")) or raw
        if raw and raw.lower() not in ("which", "whom"):
            raw = apposed_name(raw, text[last:end]) or raw
            inner = match["how"] != "according to"
            after = not inner and match.start() > start
            yield Speech(
                match.start(), last, speaker_name(raw), raw, is_inner=inner, is_after=after
            )


def _by_count(text: str, folded: str, start: int, end: int) -> Iterator[Speech]:
    for match in _BY_COUNT.finditer(folded, start, end):
        group = "of" if match["of"] else "own"
        raw = text[match.start(group) : match.end(group)].strip()
        if not may_speak(raw):
            continue
        yield Speech(match.start(), match.end(), speaker_name(raw), raw, is_inner=True)


def _quoted_as(text: str, folded: str, start: int, end: int) -> Iterator[Speech]:
    for match in _QUOTED_AS.finditer(folded, start, end):
        group = "name" if match["name"] and text[match.start("name")].isupper() else "np"
        raw = text[match.start(group) : match.end(group)]
        if raw.startswith("by "):  # was quoted by Interfax as saying
            was = _WAS.search(folded, start, match.start())
            raw = subject_of(text, start, was.start(), is_core=True) if was else raw
        yield Speech(match.start("np"), match.end(), speaker_name(raw), raw, is_inner=True)


def _unnamed(folded: str, start: int, end: int) -> Iterator[Speech]:
    for pattern, name in ((_REPORTEDLY, UNNAMED_REPORTS), (_ESTIMATES, UNNAMED_ESTIMATES)):
        for match in pattern.finditer(folded, start, end):
            yield Speech(match.start(), match.end(), name, name, is_after=True)


def _by_verb(text: str, folded: str, start: int, end: int) -> Iterator[Speech]:
    for match in _verb().finditer(folded, start, end):
        if _NOT_SAYING.search(folded, max(start, match.start() - 12), match.start()):
            continue
        if _ACCUSED.match(folded, match.start(), end) and folded.endswith(", ", 0, match.start()):
            continue
        if _TOOK_LIVES.match(folded, match.start(), end) or _is_of_name(text, match, start):
            continue
        coordinated = folded.endswith("and ", start, match.start())
        if coordinated and not _is_core(match):
            continue
        if _PUT.match(folded, match.start(), end) or _NO_SPEECH.match(folded, match.start(), end):
            continue
        found = _named_after(text, folded, start, end=end, verb=match)
        found = found or _subject_before(text, folded, start, match)
        if found is None or not (found.is_pronoun or may_speak(found.raw)):
            found = _subject_after(text, folded, start, end=end, verb=match) or found
        if found:
            yield found


_APPOSED_NAME = re.compile(
    r",\s(?:(?:al-)?[A-Z][\w.'’-]*\s*){1,4},\s*$"
)  # a spokesman, Abdul Musayev, said
_ENDS = re.compile(r"\s*(?:\.|$)")
_CLOSES = re.compile(r"\s*(?:[,.;)\"]|$|who\b)")


def _named_after(
    text: str, folded: str, start: int, *, end: int, verb: re.Match[str]
) -> Speech | None:
    """Read `…, said Dale Kerwin, a spokesman.`: a name that nothing but a comma or the end closes."""
    apposed = _APPOSED_NAME.search(text, start, verb.start())
    found = _subject_after(text, folded, start, end=end, verb=verb)
    if found is None or found.raw.split()[0].lower() in DAY_NAMES or not may_speak(found.raw):
        return None
    closes = _ENDS if apposed else _CLOSES
    return found if closes.match(folded, found.end + 1, end) else None


def _is_of_name(text: str, verb: re.Match[str], start: int) -> bool:
    """Say whether a capital makes a word for saying part of a name: United States marines."""
    word = text[verb.start() : verb.end()]
    return verb.start() > start and word[0].isupper() and not word.isupper()


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
            raw = common_phrase(text[start : start + word.end()].rpartition(", ")[2])
            yield Speech(start, match.end(), speaker_name(raw), raw)
            return


def _subject_before(text: str, folded: str, start: int, verb: re.Match[str]) -> Speech | None:
    subject = subject_of(text, start, verb.start(), is_core=_is_core(verb))
    if verb[0] in _NOUNS_TOO and not _ends_with(text[start : verb.start()], subject):
        return None  # drove asylum claims over 150,000: nobody claims
    clause = start
    for match in _CLAUSE_START.finditer(folded, start, verb.start()):
        closes = match[0][0] == "(" and ")" in folded[match.end() : verb.start()]
        if not closes and not _is_apposition(text, match, verb.start()):
            clause = match.end()
    raw = subject or _last_speaker(text, start, clause, verb=verb)
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


def _ends_with(before: str, subject: str) -> bool:
    """Say whether a subject stands right before its verb: the Centers for Disease Control (CDC)."""
    is_acronym = before.rstrip(" ,").endswith(f"({subject})")
    return is_acronym or _BARE_END.sub("", before).endswith(subject)


def _last_speaker(text: str, start: int, clause: int, *, verb: re.Match[str]) -> str:
    """Give the last words before a verb that may speak, where its subject is not sure."""
    has_case = not text[start : verb.end()].islower()
    raw = last_phrase(text[clause : verb.start()], text_has_case=has_case)
    return raw if may_speak(raw) or raw.lower() in PRONOUNS else ""


_BARE_END = re.compile(r"(?:\s+(?:also|now|still|\w+ly))*\s*(?:\([^)]*\)\s*)?$")
# Verbs that are plural nouns too; as verbs they follow their subject at once.
_NOUNS_TOO: Final = frozenset(
    "claims reports estimates counts states records names charges fears answers notes claim report"
    " estimate count record note tally state".split()
)


def _is_core(verb: re.Match[str]) -> bool:
    return verb[0] in word_set("core_speech")


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


def _ends_in_name(raw: str) -> bool:
    """Say whether a title in small letters stands before a name: rebel commander Ali Hassan."""
    words = raw.split()
    return len(words) > _A_TITLE and words[-1][0].isupper() and words[-2][0].isupper()


_A_TITLE: Final = 2  # words of the shortest name


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
        or not (raw[0].isupper() or last in word_set("source_nouns") or _ends_in_name(raw))
    ):
        return None
    name = apposed_name(raw, text[stop.start() : end] if stop else "") or raw
    return Speech(verb.start(), verb.end() + len(raw), speaker_name(name), name, is_after=True)
