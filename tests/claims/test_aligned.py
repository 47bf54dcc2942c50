"""Little near copies with made-up figures in; the numbers told as changed, and the rest, out."""

from musterbook.claims.copies.aligned import changed_within, outside
from musterbook.claims.copies.figures import Figure, Telling
from musterbook.claims.copies.passages import Alignment, align, passages_of
from musterbook.claims.copies.retellings import compare

HEAD = "Ferry takes {} over"
LEAD = "The ferry took {} men and 20 women over."
SAME = "Another 40 came on foot."
Texts = tuple[str, str]


def texts(*paragraphs: str) -> Texts:
    """Write a text with 12 and one with 21 where its paragraphs leave a number open."""
    one, other = ("\n\n".join(paragraphs).format(*[number] * 9) for number in ("12", "21"))
    return one, other


def figure(text: str, words: str, number: float, counted: str = "moved") -> Figure:
    start = text.index(words)
    return Figure(counted, counted, number, number, words, at=(start, start + len(words)))


def aligned(both: Texts) -> Alignment:
    return align(*map(passages_of, both))


def changed(both: Texts, *figures: tuple[Figure, ...]) -> list[tuple[str, ...]]:
    one, other = (
        Telling(name, None, own) for name, own in zip(("one", "other"), figures, strict=True)
    )
    return [
        (first.number, second.number, first.counted, second.counted, first.words)
        for first, second in changed_within(aligned(both), one, other)
    ]


def test_without_a_claim_the_number_is_told_as_printed_by_its_sentence():
    both = texts(HEAD, LEAD)
    assert changed(both, (), ()) == [("12", "21", "", "", LEAD.format(12))]


def test_what_either_side_counts_names_both():
    both = texts(HEAD, LEAD)
    own = figure(both[0], "12 men", 12)
    assert changed(both, (own,), ()) == [("12", "21", "moved", "moved", "12 men")]
    own = figure(both[1], "21 men", 21)
    assert changed(both, (), (own,)) == [("12", "21", "moved", "moved", LEAD.format(12))]


def test_the_narrowest_claim_around_the_number_is_told():
    both = texts(LEAD)
    wide = figure(both[0], "The ferry took 12 men", 12, "present")
    narrow, women = (
        figure(both[0], "12 men", 12),
        figure(both[0], "men and 20 women", 20, "wounded"),
    )
    assert changed(both, (wide, narrow, women), ())[0][2:] == ("moved", "moved", "12 men")


def test_what_an_aligned_sentence_says_is_settled():
    both = texts(LEAD, SAME)
    sums = [
        figure(text, "men and 20 women", number)
        for text, number in zip(both, (32, 41), strict=True)
    ]
    misread = figure(both[0], "40 came", 400)
    placeless = Figure("moved", "moved", 99, 99, "")
    one = Telling("one", None, (sums[0], figure(both[0], "40 came", 40), misread, placeless))
    other = Telling("other", None, (sums[1], figure(both[1], "40 came", 40)))
    assert outside(aligned(both), one, other) == ([misread, placeless], [])


def test_what_sentences_settle_is_not_told_again_by_what_it_counts():
    both = texts(LEAD)
    for left, right in (
        ([figure(text, "men and 20 women", n) for text, n in zip(both, (32, 41), strict=True)]),
        ([Figure("moved", "moved", number, number, "in other words") for number in (12, 21)]),
    ):
        one, other = Telling("one", None, (left,)), Telling("other", None, (right,))
        ((first, second),) = compare(one, other, aligned(both)).changed
        assert (first.words, second.words) == both


def test_shares_are_told_as_printed():
    both = ("Some 40% of the men were ill.", "Some 60% of the men were ill.")
    shares = [figure(text, text[5:-1], share) for text, share in zip(both, (0.4, 0.6), strict=True)]
    assert changed(both, (shares[0],), (shares[1],))[0][:3] == ("40%", "60%", "moved")
