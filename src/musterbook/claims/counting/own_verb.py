"""What stands behind people in, where their own verb begins out, beyond what tells who they are.

Of `three soldiers who were held by rebels return` the soldiers return; that they were held tells
which soldiers. The words behind people are gone through one by one: a relative clause, a participle
and an aside have their own verbs, which are passed; the next finite verb is that of the people.
"""

import re
from dataclasses import replace
from typing import Final

from musterbook.claims.calendar_words import MONTHS_IN_FULL, WEEKDAY
from musterbook.claims.counting.counted import Counted
from musterbook.claims.counting.deed_words import is_deed
from musterbook.claims.counting.deeds import is_governed
from musterbook.claims.counting.happening_near import happening_after
from musterbook.claims.counting.happenings import happening_words
from musterbook.claims.counting.there_are import THERE_ARE
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.lexicon_own import per_lexicon
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.speakers.speech_verbs import speech_forms

_REACH: Final = 160  # characters behind people in which their verb is looked for
_TOKEN = re.compile(r"\d[\d,.]*\d|[\w'-]+|[^\w\s]")
_NEAR: Final = 40  # characters before people in which it is said that there are any
# A plan to move 48,000 of them has been shelved: it, not they.
_NOT_OF_THEM: Final = UpTo(
    rf"{THERE_ARE.pattern}|\bto\s+[a-z]+\s+(?:(?:about|some|another|at least|more than|up to)\s+)*$"
)
_ASIDE: Final = 110  # characters between two commas that set something apart
_AUXILIARIES: Final = frozenset(
    "were was are is have has had will would may might can could must should do did does".split()
)
_RELATIVES: Final = frozenset({"who", "that", "which", "whom", "whose", "where"})
# A clause that tells when or why has a verb of its own; before a day or a month none follows.
_WHEN: Final = frozenset(
    "when while because if though although after before since until as than".split()
)
_TIMES: Final = re.compile(
    r"\s+(?:(?:early|late|mid|last|this|the|about)[\s-]+)*(?:\d"
    rf"|{MONTHS_IN_FULL}|{WEEKDAY}|year|month"
    r"|week|spring|summer|autumn|fall|winter|night|morning|dawn|noon|then|yesterday|today"
    r"|(?:first|second|third|fourth|fifth)\b)"
)
_LISTED: Final = tuple(  # as missing: no clause
    f" {word} " for word in "listed known described registered posted recorded reported".split()
)
_NO_FINITE_BEHIND: Final = frozenset(
    "the a an its their his her our this these those to of in at on from by for with "
    "without and or no any some all more most into under over near between among newly will "
    "would may might can could must should not".split()
)
_BEFORE_NOUNS: Final = frozenset("of from in at near on aboard inside outside among with".split())
_BEFORE_MAY: Final = frozenset(
    "in of since until by from last this early late mid and during".split()
)
_JOINTS: Final = frozenset({"and", "or", "but"})
# Of these it goes on.
_OTHERS: Final = frozenset("they he she it we i you none nobody neither".split())
_MARKS: Final = frozenset('-;:()"–—.?!')
_PRESENT: Final = frozenset(
    "remain live stay return need lack lie sleep wait await want face hope fear go come "
    "leave say seek refuse continue appear seem belong suffer stand sit know think believe "
    "survive depend get make take die flee move eat keep hold start plan demand".split()
)
_PAST_ONLY: Final = frozenset(  # never participles
    "went came took gave began fell drove flew withdrew broke swam ate saw ran rose fled "
    "grew knew wrote spoke chose got threw "
    "voted queued resigned fainted complained prayed fasted wept knelt".split()
)


def own_verb(folded: str, start: int, end: int) -> int | None:
    """Find where the verb of people begins that stands beyond what tells which people they are.

    None where their verb follows at once, or where none is sure to be theirs.
    """
    return _Reader(folded, min(end, start + _REACH)).read(start)


def verb_of(folded: str, start: int, behind: int, end: int) -> int | None:
    """Find where the own verb begins of people between two places, unless others govern them."""
    near = max(0, start - _NEAR)
    if is_governed(folded, start) or _NOT_OF_THEM.search(folded, near, start):
        return None
    return own_verb(folded, behind, end)


def with_what_names_them(folded: str, counted: Counted, *, end: int) -> Counted:
    """Let a count reach up to the verb of those people, over what tells which people they are.

    What only that tells is left out: people who fled are in camps. The dead and hurt stay so.
    """
    if counted.kind is not None or counted.rule.endswith("+object-of-verb"):
        return counted
    own = verb_of(folded, counted.start, counted.end, end)
    if own is None:
        return counted
    is_named_by = (
        happening_after(folded, own - 1, end) is None
        and counted.happening is not None
        and counted.happening.nature != "loss"
        and not (_OF_THOSE.search(folded, counted.start, own) and _ARE.match(folded, own))
    )
    return replace(counted, end=own - 1, happening=None if is_named_by else counted.happening)


def end_of_people(folded: str, counted: Counted) -> int:
    """Give where the noun of people ends, before the clause that tells which people they are."""
    if counted.group is None or not counted.start < counted.group[1] < counted.end:
        return counted.end
    end = counted.group[1]
    return end if _CLAUSED.match(folded, end, counted.end) else counted.end


_CLAUSED: Final = re.compile(r",?\s+(?:who|whom|which|that|with|held|taken|[a-z]+ed)\s")
_OF_THOSE: Final = re.compile(r"\bof\s+(?:the|those|them)\b")
# Of those freed nine are women, had been serving a term: it tells who they were.
_ARE: Final = re.compile(
    r"(?:are|were|is|was)\b(?!\s+(?:(?:now|still|already|currently)\s+)*"
    r"(?:in|at|living|staying|sheltering|under|back|on)\b)|(?:(?:had|have)\s+been\s+\w+ing)\b"
)


