"""A led pattern finds what the plain one finds: by hand, on the gold texts and on any text."""

import gc
import re
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.claims.extract import extract_claims
from musterbook.claims.fold import fold
from musterbook.claims.patterns.leading_words import leading_words
from musterbook.claims.patterns.led import Led

PAGES = sorted((Path(__file__).parent / "extraction").iterdir())

WORDS = {
    r"\b(?:will|plan(?:s|ned)? to)\b": "plan planned plans will",
    r"(?<!\w)(?:since|ever since) then": "ever since",
    r"(?<![\w-])(?:half(?=\ of)|an?[ -]third)": "a an half",
    r"\b(?:the\s+|its\s+)?(?:toll|count)s?\b": "count counts its the toll tolls",
    r"\b(?:cent(?:re|er)|gr[eau]y) ": "center centre gray grey gruy",
    r"(?:^|(?<=[\s(]))over (?!the)": "over",
    r"\bcan(?:not)?\b|\bcould n't": "can cannot could",
}
STEMS = {r"\bbeliev": "believ", r"\breport\w*": "report", r"\b(?:be)+t": "be"}
NOT_LED = (r"will\b", r"\b\s+the", r"\b\w+ly", r"(?:\bnow)?", r"(?i:\bnow)", r"[,;] and", "")


@pytest.mark.parametrize("pattern", WORDS)
def test_the_words_a_match_can_begin_with_are_read_off_the_pattern(pattern):
    found = leading_words(re.compile(pattern))
    assert found is not None
    assert (sorted(found.words), found.stems) == (WORDS[pattern].split(), ())


@pytest.mark.parametrize("pattern", STEMS)
def test_a_word_that_may_go_on_is_a_beginning(pattern):
    assert STEMS[pattern] in leading_words(re.compile(pattern)).stems


@pytest.mark.parametrize("pattern", NOT_LED)
def test_a_pattern_that_can_begin_within_a_word_or_with_none_is_not_led(pattern):
    assert leading_words(re.compile(pattern)) is None


def test_digits_lead_too():
    assert leading_words(re.compile(r"(?<!\w)(?:\d+|ten) men")).digits


def test_a_word_cut_by_the_end_of_the_window_is_taken_as_the_plain_pattern_takes_it():
    text = fold("the attackers fled")
    assert Led(r"\battack\b").search(text, 0, len("the attack"))


def test_a_word_of_other_letters_bounds_none():
    text = fold("naïve men, éclat, a men")
    assert Led(r"\bve men").search(text) is None
    assert Led(r"(?<!\w)a men").search(text).start() == len("naïve men, éclat, ")


def test_a_pattern_first_used_later_finds_its_places_in_a_text_asked_before():
    text = fold("the toll rose; the toll fell")
    assert Led(r"\bthe\b").search(text)
    assert spans(Led(r"\btoll\b").finditer(text)) == [(4, 8), (19, 23)]


def test_where_a_match_may_begin_is_told_without_a_search():
    text = fold("they deny it; the toll.")
    denial = Led(r"\b(?:den(?:y|ied)|false) (?:the|that)")
    assert denial.may_begin(text, 0, 12)
    assert not denial.may_begin(text, 10, len(text))
    assert denial.may_begin(text, 10, 20)  # the window ends within a word, which may be another


def spans(matches):
    return [each.span() for each in matches]


def assert_same(led, text, start, end):
    assert spans(led.finditer(text, start, end)) == spans(led.plain.finditer(text, start, end))
    here, there = led.search(text, start, end), led.plain.search(text, start, end)
    assert spans(each for each in [here] if each) == spans(each for each in [there] if each)


def patterns_of_the_rules():
    """Give every led pattern of the rules, those made when first used too."""
    extract_claims("On 2 May 12 people were killed and 4,000 have fled, officials said.")
    return [each for each in gc.get_objects() if isinstance(each, Led)]


RULES = patterns_of_the_rules()


def test_every_pattern_of_the_rules_is_led():
    """One that is not is searched for everywhere, and is better written `re.compile`."""
    assert len(RULES) > 20
    assert [each.pattern for each in RULES if each.leading is None] == []


def assert_rules_find_the_same(text):
    folded = fold(text)
    windows = [(start, start + 31) for start in range(0, len(folded), 97)]
    for led, (start, end) in product(RULES, [(0, len(folded)), *windows]):
        assert_same(led, folded, start, end)


def test_no_match_is_lost_on_the_gold_texts(shared):
    for path in (*sorted((shared / "gold").glob("*.txt")), *(shared / "reports").glob("*.txt")):
        assert_rules_find_the_same(path.read_text("utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_match_is_lost_on_a_page_of_texts(page):
    assert_rules_find_the_same(page.read_text("utf-8"))


LETTERS = st.sampled_from(
    ["a", "b", "ab", "aba?", "ba", "[ab]", "[a-b]", "a?", "b{2}", "a+", "(?:b|ab)", "(?:b|a){1,2}"]
)
MORE = st.sampled_from(
    [" ", r"\s+", r"\b", r"(?!\w)", r"(?= )", "-", r"\w*", "é", r"\d", "$", "(?:a|$)"]
)
BEFORE = st.sampled_from(["", r"\b", r"(?<!\w)", r"(?<![\w-])", r"(?:^|(?<=[\s(]))", "(?<!a )"])
PARTS = st.lists(LETTERS | MORE, min_size=1, max_size=4).map("".join)
PATTERNS = st.builds("{}(?:{}|{}){}".format, BEFORE, PARTS, PARTS, PARTS)


@given(PATTERNS, st.text("ab -é1_", max_size=24), st.integers(0, 8), st.integers(0, 24))
def test_any_pattern_finds_in_any_window_what_the_plain_one_finds(pattern, text, start, end):
    assert_same(Led(pattern), fold(text), start, max(start, end))
