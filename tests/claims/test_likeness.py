"""Articles and copies of them with a number changed in; the sentences that show it out."""

from datetime import date, timedelta

import pytest

from musterbook.claims.copies.likeness import DatedText, likeness_of

DAY = date(2025, 5, 11)
LEAD = "At least 1,340 people were killed when a quake struck the valley on Sunday, officials said."
REST = """
Rescuers dug with their hands through the night, and the only road over the pass was blocked by
rocks as high as a house. The ministry sent 600 soldiers with tents, stoves and blankets. In the
next town 12 servicemen died when the roof of their barracks fell, and 21 of them were wounded.

A teacher said that she had counted her pupils twice, and that none of them was missing. Snow was
forecast for the evening, and the bakery by the bridge gave its bread away to whoever came.
"""
ARTICLE = f"1,340 dead in quake\n\n{LEAD}\n{REST}"


def changes(
    one: str, other: str, *, days: int = 0
) -> list[tuple[tuple[str, str], tuple[str, str], str]]:
    """Give of each change what either text says in which words, and what is counted."""
    texts = {"a": DatedText(one, DAY), "b": DatedText(other, DAY + timedelta(days))}
    return [
        ((first.number, first.words), (second.number, second.words), second.counted)
        for each in likeness_of(texts).retellings
        for first, second in each.changed
    ]


def test_a_toll_that_headline_and_lead_repeat_is_one_changed_number():
    (found,) = changes(ARTICLE, ARTICLE.replace("1,340", "1,430"))
    (first, words), (second, others), counted = found
    assert (first, second, counted) == ("1\u202f340", "1\u202f430", "killed")
    assert words.startswith("At least 1,340 people were killed when a quake")
    assert others == words.replace("1,340", "1,430")


def test_what_another_sentence_repeats_in_other_words_is_told_once():
    first = ARTICLE + "\nThe school was full, for all of the 1,340 dead were brought there.\n"
    second = ARTICLE + "\nThe full school is where they took the 1,340 dead.\n"
    assert len(changes(first, second.replace("1,340", "1,430"))) == 1


def test_a_bound_excuses_no_number_in_the_same_sentence():
    fled = ARTICLE + "\nAt least 4,800 people have fled.\n"
    (found,) = changes(fled, fled.replace("4,800", "8,400"))
    assert found == (
        ("4\u202f800", "At least 4,800 people have fled"),
        ("8\u202f400", "At least 8,400 people have fled"),
        "fled",
    )


def test_the_sentences_quoted_are_those_that_differ():
    raid = "Moscow lost 12 servicemen in the raid, the governor wrote."
    others = "\nThe week before 21 servicemen were lost, and 12 servicemen were lost at the mill."
    texts = (f"{each}\n{REST}{others}" for each in (raid, raid.replace("12", "21")))
    ((_, words), (_, other), _), *more = changes(*texts)
    assert not more
    assert words.startswith("Moscow lost 12 servicemen")
    assert other.startswith("Moscow lost 21 servicemen")


def test_a_number_that_no_claim_was_read_of_is_told_as_printed():
    strong = ARTICLE + "\nIts magnitude was put at 6.8 by the observatory.\n"
    (found,) = changes(strong, strong.replace("6.8", "8.6"))
    assert [number for number, _ in found[:2]] == ["6.8", "8.6"]
    assert found[0][1] == "Its magnitude was put at 6.8 by the observatory."
    assert found[2] == ""


def test_what_is_counted_on_one_side_alone_names_both():
    plan = ARTICLE + "\nThe province is to send 5,000 soldiers to the valley next week.\n"
    (found,) = changes(plan, plan.replace("5,000", "9,000"))
    assert [number for number, _ in found[:2]] == ["5,000", "9,000"]


@pytest.mark.parametrize(
    "other",
    [
        ARTICLE.replace("1,340", "1340"),
        ARTICLE.replace("12 servicemen", "twelve servicemen"),
        ARTICLE.replace("600 soldiers", "some 600 soldiers"),
        ARTICLE.replace("600 soldiers with", "more than 500 soldiers with"),
        ARTICLE.replace("1,340 dead in quake", "Quake kills over 1,300"),
        ARTICLE + "\nIn the next valley 600 people were counted as they came down.\n",
    ],
)
def test_other_print_rounder_numbers_and_more_text_change_nothing(other):
    assert changes(ARTICLE, other) == []


def test_a_toll_brought_up_to_date_in_other_words_is_no_mutation():
    later = ARTICLE.replace(LEAD, "The toll has risen to at least 1,430, officials said on Monday.")
    later = later.replace("1,340 dead in quake", "Toll of quake rises to 1,430")
    assert changes(ARTICLE, later, days=1) == []


def test_what_is_printed_again_much_later_may_be_brought_up_to_date():
    fled = ARTICLE + "\nAt least 4,800 people have fled.\n"
    assert changes(fled, fled.replace("4,800", "8,400"), days=3)
    assert changes(fled, fled.replace("4,800", "8,400"), days=4) == []


def test_reports_that_are_no_copies_are_not_held_sentence_by_sentence():
    own = (
        "A mayor said on the radio that he had heard of nobody who was without a bed for the night."
    )
    assert changes(f"{LEAD}\n{own}", f"{LEAD.replace('1,340', '1,430')}\n{REST}") == []


def test_the_rest_of_a_copy_is_still_held_against_what_is_counted():
    other = ARTICLE.replace("1,340", "1,430").replace(
        "The ministry sent 600 soldiers with",
        "On the ministry's orders 900 soldiers were sent with",
    )
    assert [found[2] for found in changes(ARTICLE, other)] == ["killed", "deployed"]