class _Reader:
    """Goes through the words behind people."""

    def __init__(self, folded: str, end: int) -> None:
        self._folded, self._end = folded, end
        self._is_passed = False  # whether a clause, a participle or a place lies behind
        self._is_done = False  # whether a participle does, which may be their own verb after all
        self._in_clause = False  # whether the last clause was a relative one: its verbs are joined
        self._wants_verb = False  # whether a clause has begun that has a verb of its own

    def read(self, start: int) -> int | None:
        """Give where the verb begins; None where nothing was passed or another clause begins."""
        before, at = "", start
        while token := self._next(at):
            word, at = token[0], token.end()
            if word == ",":
                return None if self._wants_verb else self._beyond_aside(at)
            if word in _MARKS:
                return None
            is_when = word in _WHEN and not (word == "as" and self._follows_list(token.start()))
            if word in _RELATIVES or (is_when and not _TIMES.match(self._folded, at)):
                if word in _WHEN and not self._is_passed:
                    return None
                self._wants_verb = self._is_passed = True
                self._in_clause = word in _RELATIVES
            elif self._wants_verb:
                at = self._in_other_clause(token, before)
            elif self._is_finite(token, before) or (
                before not in _JOINTS and self._is_sure_past(token, before)
            ):
                return token.start() if self._is_passed else None
            elif self._is_over(token, before):
                return None
            before = "" if word == "may" else word
        return None

    def _follows_list(self, start: int) -> bool:
        """Say whether a place follows a verb of listing: listed as missing."""
        return self._folded.endswith(_LISTED, 0, start)

    def _in_other_clause(self, token: re.Match[str], before: str) -> int:
        """Look for the verb of a clause; give where it ends, or the word that is none."""
        is_verb = self._is_finite(token, before) or self._is_past(token, before)
        if not is_verb or token[0] in speech_forms("core_speech"):
            return token.end()  # of `who said they were ill` it is the second
        self._wants_verb = False
        return self._behind_group(token)

    def _is_over(self, token: re.Match[str], before: str) -> bool:
        """Pass a word that is no finite verb; say whether another clause begins with it."""
        word = token[0]
        if word in _OTHERS:
            return True
        if word in speech_forms("core_speech"):
            self._wants_verb = self._in_clause
            return not self._in_clause
        if word in _JOINTS:
            return self._is_done or self._verb_follows(token.end(), is_finite=self._in_clause)
        if self._is_past(token, before):
            self._is_passed = self._is_done = True
        elif _is_doing(word):
            self._is_passed = True  # never the verb itself: living in Chad and Mali voted
        elif word in _BEFORE_NOUNS:
            self._is_passed = True
        return False

    def _next(self, at: int) -> re.Match[str] | None:
        return _TOKEN.search(self._folded, at, self._end)

    def _beyond_aside(self, at: int) -> int | None:
        """Give where a verb begins at once behind what two commas set apart."""
        close = self._folded.find(",", at, min(self._end, at + _ASIDE))
        while close >= 0:
            token = self._next(close + 1)
            if token and (self._is_finite(token, "") or self._is_sure_past(token, "")):
                return token.start()
            close = self._folded.find(",", close + 1, min(self._end, at + _ASIDE))
        return None

    def _verb_follows(self, at: int, *, is_finite: bool) -> bool:
        """Say whether a verb is joined to the one before; to one in a clause a finite one."""
        token = self._next(at)
        if token is None:
            return False
        return self._is_finite(token, "") or not (is_finite or not self._is_past(token, ""))

    def _is_finite(self, token: re.Match[str], before: str) -> bool:
        if token[0] in _AUXILIARIES:
            return before != "to" and not (
                token[0] == "may" and (before in _BEFORE_MAY or before.isdigit())
            )
        return before not in _NO_FINITE_BEHIND and (token[0] in _PRESENT or token[0] in _PAST_ONLY)

    def _is_past(self, token: re.Match[str], before: str) -> bool:
        return before not in _NO_FINITE_BEHIND and (
            is_deed(token[0]) or token[0] in word_set("states")
        )

    def _is_sure_past(self, token: re.Match[str], before: str) -> bool:
        """Say whether a past form is no participle: who were held in the camp returned."""
        if before in _NO_FINITE_BEHIND or token[0] not in _doers():
            return False
        return not self._folded.startswith(" by ", token.end())

    def _behind_group(self, verb: re.Match[str]) -> int:
        """Give where a verb with its auxiliaries ends: had all been taken."""
        at, is_open = verb.end(), verb[0] in _AUXILIARIES
        while is_open and (token := self._next(at)) and token[0][0].isalpha():
            word = token[0]
            if word in _AUXILIARIES or word in _LINKS or word.endswith("ly"):
                at = token.end()
                continue
            is_verb = is_deed(word, done_to=True) or word in word_set("states") or _is_doing(word)
            return token.end() if is_verb or word in _PRESENT else at
        return at


_LINKS: Final = frozenset(
    "been be being not all also still now already since then once never ever otherwise to"
    " have".split()
)


def _is_doing(word: str) -> bool:
    return word.endswith("ing") and len(word) > len("being")


@per_lexicon
def _doers() -> frozenset[str]:
    """Past forms of what people do by themselves: returned, arrived."""
    return frozenset(word for word in happening_words().subjects if word.endswith(("ed", "d", "t")))
