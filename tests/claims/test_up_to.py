"""A pattern tried behind its last words finds what the plain one finds: by hand and on any text."""

import gc
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.claims.extract import extract_claims
from musterbook.claims.fold import fold
from musterbook.claims.patterns.last_words import last_words
from musterbook.claims.patterns.up_to import UpTo

PAGES = sorted((Path(__file__).parent / "extraction").iterdir())

WORDS = {
    r"\bfor\s+(?:about\s+|some\s+)?$": "about for some",
    r"(?<!more than )\b(?:the|these)\s+(?:other\s+)?$": "other the these",
    r"\bbuilt for$|\broom\s*$": "for room",
    r"[$€]\s?$": "$ €",
    r"\bby (?:\w+'s|\d+)\s$": "0 s",
}
ENDINGS = {r"\b(?:\w+ly\s+)?also\s+$": (), r"\b\w+ly\s+$": ("ly",), r"(?:some\s+)+$": ("some",)}
NOT_READ = (r"\b(?:\w+\s+)?$", r"the[^.]{0,40}$", r"(?i:the) $", r"the.$")


@pytest.mark.parametrize("pattern", WORDS)
def test_the_words_a_match_can_end_with_are_read_off_the_pattern(pattern):
    found = last_words(re.compile(pattern))
    assert found is not None
    assert (sorted(found.words), found.endings) == (WORDS[pattern].split(), ())


@pytest.mark.parametrize("pattern", ENDINGS)
def test_a_word_that_may_begin_otherwise_is_an_ending(pattern):
    assert last_words(re.compile(pattern)).endings == ENDINGS[pattern]


@pytest.mark.parametrize("pattern", NOT_READ)
def test_of_a_pattern_that_can_end_with_any_word_nothing_is_read(pattern):
    assert last_words(re.compile(pattern)) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("for about ", "about"),
        ("about", "about"),
        ("the $", "$"),
        ("in 25 ", "0"),
        ("the 5th", "th"),
        ("café ", "é"),
        ("", ""),
        ("some" + " " * 60, ""),
    ],
)
def test_the_word_before_a_place(text, word):
    assert fold(text).word_before(len(text)) == word


def span(match):
    return match and match.span()


def assert_same(pattern, text, start, end):
    plain = pattern.plain.search(text, max(start, end - pattern.reach), end)
    assert span(pattern.search(text, start, end)) == span(plain)


def test_no_more_than_the_reach_of_a_pattern_is_looked_at():
    text = fold("killed about some ")
    assert UpTo(r"\bkilled (?:\w+ )*$").search(text, 0, len(text))
    assert UpTo(r"\bkilled (?:\w+ )*$", reach=12).search(text, 0, len(text)) is None


def patterns_of_the_rules():
    """Give every such pattern of the rules, those made when first used too."""
    extract_claims("On 2 May 12 people were killed and 4,000 have fled, officials said.")
    return [each for each in gc.get_objects() if isinstance(each, UpTo)]


RULES = patterns_of_the_rules()


def test_of_every_pattern_of_the_rules_the_last_words_are_known():
    """One of which they are not is searched for everywhere, and is better written `re.compile`."""
    assert len(RULES) > 50
    assert [each.pattern for each in RULES if last_words(each.plain) is None] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_match_is_lost_on_a_page_of_texts(page):
    text = fold(page.read_text("utf-8"))
    places = [match.end() for match in re.finditer(r"\W+", text)][::7]
    for pattern in RULES:
        for at in places:
            assert_same(pattern, text, max(0, at - 60), at)


LETTERS = st.sampled_from(
    ["a", "b", "ab", "aba?", "ba", "[ab]", "[a-b]", "a?", "b{2}", "a+", "(?:b|ab)", "(?:b|a){1,2}"]
)
MORE = st.sampled_from([" ", r"\s+", r"\b", "-", r"\w*", "é", r"\d", "(?:a|$)", "(?<=a)", "[^a]"])
AFTER = st.sampled_from(["", r"\s+", r"\s*", r"\b", " ", r"(?:a\s+)?", r"(?:\s+b)*", r"(?!\w)"])
PARTS = st.lists(LETTERS | MORE, min_size=1, max_size=4).map("".join)
PATTERNS = st.builds("(?:{}|{}){}{}$".format, PARTS, PARTS, PARTS, AFTER)


@given(PATTERNS, st.text("ab -é1_\n", max_size=24), st.integers(0, 8), st.integers(0, 24))
def test_any_pattern_finds_in_any_window_what_the_plain_one_finds(pattern, text, start, end):
    assert_same(UpTo(pattern), fold(text), start, max(start, min(end, len(text))))
