"""Patterns looked for together find what each finds alone: by hand, on texts and on any text."""

import gc
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.claims.extract import extract_claims
from musterbook.claims.fold import fold
from musterbook.claims.patterns.any_of import AnyOf
from musterbook.claims.patterns.first_of import FirstOf
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.needed_words import needed_words

PAGES = sorted((Path(__file__).parent / "extraction").iterdir())

NEEDED = {
    r"\bthe (?:year|month) (?:before|earlier)\b": "month year",
    r"\b(?:in|on) (?:the )?same day\b": "same",
    r"(?<!\w)by (?:the )?(?:count|tally) of": "count tally",
    r"\b(?:a|the) (?:(?:\w+ )?claim|lie)s? that\b": "that",
    r"\bwithin (?:\d+|two) (?:days|weeks)\b": "within",
    r"\b(?:now|so far)\b": "now so",
    r"\b(?:some )?days? later": "day days some",
}
NONE_NEEDED = (
    r"\d+",
    r"\b\w+ly\b",
    r"\bkill\w*",
    r"\b(?:now|\d)\b",
    r"(?:\bnow )?",
    r"(?i:\bnow\b)",
)


@pytest.mark.parametrize("pattern", NEEDED)
def test_words_that_a_pattern_needs_are_read_off_it(pattern):
    assert sorted(needed_words(re.compile(pattern)) or ()) == NEEDED[pattern].split()


@pytest.mark.parametrize("pattern", NONE_NEEDED)
def test_a_pattern_that_may_match_without_any_sure_word_needs_none(pattern):
    assert needed_words(re.compile(pattern)) is None


YEAR, DAY, NUMBER = Led(r"\bthe year before\b"), Led(r"\bthe day after\b"), Led(r"\b\d+ men")
TOGETHER = AnyOf(YEAR, DAY, NUMBER)


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("the month was long.", {NUMBER}),
        ("the year before.", {NUMBER, YEAR}),
        ("the day of the year.", {NUMBER, YEAR, DAY}),
        ("12 men.", {NUMBER}),
    ],
)
def test_a_pattern_is_left_out_where_none_of_its_words_stands(text, may):
    folded = fold(text)
    assert TOGETHER.in_stretch(folded, 0, len(folded)) == may


def test_where_a_word_is_cut_or_the_text_not_folded_none_is_left_out():
    assert TOGETHER.in_stretch(fold("the yearbook"), 0, 8) == {YEAR, DAY, NUMBER}
    assert TOGETHER.in_stretch("the men", 0, 7) == {YEAR, DAY, NUMBER}


def assert_none_is_lost(together, text):
    windows = [(0, len(text)), *((at, at + 31) for at in range(0, len(text), 97))]
    for start, end in windows:
        for left_out in together.patterns - together.in_stretch(text, start, end):
            assert left_out.plain.search(text, start, end) is None


def families_of_the_rules():
    """Give every such family of the rules, those made when first used too."""
    extract_claims("On 2 May 12 people were killed and 4,000 have fled, officials said.")
    return [each for each in gc.get_objects() if isinstance(each, AnyOf)]


FAMILIES = [each for each in families_of_the_rules() if each is not TOGETHER]
FIRST = [each for each in FAMILIES if isinstance(each, FirstOf)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_match_of_the_rules_is_lost_on_a_page_of_texts(page):
    assert FAMILIES
    for together in FAMILIES:
        assert_none_is_lost(together, fold(page.read_text("utf-8")))


def alternation(first):
    """Write the patterns of one as one pattern; its groups have no names."""
    names = re.compile(r"[(][?]P<[a-z0-9]+>")
    each = (f"(?:{names.sub('(?:', pattern.pattern)})" for pattern in first._in_order)
    return re.compile(rf"(?={first._opens.__self__.pattern})(?:{'|'.join(each)})")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_first_of_many_finds_what_their_alternation_finds(page):
    assert FIRST
    text = fold(page.read_text("utf-8"))
    for first in FIRST:
        found = [match.span() for _, match in first.finditer(text, 0, len(text))]
        assert found == [match.span() for match in alternation(first).finditer(text)]


def test_the_first_of_two_is_the_one_named_first():
    first = FirstOf(Led(r"\bin may\b"), Led(r"\bin (?:may|june) \d+"), gate=re.compile("in"))
    text = fold("in may 12, in june 3")
    assert [match[0] for _, match in first.finditer(text, 0, len(text))] == ["in may", "in june 3"]
    assert [match[0] for _, match in first.finditer(text, 3, 17)] == []  # cut: in june


LETTERS = st.sampled_from(
    ["a", "b", "ab", "aba?", "ba", "[ab]", "[a-b]", "a?", "b{2}", "a+", "(?:b|ab)", "(?:b|a){1,2}"]
)
MORE = st.sampled_from(
    [" ", r"\s+", r"\b", r"(?!\w)", r"(?= )", r"(?<= )", "-", r"\w*", "é", r"\d", "(?:a|$)"]
)
BEFORE = st.sampled_from(["", r"\b", r"(?<!\w)", r"(?:^|(?<=[\s(]))", "(?: a|b )+", "(?:a )?"])
PARTS = st.lists(LETTERS | MORE, min_size=1, max_size=5).map("".join)
PATTERNS = st.builds("{}(?:{}|{}){}".format, BEFORE, PARTS, PARTS, PARTS)


@given(PATTERNS, st.text("ab -é1_", max_size=24), st.integers(0, 8), st.integers(0, 24))
def test_a_pattern_left_out_matches_nowhere(pattern, text, start, end):
    led, folded = Led(pattern), fold(text)
    end = max(start, min(end, len(folded)))
    if led not in AnyOf(led).in_stretch(folded, start, end):
        assert led.plain.search(folded, start, end) is None
