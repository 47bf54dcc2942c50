"""A count and whose it is in, that saying out: `the tally kept by AFP stood at`, `UNHCR's list`."""

import re
from collections.abc import Iterator
from typing import Final

from musterbook.claims.lexicon_files import word_set
from musterbook.claims.patterns.led import Led
from musterbook.claims.speakers.names import apposed_name, is_bare, speaker_name
from musterbook.claims.speakers.speaker_phrase import last_phrase
from musterbook.claims.speakers.speaker_subject import may_speak
from musterbook.claims.speakers.speech_idle import A_NUMBER
from musterbook.claims.speakers.speech_inverted import FORWARD_END, LONGEST_NAME
from musterbook.claims.speakers.speech_said import Speech

# What is counted may stand after of, where these are lists of those counted: not the one who lists.
_LISTS: Final = (
    r"counts?|tall(?:y|ies)|tolls?|lists?|registers?|registry|rolls?|totals?|census|database|numbers?"
    r"|roster|catalogue|inventory"
)
_FIGURES: Final = (
    r"figures?|estimates?|surveys?|tracker|records?|books|data|statistics|logs?|files?|archives?"
    r"|reports?|bulletins?|statements?|stud(?:y|ies)|maps?|tables?|spreadsheet|reckoning"
    r"|calculations?|assessments?|projections?|forecasts?|papers?|dispatch(?:es)?|updates?|index"
    r"|letters?|diar(?:y|ies)|notes?|memorandum|communiqu[eé]s?|leaflets?|briefings?|version"
)
# What follows tells what stands in it.
_TELLS: Final = (
    r"(?:(?:ha(?:s|ve|d)|now|already|also|by then|currently|still|alone|[a-z]+ly) ){0,3}"
    r"(?:st(?:ood|ands?)|reach(?:es|ed)|r(?:ises?|ose|isen) to|climb(?:s|ed) to"
    r"|gr[eo]w[ns]? to|r[au]ns? (?:in)?to"
    r"|c[ao]mes? to|(?:is|are|was|were|has|have|had)"
    rf"(?= (?:now |only |still |already )?(?:that|names|the names|an? total|{A_NUMBER}))"
    r"|holds?|held|contain(?:s|ed)?"
    r"|includ(?:es?|ed)|lists?|listed|show(?:s|ed|n)?|g[ia]ves?|speaks?|spoke|talks?|puts?|names?"
    r"|number(?:s|ed)?|finds?|found|count(?:s|ed)?|total(?:s|led|ed)?|exceed(?:s|ed)?|comprises?"
    r"|cover(?:s|ed)?|suggest(?:s|ed)?|indicate[sd]?|mention(?:s|ed)?|reads?|record(?:s|ed)?"
    r"|rang(?:e|es|ed) from|var(?:y|ies|ied) from"
    r"|stop(?:s|ped) at|pass(?:es|ed)|top(?:s|ped)|account(?:s|ed)? for)\b"
)
_OWN: Final = (
    r"(?:(?:own|latest|last|first|official|earlier|new|final|daily|weekly|monthly|current|preliminary"
    r"|provisional|initial|confidential|internal|public|running|rough|best|low|lower|lowest|high|higher"
    r"|highest|casualty|death|situation|figures|confirmed|revised|unofficial|combined|conservative"
    r"|most recent|previous|present|annual|mid-year) ){0,3}"
)
FIGURES = Led(rf"\b(?:{_LISTS}|{_FIGURES})\b")
# Kept by the BBC, compiled at the ministry by its staff.
_KEPT_BY = re.compile(
    rf"(?P<noun>{_LISTS}|{_FIGURES})(?: (?:kept|made|drawn up|put out|put together|taken|[a-z]+ed)"
    r"(?: [^,.;:()]{1,30})?? by| by|(?P<of> of| from))"
    rf" (?P<np>(?:(?! by )[^,;:()\"“”]){{2,{LONGEST_NAME}}}?)"
    rf"(?: from [a-z][^.;:()]{{2,80}}?)?,? {_TELLS}"
)
_IN_PLACE = re.compile(r" (?:in|at|on) |,")
_OF_WHOM = re.compile(rf"(?:{_FIGURES})\Z")
# The official figures for the three days of disturbances now stand at 78.
_OFFICIAL = re.compile(r"\b(?:un)?official (?:figures|count|tally|toll|estimates|statistics)$")
_ADJECTIVE: Final = 11  # characters before a count in which such a word stands
_STAND_AT = re.compile(rf" (?:for|of|from|on) [^;:()]{{3,110}}? {_TELLS}")
_BEFORE: Final = 70  # characters before a count in which its owner may stand
_OWNS = re.compile(rf"['’](?:(?<=[\w.)].)s|(?<=s.)) {_OWN}\Z")
_THEN = re.compile(
    r" of (?!the\b|its\b|an?\b|his\b|their\b)"
    rf"|(?: (?!that\b|of\b)[a-z-]+){{0,4}}? {_TELLS}(?: that\b)?|, "
)


def figures_of(text: str, folded: str, start: int, end: int) -> Iterator[Speech]:
    """Read `the list drawn up by the ministry has`, `the BBC's count stood at`."""
    for word in FIGURES.finditer(folded, start, end):
        kept = _KEPT_BY.match(folded, word.start(), end)
        if kept and (speech := _kept(text, start, kept)):
            yield speech
            continue
        official = _OFFICIAL.search(folded, max(start, word.start() - _ADJECTIVE), word.end())
        if official and _STAND_AT.match(folded, word.end(), end):
            raw = text[official.start() : official.end()]
            yield Speech(official.start(), word.end(), raw, raw)
            continue
        owns = _OWNS.search(folded, max(start, word.start() - _BEFORE), word.start())
        then = owns and _THEN.match(folded, word.end(), end)
        if owns and then:
            raw = last_phrase(text[max(start, owns.start() - _BEFORE) : owns.start()])
            if raw and may_speak(raw) and not is_bare(raw):
                at = owns.start() - len(raw)
                after = _is_after(text, start, at)
                yield Speech(at, then.end(), speaker_name(raw), raw, is_after=after)


# 340 have died, the army's tally shows; 340 have died, a count by the army shows.
_AFTER = re.compile(r"[,–—]\s(?:(?:as|the|an?|its|one)\s)?(?:[\w-]+\s){0,2}\Z")
_NEAR: Final = 30  # characters before that in which the comma stands


def _is_after(text: str, start: int, at: int) -> bool:
    return _AFTER.search(text, max(start, at - _NEAR), at) is not None


def _kept(text: str, start: int, kept: re.Match[str]) -> Speech | None:
    raw = text[slice(*kept.span("np"))]
    last = kept.end("np")
    if stop := FORWARD_END.search(kept.string, kept.start("np") + len("the "), last):
        if not _IN_PLACE.match(kept.string, stop.start()):
            return None  # a statement of the governor says 40 were
        raw = text[kept.start("np") : stop.start()]
    if not may_speak(raw) or raw.lower() in word_set("stop_words"):
        return None
    if kept["of"] and not (_OF_WHOM.match(kept["noun"]) and _is_source(raw)):
        return None
    name = apposed_name(raw, text[last : kept.endpos]) or raw
    after = _is_after(text, start, kept.start())
    return Speech(kept.start(), kept.end(), speaker_name(name), name, is_after=after)


def _is_source(phrase: str) -> bool:
    """Say whether a phrase is for somebody who gives figures out, not for those counted."""
    last = phrase.rsplit(maxsplit=1)[-1]
    return last[:1].isupper() or last.lower() in word_set("source_nouns")
