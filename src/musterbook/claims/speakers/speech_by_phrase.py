"""A sentence in, the sayings told by a phrase and not by a verb with its subject out."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from musterbook.claims.lexicon_files import word_set
from musterbook.claims.patterns.alternation import alternation
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.speakers.names import apposed_name, speaker_name
from musterbook.claims.speakers.speaker_subject import may_speak, owner_of, phrase_of, subject_of
from musterbook.claims.speakers.speech_inverted import FORWARD_END, LONGEST_NAME
from musterbook.claims.speakers.speech_said import UNNAMED_ESTIMATES, UNNAMED_REPORTS, Speech
from musterbook.claims.speakers.speech_verbs import speech_forms

ACCORDING = Led(
    r"(?<!\w)(?P<how>according to|in the (?:view|words|estimate) of|by the (?:count"
    r"|estimate) of|citing|quoting"
    r"|(?:based on|on the basis of)"
    r"(?=\s[^,.;]{2,40}?\b(?:reports|figures|estimates|data|counts)\b))\s+"
)


# By one embassy's tally; by a count of AFP.
BY_COUNT = Led(
    r"\bby (?:(?:the|a|an) (?:count|estimate|tally|reckoning|account) of (?P<of>[^,.;:]{2,60})"
    r"|(?P<own>[^,.;:]{2,50}?)(?:['’]s?)? (?:own )?(?:count|estimates?|tally|reckoning|account))\b"
)


QUOTED_AS = Led(
    r"\b(?:quoted|quotes|quoting|quote|cited|cites|citing)\s+(?P<np>[^,;:]{2,80}?)(?:,\s(?P<name>[^,;:]{2,60}),)?\s+as\s+(?:having\s+)?(?:\w+ly\s+)?\w+(?:ing|ed|said|told)\b"
)


_KIND_OF_REPORTS = UpTo(
    r"\b(?P<kind>news|radio|press|media|newspaper|television|police|military|hospital|army)\s+$"
)


WAS_QUOTED = Led(r"\b(?:quoted|on record) as \w+ing\b")


_WAS = UpTo(r"\s(?:was|were|is|are|has been|have been)\s+(?:also\s+)?$")


REPORTEDLY = Led(
    r"(?<!\w)(?:reportedly|it (?:was|is|has been) (?:\w+ly )?reported|reports (?:said|say"
    r"|suggest)|unconfirmed reports?(?: (?:said|say))?"
    r"|(?:is|are|was|were) (?:\w+ )?(?:said|rumou?red) to"
    r"(?! (?:the|him|her|them|us|me|reporters)\b)"
    r"|(?:was|were|are|is) (?:also )?reported"
    r"(?= (?:killed|dead|injured|wounded|missing|captured|to have)\b))(?!\w)"
)


ESTIMATES = Led(r"(?<!\w)estimates (?:suggest|indicate|put|say|vary|range)(?!\w)")


_NOBODYS = frozenset(
    {"reports", "some reports", "other reports", "various reports", "several reports"}
)
# According to the Head of State the toll: what comes next is what is said.
_NEXT_NOUN = re.compile(
    r" (?<=\w )(?<!\bof )(?<!\bin )(?<!\bfor )(?<!\band )(?<!\bfrom )(?<!\bat )(?<!\bby )"
    r"(?<!\bwith )(?<!\bto )(?<!\bnear )(?<!\bor )(?<!\bunder )"
    r"(?:(?:the|at least|as many as|up to|more than|hundreds of|thousands of|dozens of) "
    r"|(?<!\bthe )(?=\d[\d,.]*\s))"
)


_NUMBER_OF_NAME = re.compile(r"\d[\d,.]*(?!\S|\s[a-z])")


def _next_noun(raw: str) -> re.Match[str] | None:
    """Find where what is said begins; the number of a name is no such: Article 19."""
    for found in _NEXT_NOUN.finditer(raw):
        word = raw[: found.start()].rpartition(" ")[2]
        is_numbered = _NUMBER_OF_NAME.match(raw, found.end()) and word[:1].isupper()
        if not is_numbered:
            return found
    return None


def by_preposition(text: str, folded: str, start: int, end: int) -> Iterator[Speech]:
    """Read `according to X`, `citing X`."""
    for match in ACCORDING.finditer(folded, start, end):
        stop = FORWARD_END.search(folded, match.end() + 1, end)
        last = min(stop.start() if stop else end, match.end() + LONGEST_NAME)
        raw = text[match.end() : last].strip(" .")
        if raw.lower() in _NOBODYS:
            name = UNNAMED_REPORTS
            yield Speech(match.start(), last, name, name, is_after=match.start() > start)
            continue
        if cut := _next_noun(raw):
            raw, last = raw[: cut.start()], match.end() + cut.start()
        raw = owner_of(text[match.end() : end].partition(",")[0].rstrip(". ")) or raw
        if stop and raw.rpartition(" ")[2].lower() in word_set("document_nouns"):
            released = _WHICH_RELEASED.match(text, stop.start(), end)
            raw = released["np"] if released and may_speak(released["np"]) else raw
        if raw and raw.lower() not in ("which", "whom"):
            raw = apposed_name(raw, _HERE.sub("", text[last:end])) or raw
            inner = match["how"] != "according to"
            after = not inner and match.start() > start
            yield Speech(
                match.start(), last, speaker_name(raw), raw, is_inner=inner, is_after=after
            )


# Figures that the ministry had to release.
_WHICH_RELEASED = re.compile(
    r",?\s(?:that|which)\s(?P<np>[^,;:.]{3,60}?)\s(?:has|have|had|was|were|made|gave|gives|put|sent|[a-z]+ed)\b"
)
_HERE = re.compile(r"^\s(?:there|here|(?:in|at|for)\s[^,.;]{2,40})(?=,)")
# What these are done to is nobody's word: were named by him, were quoted by Reuters as saying.
_NOT_GIVEN: Final = frozenset(
    "quoted cited accused charged named condemned dismissed denied rejected disputed considered"
    " written posted placed urged briefed informed tracked logged appealed observed noted verified"
    " broadcast".split()
)


@cache
def given_out() -> Led:
    """Give what is said, put at 300 or reported missing by somebody; killed by is a deed."""
    forms = speech_forms("speech_verbs") - _NOT_GIVEN
    told = alternation(each for each in sorted(forms) if each.endswith(("d", "n", "put", "ght")))
    return Led(
        r"(?<![\w-])(?<!what )(?:"
        rf"(?:was|were|is|are|been|being) (?:\w+ly |also |now )?(?:{told}|made public|given out)"
        r"(?:(?: (?!by\b)(?:[^\s,.;:()\"“”]|[,.](?=\d))+){1,4}(?<!ed)(?<!shot)(?<!held)(?<!taken))?"
        rf"|(?<!what was )(?<!what is )(?:{told}|made public|given out)"
        rf"(?: (?:on |late |early |last )*(?:[a-z]+day|today|yesterday|week|night|month))?)"
        r" (?P<by>by)\s+(?P<np>[^;:()\"“”]{3,70})"
    )


def given_out_by(text: str, folded: str, start: int, end: int) -> Iterator[Speech]:
    """Read `were promised on Thursday by the prime minister`, `was put at 300 by the army`."""
    for match in given_out().finditer(folded, start, end):
        if match[0].startswith("given by") and not _GIVEN.search(folded, start, match.start()):
            continue  # training given by instructors
        stop = FORWARD_END.search(folded, match.start("np") + 1, end)
        last = min(stop.start() if stop else end, match.end())
        raw = _TO_DO.split(text[match.start("np") : last])[0].strip(" .")
        who = owner_of(raw) or (raw if may_speak(raw) else phrase_of(raw, is_core=False))
        if who and may_speak(who):
            who = apposed_name(who, text[last:end]) or who
            # put at 300 by the army: the number stands within
            at = match.start("by") if " at " in match[0] else match.start()
            yield Speech(at, last, speaker_name(who), who, is_after=True)


_GIVEN = UpTo(
    r"\b(?:(?:figure|number|toll|count|estimate|account|version|total|statistic|detail|reason)s?"
    r"|data|information|list|names|evidence|testimony|as|\d[\d,]*)\s+$"
)
_TO_DO = re.compile(
    r"\s(?:to|after|before|since|during|following|could|would|can|cannot|may|might|must|did|does)"
    r"(?:\s|$)"
)


BELIEVED = Led(
    r"\bif (?P<np>[^,;:.]{2,60}?) (?:is|are|was|were)"
    r" (?:to be (?:believed|trusted)|right|correct)\b"
)


def by_count(text: str, folded: str, start: int, end: int) -> Iterator[Speech]:
    """Read `by a count of X`, `by its own estimate`, `if X is to be believed`."""
    for match in BELIEVED.finditer(folded, start, end):
        raw = text[slice(*match.span("np"))]
        if may_speak(raw):
            at, last = match.span()
            yield Speech(at, last, speaker_name(raw), raw, is_after=at > start)
    for match in BY_COUNT.finditer(folded, start, end):
        group = "of" if match["of"] else "own"
        raw = text[match.start(group) : match.end(group)].strip()
        if not may_speak(raw):
            continue
        is_inner = match.start() > start  # by the army's account, 40 died: like according to
        yield Speech(match.start(), match.end(), speaker_name(raw), raw, is_inner=is_inner)


def quoted_as(text: str, folded: str, start: int, end: int) -> Iterator[Speech]:
    """Read `quoted X as saying`."""
    for match in QUOTED_AS.finditer(folded, start, end):
        raw = text[slice(*match.span("np"))]
        if match["name"] and (name := apposed_name(raw, text[match.end("np") : end])):
            raw = name
        if " by " in raw[1:]:
            raw = phrase_of(raw, is_core=False) or raw  # a nurse reached by phone
        if raw.startswith(("by ", "in ", "on ")):  # was quoted by Interfax as saying
            was = _WAS.search(folded, start, match.start())
            raw = subject_of(text, start, was.start(), is_core=True) if was else raw
        yield Speech(match.start("np"), match.end(), speaker_name(raw), raw, is_inner=True)


def was_quoted(text: str, folded: str, start: int, end: int) -> Iterator[Speech]:
    """Read `a spokesman was quoted as saying`."""
    for match in WAS_QUOTED.finditer(folded, start, end):
        was = _WAS.search(folded, start, match.start())
        raw = subject_of(text, start, was.start(), is_core=True) if was else ""
        if raw and was:
            at = was.start() - len(raw)
            is_after = at > start and folded[at - 2 : at] in (", ", "y ", "e ")
            yield Speech(at, match.end(), speaker_name(raw), raw, is_after=is_after)


def unnamed(folded: str, start: int, end: int) -> Iterator[Speech]:
    """Read what is reported or estimated by nobody named."""
    for pattern, name in ((REPORTEDLY, UNNAMED_REPORTS), (ESTIMATES, UNNAMED_ESTIMATES)):
        for match in pattern.finditer(folded, start, end):
            kind = _KIND_OF_REPORTS.search(folded, max(start, match.start() - 12), match.start())
            said = f"{kind['kind']} reports" if kind and "reports" in match[0] else name
            yield Speech(match.start(), match.end(), said, said, is_after=True)
