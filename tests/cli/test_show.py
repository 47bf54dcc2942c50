"""`muster show`: the sentences behind a claim or a measure."""

from collections.abc import Callable
from pathlib import Path


def plain(text: str) -> str:
    """Take the thin spaces out of numbers' way."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


CROSSING = Path(__file__).parents[2] / "examples" / "crossing"


def test_a_measure_shows_the_sentences_it_rests_on(muster: Callable[[str, Path], str]) -> None:
    said = muster("muster show arrived .", CROSSING)
    assert "arrived 6 200" in plain(said)
    assert "claims/" in said
    assert said.endswith("(exit 0)\n")


def test_a_claim_shows_its_quote_and_place(muster: Callable[[str, Path], str]) -> None:
    said = muster("muster show slept .", CROSSING)
    assert said.startswith("slept\n  “")
    assert "camp about 4 100 on 2025-05-10" in plain(said)


def test_a_number_nobody_reported_says_so(muster: Callable[[str, Path], str]) -> None:
    assert "no sentence of this case is about cross" in muster("muster show cross .", CROSSING)


def test_an_unknown_name_is_misuse_with_a_suggestion(muster: Callable[[str, Path], str]) -> None:
    said = muster("muster show arived .", CROSSING)
    assert "`arrived`" in said
    assert said.endswith("(exit 2)\n")
