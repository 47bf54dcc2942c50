"""Reports read into a small case: which claims get a sentence, and why the others get none."""

from datetime import date
from pathlib import Path

from musterbook.account.proposals import propose
from musterbook.claims.extract import extract_claims
from musterbook.workbench import Workbench


def proposed(repository: Path, text: str) -> list[dict]:
    bench = Workbench(repository / "examples/crossing")
    claims = extract_claims(text, date(2025, 5, 11))
    return [
        dict(each)
        for each in propose(bench.case, bench.ledger.network, claims=claims, report="news")
    ]


def test_what_fits_a_measure_gets_a_sentence(repository):
    [claim] = proposed(repository, "About 5,000 people were in the camp on 10 May.")
    assert claim["says"] == "camp about 5 000 on 2025-05-10"
    assert "rule people:" in claim["note"]


def test_a_part_names_its_whole_and_gets_no_sentence(repository):
    text = "About 5,000 people were in the camp on 10 May, 300 of them babies."
    whole, part = proposed(repository, text)
    assert (part["part_of"], "says" in part) == (whole["id"], False)


def test_a_unit_nobody_declared_gets_no_sentence(repository):
    [claim] = proposed(repository, "Some 900 families were in the camp on 10 May.")
    assert "says" not in claim
    assert "`family` is no unit that case.yaml declares" in claim["note"]


def test_words_of_no_measure_are_bound_to_none(repository):
    [claim] = proposed(repository, "On 10 May, 12 smugglers were arrested at the border.")
    assert "says" not in claim
    assert "no word of any measure" in claim["note"]
