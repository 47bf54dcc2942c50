"""Where patterns may begin is the same, in whatever order patterns come in and words are met."""

from hypothesis import given
from hypothesis import strategies as st

from musterbook.claims.fold import FoldedText, fold
from musterbook.claims.patterns.index import Index
from musterbook.claims.patterns.leading_words import LeadingWords

WORD = st.text("ab", min_size=1, max_size=4)
LEADING = st.builds(
    LeadingWords,
    st.frozensets(WORD, max_size=4),
    st.lists(WORD, unique=True, max_size=3).map(tuple),
    st.booleans(),
)
TEXT = st.lists(WORD | st.sampled_from(["7", "12"]), max_size=8).map(" ".join)
PROBE = "a ab 3 aba b bb abab 7 ba baa aa"


def places(leading: LeadingWords, text: FoldedText) -> list[int]:
    """Ask the text itself, pattern by pattern."""
    return text.places_of(leading.words, leading.stems, digits=leading.digits)


def assert_all_found(index, patterns, words):
    text = fold(words)
    index.fill(text)
    assert text.found == {each: places(leading, text) for each, leading in patterns}


@given(st.lists(LEADING | TEXT, max_size=12))
def test_patterns_and_texts_may_come_in_any_order(steps):
    index = Index()
    patterns = []
    for number, step in enumerate(steps):
        if isinstance(step, str):
            assert_all_found(index, patterns, step)
        else:
            index.add(number, step)
            patterns.append((number, step))
    assert_all_found(index, patterns, PROBE)


@given(st.lists(LEADING, max_size=4), st.lists(TEXT, max_size=6))
def test_words_may_be_forgotten_when_too_many_were_met(leading, texts):
    index = Index(most_words=3)
    for number, each in enumerate(leading):
        index.add(number, each)
    for words in texts:
        assert_all_found(index, [*enumerate(leading)], words)


def test_a_pattern_added_twice_is_found_once():
    index, leading = Index(), LeadingWords(frozenset({"toll"}), ("tol",), digits=False)
    index.add("it", leading)
    index.add("it", leading)
    text = fold("the toll")
    index.fill(text)
    assert text.found == {"it": [4]}
