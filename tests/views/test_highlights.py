"""A text cut at the borders of its claims joins back to the text, however they overlap."""

from hypothesis import given
from hypothesis import strategies as st

from musterbook.views.highlights import cut, paragraphs

TEXTS = st.text(alphabet="ab \n<&é🙂", max_size=40)
SPANS = st.dictionaries(
    st.sampled_from("abcdef"), st.tuples(st.integers(-5, 45), st.integers(-5, 45)), max_size=6
)


@given(TEXTS, SPANS)
def test_the_pieces_join_to_the_text(text, spans):
    pieces = cut(text, spans)
    assert "".join(piece.text for piece in pieces) == text
    assert all(text[piece.start :].startswith(piece.text) for piece in pieces)


@given(TEXTS, SPANS)
def test_each_claim_keeps_its_own_stretch_and_opens_once(text, spans):
    pieces = cut(text, spans)
    for name, (start, end) in spans.items():
        marked = "".join(piece.text for piece in pieces if name in piece.claims)
        assert marked == text[max(0, start) : max(0, end)]
        opened = [piece for piece in pieces if name in piece.opens]
        assert len(opened) == (1 if marked else 0)


@given(TEXTS, SPANS)
def test_paragraphs_leave_out_the_line_breaks_and_nothing_else(text, spans):
    lines = paragraphs(cut(text, spans))
    assert ["".join(piece.text for piece in line) for line in lines] == text.split("\n")
    opened = [name for line in lines for piece in line for name in piece.opens]
    assert len(opened) == len(set(opened))


def test_overlapping_claims_share_a_piece():
    pieces = cut("about 600 killed", {"a": (0, 9), "b": (6, 16)})
    assert [(piece.text, piece.claims, piece.opens) for piece in pieces] == [
        ("about ", ("a",), ("a",)),
        ("600", ("a", "b"), ("b",)),
        (" killed", ("b",), ()),
    ]
