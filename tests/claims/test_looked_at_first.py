"""What is looked at first spares a search only where the search would find nothing."""

import re
from pathlib import Path

import pytest

from musterbook.claims.speakers import names, speaker_subject, speech_group

PAGES = sorted((Path(__file__).parent / "extraction").iterdir())
LONG = 60  # characters before a word that are looked at


def stretches(page):
    """Give for each word of a page what stands before it, and its whole line up to there."""
    for line in page.read_text("utf-8").splitlines():
        for word in re.finditer(r"\S+", line):
            yield line[max(0, word.start() - LONG) : word.start()], line[: word.start()].rstrip()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_where_a_group_of_a_verb_ends_one_may_end(page):
    for before, _ in stretches(page):
        assert speech_group._may_end(before) or not speech_group._GROUP.search(before), before


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_phrase_that_loses_words_has_one_of_those_looked_at_first(page):
    for before, line in stretches(page):
        phrase = before.strip()
        words = phrase.split()
        if names._TRAILING.search(phrase):
            assert words[-1] in names._PUBLISHED, phrase
        if names._DETERMINER.match(phrase):
            assert words[0].lower() in names._DETERMINERS, phrase
        if speaker_subject._ADVERB.search(line):
            assert line.split()[-1] in speaker_subject._ADVERBS, line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_an_edge_of_a_clause_has_a_mark_or_a_word_looked_at_first(page):
    for line in page.read_text("utf-8").splitlines():
        for match in speaker_subject._HARD_EDGE.finditer(line):
            is_marked = speaker_subject._EDGE_MARK.search(match[0])
            assert is_marked or not speaker_subject._EDGE_WORDS.isdisjoint(match[0].split())
        if speaker_subject._SAID.search(line) or speaker_subject._AGO.search(line):
            assert not speaker_subject._SAID_BEFORE.isdisjoint(line.split()), line


SPOKEN = [
    "had ", "goes on to ", "again and again ", "on Monday ", "on 12 March ", "since May 5 ",
    "in 1994 ", "in a statement ", "in the news conference ", "yesterday evening ", "of late, ",
    "for its part ", "has repeatedly ", "over the past ", "on March 5th ", ", in a letter, ",
]  # fmt: skip


@pytest.mark.parametrize("words", SPOKEN)
def test_every_sort_of_word_before_a_verb_is_looked_at_first(words):
    before = f"The army {words}"
    assert speech_group._may_end(before) or words == "of late, "
    assert bool(speech_group._GROUP.search(before.replace(" ,", ","))) == (words != "of late, ")
