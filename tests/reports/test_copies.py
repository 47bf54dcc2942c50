"""Texts in, pairs that retell one another out."""

import pytest

from musterbook.reports.copies import Copy, find_copies

WIRE = (
    "Around two thousand people crossed the river on Friday, the mayor of the border town said, "
    "adding that the school and both churches were full and that more were on their way there. "
    "She asked the province for tents, for a doctor and for bread, none of which had come by night."
)
OTHER = (
    "A local official counted some 2,000 arrivals in the town since the fighting began last week."
)
LONG = (
    "It had been quiet on this bank for most of the spring, and the ferry ran twice a day as ever. "
    "{} Nobody at the ministry picked up the telephone over the weekend, and the bridge by the "
    "mill was closed to carts. Whoever came over later had to walk the long way by the quarry, as "
    "our reporter did on Sunday with a family of five, who had been on foot since the day before."
)
WAYS = pytest.mark.parametrize("exact_up_to", [1_000, 0], ids=["exactly", "by sketches"])


@WAYS
def test_an_edited_copy_is_found_and_another_report_of_the_event_is_not(exact_up_to):
    texts = {"wire": WIRE, "paper": WIRE.replace("Friday", "Saturday"), "own": OTHER}
    (copy,) = find_copies(texts, exact_up_to=exact_up_to)
    assert (copy.first, copy.second, copy.is_part) == ("paper", "wire", False)
    assert 0.5 < copy.share < 1


@WAYS
def test_a_report_within_a_long_article_is_a_part_of_it(exact_up_to):
    texts = {"wire": WIRE, "a-long-one": LONG.format(WIRE), "own": LONG.format(OTHER)}
    (copy,) = [each for each in find_copies(texts, exact_up_to=exact_up_to) if each.first == "wire"]
    assert copy == Copy("wire", "a-long-one", 1.0, is_part=True)


@WAYS
def test_a_sentence_that_stands_in_two_reports_makes_neither_a_part(exact_up_to):
    assert find_copies({"own": OTHER, "long": LONG.format(OTHER)}, exact_up_to=exact_up_to) == ()


def test_a_word_for_word_copy_shares_everything_and_is_compared_no_further():
    found = find_copies({"a": WIRE, "b": WIRE, "c": WIRE.replace("Friday", "Monday")})
    assert [(each.first, each.second) for each in found] == [("a", "b"), ("a", "c")]
    assert found[0].share == 1


def test_the_order_of_words_counts():
    assert find_copies({"a": WIRE, "b": " ".join(reversed(WIRE.split()))}) == ()


def test_a_text_without_words_is_nobodys_copy():
    assert find_copies({"a": "", "b": "", "c": "…"}) == ()
    assert find_copies({}) == ()


@WAYS
def test_a_masthead_that_all_share_makes_no_copies(exact_up_to):
    texts = {f"r{n:03}": f"{WIRE} Notice {n}: {_own(n)}" for n in range(150)}
    for name in ("r021", "r022"):  # with a sentence of their own in common, over half is common
        texts[name] += (
            " The ferry was late again and nobody on the pier could say why it was so, for the "
            "captain had gone ashore in the morning and had not been seen since, they said."
        )
    texts["twin"] = texts["r007"].replace("Notice 7", "Notice")
    found = find_copies(texts, exact_up_to=exact_up_to)
    assert [(each.first, each.second) for each in found] == [("r007", "twin")]


@WAYS
def test_what_a_hundred_and_fifty_print_is_one_report_and_no_square_of_pairs(exact_up_to):
    texts = {f"r{n:03}": f"{WIRE} Printed by {n}." for n in range(150)}
    found = find_copies(texts, exact_up_to=exact_up_to)
    assert len(found) <= 64 * len(texts)
    linked = {name for each in found for name in (each.first, each.second)}
    assert linked == set(texts)


def _own(number: int) -> str:
    """Write words that no other number has."""
    return " ".join(f"word{number}x{place}" for place in range(26))
