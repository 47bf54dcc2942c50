from datetime import date

from musterbook.claims.says.says import parse_sentence
from musterbook.claims.verify import check_value, place_quote
from musterbook.core.problem import Phrase, Place
from musterbook.core.records import Claim, Report

HERE = Place("claims/day.yaml", 3, 1)
REPORT = Report(
    "day", "A day", "herald", date(2025, 4, 1), HERE, text="Some 500 people came. About 40 % left."
)


def claim(quote: str, says: str = "camp 500 on 2025-03-31", at: tuple[int, int] | None = None):
    return Claim("it", "day", HERE, quote=quote, says=Phrase(says, HERE), at=at)


def faults(quote: str, says: str) -> list[str]:
    made = claim(quote, says)
    sentence, problems = parse_sentence(made.says, {})
    assert not problems
    return [each.code for each in check_value(made, sentence)]


def test_a_quote_gets_its_place():
    placed, problems = place_quote(claim("500 people came"), REPORT)
    assert placed.at == (5, 20)
    assert REPORT.text[5:20] == "500 people came"
    assert problems == ()


def test_a_quote_that_is_not_there_is_told():
    placed, problems = place_quote(claim("501 people came"), REPORT)
    assert placed.at is None
    assert [each.code for each in problems] == ["MB150"]


def test_a_text_that_shifted_is_found_again_and_told():
    placed, problems = place_quote(claim("500 people came", at=(0, 15)), REPORT)
    assert placed.at == (5, 20)
    assert [(each.code, each.is_error) for each in problems] == [("MB152", False)]


def test_a_value_must_stand_in_its_quote():
    assert faults("Some 500 people came", "camp 500 on 2025-03-31") == []
    assert faults("Some 500 people came", "camp 5 000 on 2025-03-31") == ["MB151"]
    assert faults("500 to 700 came", "camp 500 to 800 on 2025-03-31") == ["MB151"]
    assert faults("five hundred came", "camp 500 on 2025-03-31") == []


def test_shares_vague_words_and_none_are_not_held_against_digits():
    assert faults("About 40 % left", "leave 40 % of camp in 2025-03") == []
    assert faults("dozens left", "leave dozens in 2025-03") == []
    assert faults("nobody left", "leave none in 2025-03") == []
