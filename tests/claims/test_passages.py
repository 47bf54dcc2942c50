"""Two texts in, their sentences that are the same but for a number out."""

import pytest

from musterbook.claims.copies.passages import align, passages_of

LEAD = "At least 1,340 people were killed when the quake struck the valley on Sunday."
GERMAN = (
    "Die Regierung hat am Sonntag mitgeteilt, dass 5000 Menschen in dem Lager am Fluss waren und "
    "dass mehr als die Hälfte von ihnen Kinder gewesen sind. Es war sehr kalt und niemand wusste, "
    "wie lange das noch dauern wird."
)


def changes(one: str, other: str) -> list[tuple[str, str]]:
    """Give the numbers, as printed, at which sentences differ that are otherwise the same."""
    found = align(passages_of(one), passages_of(other))
    return [
        (left.printed, right.printed)
        for first, second in found.changed
        for left, right in zip(first.numbers, second.numbers, strict=True)
        if left.ends != right.ends
    ]


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        (LEAD, LEAD.replace("1,340", "1,430"), [("1,340", "1,430")]),
        (LEAD, LEAD.replace("1,340 people", "1340 people"), []),
        (LEAD, LEAD.replace("1,340", "1,430").replace("Sunday", "Monday"), []),
        (LEAD, LEAD.replace("1,340", "1,430").replace("At least", "Some"), []),
        (
            "The ferry took twelve people over on May 12.",
            "The ferry took 12 people over on May 12.",
            [],
        ),
        ("The ferry took 12 men over on May 12.", "The ferry took 12 men over on May 21.", []),
        (
            "It took them 24 hours to bring them over.",
            "It took them 42 hours to bring them over.",
            [],
        ),
        (
            "The ferry took 12 men and 21 women.",
            "The ferry took 21 men and 12 women.",
            [("12", "21"), ("21", "12")],
        ),
        (
            "The quake had a magnitude of 6.8.",
            "The quake had a magnitude of 8.6.",
            [("6.8", "8.6")],
        ),
        ("12 comments on this page", "31 comments on this page", []),
        ("Alma: 12", "Alma: 21", []),
    ],
)
def test_a_sentence_is_the_same_but_for_its_numbers(one, other, changed):
    assert changes(one, other) == changed


def test_what_stands_elsewhere_in_the_other_text_is_the_same():
    first, second = "A boat took 12 men over.", "A cart took 21 women up."
    assert changes(f"{first}\n\n{second}", f"{second}\n\n{first}") == []


def test_a_sentence_that_one_text_has_more_often_is_not_paired_by_guess():
    row = "A boat took {} men over in the night."
    three = "\n\n".join(map(row.format, (12, 15, 18)))
    assert changes(three, "\n\n".join(map(row.format, (15, 18)))) == []
    assert changes(three, "\n\n".join(map(row.format, (12, 51, 18)))) == [("15", "51")]


def test_passages_stand_where_the_text_has_them():
    text = f"DATE: 2025-05-11\n\nQuake kills 1,340\n\n{LEAD} Nobody slept."
    headline, lead = passages_of(text)
    assert text[lead.start : lead.end] == LEAD
    assert (headline.is_heading, lead.is_heading) == (True, False)
    assert text[lead.numbers[0].start :].startswith("1,340")


def test_a_text_in_another_language_is_not_read():
    assert passages_of(GERMAN) == ()
