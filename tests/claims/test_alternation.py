"""Words joined by their first letters are found as a plain alternation of them finds them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from musterbook.claims.patterns.alternation import alternation

WORDS = st.lists(st.text("ab. ", min_size=1, max_size=3), min_size=1, max_size=6)


@given(WORDS, st.text("ab. c", max_size=16), st.sampled_from(["", r"(?!\w)", "b", " ?a"]))
def test_the_same_words_are_found_in_the_same_places(words, text, behind):
    plain = re.compile(f"(?:{'|'.join(map(re.escape, words))}){behind}")
    joined = re.compile(f"{alternation(words)}{behind}")
    assert [*map(re.Match.span, joined.finditer(text))] == [
        *map(re.Match.span, plain.finditer(text))
    ]
