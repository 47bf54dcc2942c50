"""A word in, whether it is the past form or participle of a deed out: fainted, shaken, resigned."""

from functools import cache
from typing import Final

from musterbook.claims.lexicon_files import word_set
from musterbook.claims.speakers.speech_verbs import speech_forms

# Admitted that, but patients were admitted; told that, but villagers were told to leave.
_OFTEN_SAID: Final = frozenset(
    {"admitted", "told", "asked", "warned", "urged", "informed", "advised"}
)


@cache
def is_deed(word: str, *, done_to: bool = False) -> bool:
    """Say whether a word is a past form or participle of a deed; `done_to` people, who are told."""
    if done_to and word in _OFTEN_SAID:
        return True
    if word in word_set("states") or word in speech_forms("core_speech"):
        return False
    return word in word_set("irregular_past") or (word.endswith("ed") and len(word) > len("used"))
