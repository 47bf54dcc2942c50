"""Claims with the sums they state in; whether they close, and what would close them, out."""

from __future__ import annotations

import pytest

from musterbook.claims.arithmetic import DerivedSum, derived_sums
from musterbook.claims.says.says import parse_sentence
from musterbook.core.problem import Phrase, Place
from musterbook.core.records import Claim, Stance, Status

HERE = Place("claims/article.yaml", 1, 1)
ARTICLE = {
    "casualties": "casualties reached 6 000 by 2026-02-16",
    "remain": "remaining about 11 000 on 2026-02-16",
    "returned": "returned about 1 100 by 2026-02-16",
    "more-than": "sent more than 18 000 by 2026-02-16",
}


def sums(says: dict[str, str], derived: dict[str, tuple[str, ...]], **more: Claim):
    claims = [Claim(name, "article", HERE, derived=derived.get(name, ())) for name in says]
    sentences = {name: parse_sentence(Phrase(text, HERE), {})[0] for name, text in says.items()}
    for name, claim in more.items():
        claims.append(claim)
        sentences[name] = parse_sentence(Phrase("sent 1 500 by 2025", HERE), {})[0]
    return derived_sums(claims, sentences)


def test_the_article_closes_only_with_those_who_returned() -> None:
    parts = ("casualties", "remain")
    assert sums(ARTICLE, {"more-than": parts}) == (
        DerivedSum("more-than", parts, 17_000, 17_000, "more than 18 000", False, ("returned",)),
    )


def test_with_those_who_returned_it_closes() -> None:
    (total,) = sums(ARTICLE, {"more-than": ("casualties", "remain", "returned")})
    assert (total.total_low, total.closes, total.would_close) == (18_100, True, ())


@pytest.mark.parametrize(
    ("stated", "closes"),
    [
        ("more than 17 000", False),
        ("more than 16 999", True),
        ("at least 17 000", True),
        ("less than 17 000", False),
        ("at most 17 000", True),
        ("17 000", True),
        ("17 400", False),
        ("about 17 800", True),
        ("exactly 17 001", False),
        ("17 300 ± 300", True),
        ("16 000 to 16 500", False),
        ("tens of thousands", False),
    ],
)
def test_the_total_keeps_its_hedge(stated: str, closes: bool) -> None:
    says = ARTICLE | {"all": f"sent {stated} by 2026-02-16"}
    (total,) = sums(says, {"all": ("casualties", "remain")})
    assert total.closes is closes


def test_ranges_add_end_by_end() -> None:
    says = {
        "a": "sent 5 to 7 by 2025",
        "b": "sent 20 to 30 by 2025",
        "c": "sent exactly 26 by 2025",
    }
    (total,) = sums(says, {"c": ("a", "b")})
    assert (total.total_low, total.total_high, total.closes) == (25, 37, True)


def test_only_claims_of_the_same_report_and_account_can_close_it() -> None:
    parts = ("casualties", "remain")
    says = {name: text for name, text in ARTICLE.items() if name != "returned"}
    (total,) = sums(
        says,
        {"more-than": parts},
        elsewhere=Claim("elsewhere", "other", HERE),
        others=Claim("others", "article", HERE, account="ru"),
        rejected=Claim("rejected", "article", HERE, status=Status.REJECTED),
        denied=Claim("denied", "article", HERE, stance=Stance.DENIED),
        fits=Claim("fits", "article", HERE),
    )
    assert total.would_close == ("fits",)


def test_what_is_said_again_or_is_larger_than_the_whole_is_no_missing_part() -> None:
    says = ARTICLE | {
        "again": "returned about 1 100 on 2026-02-16",
        "wounded again": "casualties about 6 000 by 2026-01",
        "force": "force 700 000 on 2025-12-31",
        "deficit": "ru.deficit 8 000 in 2026-01",
        "late": "evacuated 1 050 by 2026-02-16",
    }
    (total,) = sums(says, {"more-than": ("casualties", "remain")})
    assert total.would_close == ("late", "returned")


def test_shares_rates_and_missing_parts_make_no_sum() -> None:
    says = ARTICLE | {"share": "returned 40 % of sent", "rate": "kill 5 per day in 2025"}
    for part in ("share", "rate", "nowhere"):
        assert sums(says, {"more-than": ("casualties", part)}) == ()
