"""A sentence in, who says something in it out: the speaker, and where the saying stands."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from musterbook.claims.lexicon_files import word_set
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.speakers.names import is_bare, speaker_name
from musterbook.claims.speakers.speaker_phrase import PRONOUNS, common_phrase, last_phrase
from musterbook.claims.speakers.speaker_subject import may_speak, phrase_of, subject_of
from musterbook.claims.speakers.speech_alleged import alleged
from musterbook.claims.speakers.speech_by_phrase import (
    by_count,
    by_preposition,
    given_out_by,
    quoted_as,
    unnamed,
    was_quoted,
)
from musterbook.claims.speakers.speech_group import Group, group_of
from musterbook.claims.speakers.speech_inverted import LONGEST_NAME, named_after, subject_after
from musterbook.claims.speakers.speech_said import Speech
from musterbook.claims.speakers.speech_verbs import speech_forms


@cache
def _verb() -> Led:
    words = "|".join(
        re.escape(form) for form in sorted(speech_forms("speech_verbs"), key=len, reverse=True)
    )
    return Led(rf"(?<![\w-])(?:{words})(?![\w-])")


_NOT_SAYING = UpTo(
    r"(?:\b(?:an?|the|to|its|their|his|of|by|with|as|than|several"
    r"|other|first|some|these|those)|['’]s?)\s+$"
)
_TOOK_LIVES = re.compile(
    r"claim(?:ed|s|ing)?\s+(?:(?:the\s+|at least\s+|some\s+)?(?:lives|[\w,]+\s+lives)\b"
    r"|(?:an?\s+|the\s+)?(?:\w+\s+)?(?:responsibility|victory|prize|credit|success|asylum)\b)"
)
_ACCUSED = re.compile(
    r"(?:accused|blamed|named|cited|quoted|confirmed|reported)\s+(?:of|by|as|to|for)\b"
)
_IS_ACCUSED = re.compile(r"(?:accused of|blamed for)\b")  # two women accused of spying
# More than engineers had feared; let reporters count them.
_NO_SUBJECT = re.compile(
    r"\b(?:than\s(?:\w+\s){1,3}|(?:let|lets|letting|made|makes?|help|helps|helped)\s(?:\w+\s){1,2})$"
)
_PUT = re.compile(
    r"(?:puts?|gave|gives?)\b(?!.{0,80}\b(?:at|toll|figure|count|number|account|losses|casualties)\b)"
)
# Added 300 recruits, admitted 52 wounded; said by the governor to belong: these say nothing.
_NO_SPEECH = re.compile(
    r"recorded\s+(?:the\s+)?(?:most|highest|lowest|largest|first|fewest)\b"
    r"|add(?:ed|s|ing)\s+(?:to\b|(?:about |some |another |more than )*\d)|said\s+by\b"
    r"|(?:said|believed|thought|reported|estimated|feared|assumed|known|alleged)\s+to\b"
    r"|admit(?:ted|s|ting)?\s+(?:(?:about |some |another |more than )*\d|\w+ (?:patients|wounded))"
)
_CLAUSE_START = re.compile(
    r"[;:“”\"(—–]\s*|,\s+(?:and|but|while|as|where|because|that)?\s*|\b(?:that|while|but"
    r"|whereas|because|when|as)\s+"
)


def speeches_in(text: str, folded: str, start: int, end: int) -> tuple[Speech, ...]:
    """Find all sayings between two offsets, in order of place."""
    found = [
        *by_preposition(text, folded, start, end),
        *by_count(text, folded, start, end),
        *quoted_as(text, folded, start, end),
        *was_quoted(text, folded, start, end),
        *given_out_by(text, folded, start, end),
        *alleged(text, folded, start, end),
    ]
    without_name = list(unnamed(folded, start, end))
    verbs = [
        each
        for each in _by_verb(text, folded, start, end)
        if not any(
            other.start <= each.end and each.start <= other.end + 1
            for other in (*without_name, *found)
        )
    ]
    found += [
        *without_name,
        *verbs,
        *_by_participle(text, folded, start, end=end, known=bool(verbs)),
    ]
    return tuple(sorted(found, key=lambda each: each.start))


def _by_verb(text: str, folded: str, start: int, end: int) -> Iterator[Speech]:
    last: Speech | None = None
    for match in _verb().finditer(folded, start, end):
        group = group_of(text, start, match)
        coordinated = folded.endswith((" and ", ",and "), start, group.start)
        is_idle = not group.is_active or _says_nothing(text, folded, start, verb=match, group=group)
        if is_idle or (coordinated and not _is_core(match)):
            continue
        found = named_after(text, folded, start, end=end, verb=match)
        if found is None and coordinated and last is not None and not last.is_after:
            found = replace(last, start=match.start(), end=match.end())  # said X and claimed Y
        found = found or _subject_before(text, folded, start, verb=match, group=group)
        if found is None or not (found.is_pronoun or may_speak(found.raw)):
            found = subject_after(text, folded, start, end=end, verb=match) or found
        if found:
            last = found
            yield found


def _says_nothing(text: str, folded: str, start: int, *, verb: re.Match[str], group: Group) -> bool:
    """Say whether a verb of saying says nothing where it stands: accused of; claimed lives."""
    at = verb.start()
    if _NOT_SAYING.search(folded, max(start, group.start - 12), group.start):
        return True
    if _ACCUSED.match(folded, at) and folded.endswith(", ", 0, group.start):
        return True
    if _IS_ACCUSED.match(folded, at) or _NO_SUBJECT.search(folded, start, group.start):
        return True
    if _TOOK_LIVES.match(folded, at) or _is_of_name(text, verb, start):
        return True
    return bool(_PUT.match(folded, at) or _NO_SPEECH.match(folded, at))


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


# He said: nobody but he said it, whatever else stands before.
_PRONOUN = UpTo(r"(?<![\w'’-])(?P<who>he|she|they|it|we|i)\s+$")
_NEAR: Final = 6  # characters before a verb in which its pronoun stands


def _subject_before(
    text: str, folded: str, start: int, *, verb: re.Match[str], group: Group
) -> Speech | None:
    at = group.start
    near = _PRONOUN.search(folded, max(start, at - _NEAR), at)
    subject = (
        text[slice(*near.span("who"))]
        if near
        else subject_of(text, start, at, is_core=_is_core(verb))
    )
    if verb[0] in _NOUNS_TOO and (
        not (
            _ends_with(text[start:at], subject) or _is_told(text, start, subject, verb=verb, at=at)
        )
        or _GOVERNED.search(folded, start, at)
        or folded.startswith(":", verb.end())
        or is_bare(subject)
        or subject.rpartition(" ")[2].lower() in word_set("demonyms")
    ):
        return None  # drove asylum claims over 150,000, after false claims: nobody claims
    clause = start
    for match in _CLAUSE_START.finditer(folded, start, at):
        closes = match[0][0] == "(" and ")" in folded[match.end() : at]
        if not closes and not _is_apposition(text, match, at):
            clause = match.end()
    raw = subject or _last_speaker(text, start, clause, end=at)
    if not raw:
        return _relative_before(text, start, clause, verb=verb, at=at)
    comma_before = bool(re.search(r"[,\"”]\s*(?:as\s)?$", text[max(start, clause - 5) : clause]))
    return Speech(
        min(clause, at),
        verb.end(),
        speaker_name(raw),
        raw,
        is_after=comma_before and clause > start,
    )


# The mayor, Luis Pinto, claims that; Ada Lund of the Red Cross reports that: no plural nouns.
_SET_AFTER = re.compile(
    r",.*,\s*|\s(?:of|at|from|for|in|reached|contacted|based)\s(?!.*\b\w+(?:ed|ies|es)\b).*"
)
_THAT: Final = (" that ", " there ")


def _is_told(text: str, start: int, subject: str, *, verb: re.Match[str], at: int) -> bool:
    """Say whether a word in -s is a verb, though its subject does not stand right before it."""
    place = text.rfind(subject, start, at) if subject else -1
    if place < 0 or not text.startswith(_THAT, verb.end()):
        return False
    rest = text[place + len(subject) : at]
    return rest.strip() == "," or _SET_AFTER.fullmatch(rest) is not None


def _ends_with(before: str, subject: str) -> bool:
    """Say whether a subject stands right before its verb: the Centers for Disease Control (CDC)."""
    is_acronym = before.rstrip(" ,").endswith(f"({subject})")
    return is_acronym or _BARE_END.sub("", before).endswith(subject)


def _last_speaker(text: str, start: int, clause: int, *, end: int) -> str:
    """Give the last words before a verb that may speak, where its subject is not sure."""
    has_case = not text[start:end].islower()
    raw = last_phrase(text[clause:end], text_has_case=has_case)
    return raw if may_speak(raw) or raw.lower() in PRONOUNS else ""


_GOVERNED = re.compile(
    r"\b(?:after|over|about|on|amid|despite|against|to|following|because of)\s+(?:[a-z]+\s+)?$"
)
_BARE_END = re.compile(r"(?:\s+(?:also|now|still|\w+ly))*\s*(?:\([^)]*\)\s*)?$")
# Verbs that are plural nouns too; as verbs they follow their subject at once.
_NOUNS_TOO: Final = frozenset(
    "claims reports estimates counts states records names charges fears answers notes lists claim"
    " report estimate count record note tally state".split()
)


def _is_core(verb: re.Match[str]) -> bool:
    return verb[0] in speech_forms("core_speech")


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
    r"(?P<np>(?:[A-Z][\w.'’&-]*\s+)*[A-Z][\w.'’&-]*)"
    r"(?:,?\s+(?:which|who)|,\s(?:an?|the)\s[^,;.]{2,40}\s(?:which|who|that))\s+(?:\w+\s+)?$"
)


def _relative_before(
    text: str, start: int, clause: int, *, verb: re.Match[str], at: int
) -> Speech | None:
    """Read `dismissed by the SPLA, which said`: the name before the relative word speaks."""
    match = _WHICH.search(text, max(start, clause - LONGEST_NAME), at)
    who = match["np"] if match else ""
    if match is None and (match := _BY_WHOM.search(text, max(start, at - LONGEST_NAME), at)):
        who = phrase_of(match["np"], is_core=False)
    return Speech(match.start(), verb.end(), speaker_name(who), who) if match and who else None


# Condemned by relief agencies, who said.
_BY_WHOM = re.compile(
    r"\b(?:by|to|from|with)\s(?P<np>(?:(?!\b(?:by|to|from|with)\b)[^,;:])+),\s(?:who|which)\s+$"
)
