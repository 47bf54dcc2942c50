"""A sentence in, who says something in it out: the speaker, and where the saying stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from musterbook.claims.lexicon_files import word_set
from musterbook.claims.patterns.alternation import alternation
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.speakers.names import is_bare, speaker_name
from musterbook.claims.speakers.sentence_subject import subject_at
from musterbook.claims.speakers.speaker_phrase import PRONOUNS, common_phrase, last_phrase
from musterbook.claims.speakers.speaker_subject import may_speak, subject_of
from musterbook.claims.speakers.speech_colon import by_colon
from musterbook.claims.speakers.speech_gap import gap_subject
from musterbook.claims.speakers.speech_gapping import left_out
from musterbook.claims.speakers.speech_group import Group, group_of
from musterbook.claims.speakers.speech_idle import A_NUMBER, says_nothing
from musterbook.claims.speakers.speech_inverted import named_after, subject_after
from musterbook.claims.speakers.speech_phrases import by_phrase
from musterbook.claims.speakers.speech_relative import relative_before
from musterbook.claims.speakers.speech_said import Speech
from musterbook.claims.speakers.speech_verbs import speech_forms


@cache
def _verb() -> Led:
    words = sorted(speech_forms("speech_verbs"), key=len, reverse=True)
    return Led(rf"(?<![\w-]){alternation(words)}(?![\w-])")


_CLAUSE_START = re.compile(
    r"[;:“”\"(—–]\s*|,\s+(?:and|but|while|as|where|because|that)?\s*|\b(?:that|while|but"
    r"|whereas|because|when|as)\s+"
)


def speeches_in(text: str, folded: str, start: int, end: int) -> tuple[Speech, ...]:
    """Find all sayings between two offsets, in order of place."""
    found, without_name = by_phrase(text, folded, start, end)
    verbs = [
        each
        for each in _by_verb(text, folded, start, end=end, known=found)
        if not _meets(each, [*without_name, *found])
    ]
    found += [
        *without_name,
        *verbs,
        *_by_participle(text, folded, start, end=end, known=bool(verbs)),
    ]
    found += list(left_out(text, folded, end, found))
    found += [each for each in by_colon(text, start, end) if not _meets(each, found)]
    return tuple(sorted(found, key=lambda each: each.start))


def _meets(each: Speech, others: Sequence[Speech]) -> bool:
    """Say whether a saying overlaps one of others, or stands right behind it."""
    return any(other.start <= each.end and each.start <= other.end + 1 for other in others)


def _by_verb(
    text: str, folded: str, start: int, *, end: int, known: Sequence[Speech]
) -> Iterator[Speech]:
    last: Speech | None = None
    for match in _verb().finditer(folded, start, end):
        group = group_of(text, start, match)
        coordinated = folded.endswith((" and ", ",and "), start, group.start)
        is_idle = not group.is_active or says_nothing(text, folded, start, verb=match, group=group)
        if is_idle or (
            coordinated and not _is_core(match) and not _TOLD_ON.match(folded, match.end())
        ):
            continue
        found = named_after(text, folded, start, end=end, verb=match)
        if found is None and coordinated and last is not None and not last.is_after:
            found = replace(last, start=match.start(), end=match.end())  # said X and claimed Y
        if found is None and coordinated:
            found = _first_subject(text, start, verb=match, at=group.start)
        found = found or gap_subject(text, folded, start, verb=match, at=group.start)
        found = found or _subject_before(
            text, folded, start, verb=match, group=group, known=(*known, *((last,) if last else ()))
        )
        if found is None or not (found.is_pronoun or may_speak(found.raw)):
            found = subject_after(text, folded, start, end=end, verb=match) or found
        if found and not _only_does(found, verb=match):
            last = found
            yield found


# The staff of an agency register people at its gate; the figures are told by the agency.
_HANDS = re.compile(
    r"(?i)(?:[\w-]+ ){0,3}?(?:staff|workers|delegates|volunteers|teams)(?: (?:of|in|at) .*)?"
)


def _only_does(found: Speech, *, verb: re.Match[str]) -> bool:
    return verb[0].startswith("regist") and _HANDS.fullmatch(found.raw) is not None


def _first_subject(text: str, start: int, *, verb: re.Match[str], at: int) -> Speech | None:
    """Read `called it fantasy and pointed out`: both verbs have the first's subject."""
    raw = subject_at(text, start, at)
    if not raw or not may_speak(raw):
        return None
    return Speech(verb.start(), verb.end(), speaker_name(raw), raw)


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


