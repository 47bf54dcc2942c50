"""Some thousand made-up reports in, against the slow oracle: nothing missed, nothing made up."""

from collections.abc import Mapping

import pytest
from tests.oracles.pairwise_copies import shares
from tools.planted_texts import planted_texts

from musterbook.reports.boilerplate import most_holders
from musterbook.reports.copies import ALIKE, find_copies

COUNT = 800
SURE = 0.7  # from here on a pair is missed once in seven thousand


@pytest.fixture(scope="module")
def texts() -> Mapping[str, str]:
    return planted_texts(COUNT, seed=5, copies=0.6).texts


@pytest.fixture(scope="module")
def true_shares(texts: Mapping[str, str]) -> Mapping[tuple[str, str], float]:
    return shares(texts, least=ALIKE, common=most_holders(COUNT))


def found_shares(texts: Mapping[str, str], exact_up_to: int) -> dict[tuple[str, str], float]:
    found = find_copies(texts, exact_up_to=exact_up_to)
    return {(each.first, each.second): each.share for each in found if not each.is_part}


def test_comparing_exactly_finds_what_the_oracle_finds(texts, true_shares):
    assert len(true_shares) > 100
    assert found_shares(texts, COUNT) == pytest.approx(true_shares)


def test_sketches_find_what_is_much_alike_and_make_nothing_up(texts, true_shares):
    found = found_shares(texts, 0)
    sure = {pair for pair, share in true_shares.items() if share >= SURE}
    assert len(sure) > 50
    assert len(sure & set(found)) >= 0.99 * len(sure)
    assert len(found) >= 0.9 * len(true_shares)
    assert set(found) <= set(true_shares)
    assert all(found[pair] == pytest.approx(true_shares[pair]) for pair in found)


def test_parts_are_found_by_sampling_as_by_comparing(texts):
    def parts(exact_up_to: int) -> set[tuple[str, str]]:
        found = find_copies(texts, exact_up_to=exact_up_to)
        return {(each.first, each.second) for each in found if each.is_part}

    assert len(parts(COUNT)) > 20
    assert parts(0) == parts(COUNT)


def test_the_same_texts_give_the_same_pairs_whatever_the_order(texts):
    backwards = dict(reversed(texts.items()))
    assert find_copies(texts, exact_up_to=0) == find_copies(backwards, exact_up_to=0)