_RELATIVE: Final = (", who ", ", which ", " who ")
# He said: nobody but he said it, whatever else stands before.
_PRONOUN = UpTo(r"(?<![\w'’-])(?P<who>he|she|they|it|we|i)\s+$")
_MARK_BEFORE = re.compile(r"[,\"”–—]\s*(?:as\s)?$")
_NEAR: Final = 6  # characters before a verb in which its pronoun stands


def _subject_before(
    text: str,
    folded: str,
    start: int,
    *,
    verb: re.Match[str],
    group: Group,
    known: Sequence[Speech],
) -> Speech | None:
    at = group.start
    if folded.endswith(_RELATIVE, start, at) and (
        found := relative_before(text, folded, start, clause=at, verb=verb, at=at, known=known)
    ):
        return found
    near = _PRONOUN.search(folded, max(start, at - _NEAR), at)
    subject = (
        text[slice(*near.span("who"))]
        if near
        else subject_of(text, start, at, is_core=_is_core(verb))
    )
    if verb[0] in _NOUNS_TOO and _is_a_noun(text, folded, start, subject=subject, verb=verb, at=at):
        return None
    clause = start
    for match in _CLAUSE_START.finditer(folded, start, at):
        closes = match[0][0] == "(" and ")" in folded[match.end() : at]
        if not closes and not _is_apposition(text, match, at):
            clause = match.end()
    raw = subject or _last_speaker(text, start, clause, end=at)
    if not raw:
        return relative_before(text, folded, start, clause=clause, verb=verb, at=at, known=known)
    is_after = clause > start and _MARK_BEFORE.search(text[max(start, clause - 5) : clause])
    return Speech(
        min(clause, at),
        verb.end(),
        speaker_name(raw),
        raw,
        is_after=bool(is_after),
    )


def _is_a_noun(
    text: str, folded: str, start: int, *, subject: str, verb: re.Match[str], at: int
) -> bool:
    """Say of a word in -s that nobody claims: asylum claims over 150,000; after false claims."""
    is_subject = _ends_with(text[start:at], subject)
    return (
        not (is_subject or _is_told(text, start, subject, verb=verb, at=at))
        or _GOVERNED.search(folded, start, at) is not None
        or folded.startswith((":", " of "), verb.end())
        or is_bare(subject)
        or subject.rpartition(" ")[2].lower() in word_set("demonyms")
    )


# The mayor, Luis Pinto, claims that; Ada Lund of the Red Cross reports that: no plural nouns.
_SET_AFTER = re.compile(
    r"(?:\s(?:of|at|from|for|in)\s[^,]*)?,\s(?:who|which|whose)\s.*,\s*"
    r"|,.*,\s*|\s(?:of|at|from|for|in|reached|contacted|based|issued|released"
    r"|published|broadcast|signed|dated)\s(?!.*\b\w+(?:ed|ies|es)\b).*"
)
_TOLD_ON = re.compile(
    rf"[.,]| (?:that|there|losing|having|{A_NUMBER})\b"
    rf"| (?:the|their|its|his|her|that|this) (?:[a-z]+ ){{1,4}}at {A_NUMBER}"
)


def _is_told(text: str, start: int, subject: str, *, verb: re.Match[str], at: int) -> bool:
    """Say whether a word in -s is a verb, though its subject does not stand right before it."""
    place = text.rfind(subject, start, at) if subject else -1
    if place < 0 or not _TOLD_ON.match(text, verb.end()):
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
    " report estimate count record note tally state list promises".split()
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
