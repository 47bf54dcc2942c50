"""Reports in plain text go in; pairs that tell the same with a number changed come out."""

from datetime import date, timedelta

import pytest

from musterbook.claims.copies.figures import Figure, Telling, may_be_one, telling_of
from musterbook.claims.copies.retellings import find_retellings, same_speaker
from musterbook.claims.extract import extract_claims

DAY = date(2025, 4, 30)
BRIEFING = """
South Korea's intelligence service told a committee of parliament on Wednesday that North Korea had
sent 15,000 soldiers to Russia in two deployments. It put casualties at about 4,700. Some 600
soldiers are dead, and 4,100 were injured. Around 2,000 injured soldiers went home by March.
"""
TRANSLATED = """
According to the South Korean service, 18,000 troops were sent to Russia by North Korea in two
phases. Casualties come to some 4,700: 600 dead and 4,100 wounded. About 2,000 of the wounded were
repatriated between January and March.
"""
HONEST = TRANSLATED.replace("18,000", "15,000")
ROUGHLY = HONEST.replace("some 4,700", "nearly 5,000")
UPDATED = """
The South Korean service now says that 16,000 troops were sent to Russia by North Korea. Casualties
come to some 5,300: 700 dead and 4,600 wounded. About 2,000 of the wounded were repatriated.
"""
BY_CHANCE = """
The ministry of the interior said that 600 people were killed when the dam broke, and that 2,000
people were wounded. It had sent 5,000 troops.
"""
SHORT = "The South Korean service said North Korea sent 18,000 troops. It named 600 dead."
PLANNED = TRANSLATED.replace("18,000 troops were sent", "18,000 troops are to be sent next year")


def telling(text: str, name: str = "late", *, day: date | None = DAY) -> Telling:
    return telling_of(name, day, extract_claims(text, DAY))


def found(*texts: str, days: int = 0, near_copies: bool = False) -> list[tuple[str, ...]]:
    """Give what changed between the briefing and each text, printed some days later."""
    later = DAY + timedelta(days)
    tellings = [telling(BRIEFING, "early")]
    tellings += [telling(text, f"late{n}", day=later) for n, text in enumerate(texts)]
    near = {frozenset((tellings[0].name, each.name)) for each in tellings[1:]}
    pairs = find_retellings(tellings, near if near_copies else ())
    return [
        (one.counted, one.number, other.number) for each in pairs for one, other in each.changed
    ]


CHANGED = ("deployed", "15\u202f000", "18\u202f000")


def test_the_number_that_a_translation_changed_is_found():
    assert found(TRANSLATED) == [CHANGED]
    assert found(TRANSLATED, days=2) == [CHANGED]


def test_both_sentences_and_what_agrees_are_kept():
    (pair,) = find_retellings([telling(TRANSLATED), telling(BRIEFING, "early")])
    assert (pair.first.name, pair.second.name) == ("early", "late")
    ((one, other),) = pair.changed
    assert "15,000 soldiers" in one.words
    assert "18,000 troops" in other.words
    assert [each.number for each, _ in pair.agreed] == [
        "4\u202f700",
        "600",
        "4\u202f100",
        "2\u202f000",
    ]


def test_a_short_copy_of_the_same_speaker_on_the_same_day_is_found():
    assert found(SHORT) == [CHANGED]
    assert found(SHORT, days=1) == []
    assert found(SHORT.replace("South Korean service", "Ministry of Health")) == []


@pytest.mark.parametrize("text", [HONEST, ROUGHLY, UPDATED, BY_CHANCE, PLANNED])
def test_no_number_was_changed(text):
    assert found(text) == []


def test_a_week_later_nothing_is_a_retelling():
    assert found(TRANSLATED, days=7) == []


def test_where_no_day_is_known_figures_alone_decide():
    undated = [telling(BRIEFING, "early", day=None), telling(TRANSLATED, day=DAY)]
    assert len(find_retellings(undated)) == 1
    assert find_retellings([telling(BRIEFING, "early", day=None), telling(SHORT)]) == ()


def test_a_near_copy_needs_no_figure_that_agrees():
    words = "The office counted {} refugees in the camp by the river when the rain began."
    tellings = [telling(words.format("4,000"), "early"), telling(words.format("7,000"))]
    assert find_retellings(tellings) == ()
    assert len(find_retellings(tellings, {frozenset(("early", "late"))})) == 1


def test_of_two_numbers_for_one_thing_none_is_said_to_be_the_other():
    twice = TRANSLATED + " Another 9,000 troops were sent by ship."
    assert found(twice) == []


HEADLINE = "North Korea sent {} soldiers to Russia\n"


def test_a_number_that_the_headline_repeats_is_one_figure():
    briefing, copy = HEADLINE.format("15,000") + BRIEFING, HEADLINE.format("18,000") + TRANSLATED
    for texts in ((briefing, copy), (briefing, TRANSLATED), (BRIEFING, copy)):
        (pair,) = find_retellings([telling(texts[0], "early"), telling(texts[1])])
        ((one, other),) = pair.changed
        assert (one.number, other.number) == CHANGED[1:]
    honest = HEADLINE.format("15,000") + HONEST
    assert find_retellings([telling(briefing, "early"), telling(honest)]) == ()


def test_of_a_repeated_number_the_sentences_most_alike_are_quoted():
    def told(name: str, number: float, *words: str) -> Telling:
        return Telling(name, DAY, tuple(Figure("fled", "fled", number, number, w) for w in words))

    one = told("early", 40, "a town of fear", "they fled over the pass by night")
    other = told("late", 90, "by night they fled over a pass", "fear in town")
    (pair,) = find_retellings([one, other], {frozenset(("early", "late"))})
    ((first, second),) = pair.changed
    assert (first.words, second.words) == (one.figures[1].words, other.figures[0].words)


def test_what_is_repeated_agrees_once():
    told = [
        Telling(name, DAY, (figure(4_700, 4_700), figure(4_700, 4_700), _missing(number)))
        for name, number in (("early", 40), ("late", 90))
    ]
    assert find_retellings(told) == ()


def test_a_part_that_stands_beside_a_whole_in_both_is_not_changed_into_it():
    one = Telling("early", DAY, (_wounded(700), _wounded(700), _missing(4_711)))
    other = Telling("late", DAY, (_wounded(700), _wounded(40), _missing(4_711)))
    assert find_retellings([one, other], {frozenset(("early", "late"))}) == ()


def test_a_number_given_once_with_a_bound_may_be_the_other():
    one = Telling("early", DAY, (figure(1_340, 1_340), figure(1_340, None)))
    other = Telling("late", DAY, (figure(1_430, 1_430),))
    assert find_retellings([one, other], {frozenset(("early", "late"))}) == ()


def figure(low: float | None, high: float | None) -> Figure:
    return Figure("killed", "harm", low, high, "")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ((15_000, 15_000), (18_000, 18_000), False),
        ((4_700, 4_700), (5_000, 5_000), True),
        ((4_700, 4_700), (6_000, 6_000), False),
        ((10_000, None), (15_000, 15_000), True),
        ((600, 600), (1_000, 1_000), False),
        ((15_000, 15_000), (20_000, 20_000), False),
        ((10_000, None), (4_000, 4_000), False),
        ((None, 4_000), (3_800, 3_800), True),
        ((1_000, 1_100), (1_050, 1_050), True),
        ((107, 107), (112, 112), False),
    ],
)
def test_rounding_and_bounds_are_no_mutation(one, other, same):
    assert may_be_one(figure(*one), figure(*other)) is same
    assert may_be_one(figure(*other), figure(*one)) is same


@pytest.mark.parametrize(
    ("number", "digits"), [(6_000, 1), (4_700, 2), (1_023_090, 6), (7, 0), (0.5, 0), (0, 0)]
)
def test_a_number_tells_more_the_more_digits_it_has(number, digits):
    assert figure(number, number).weight == digits


def test_names_of_one_speaker():
    assert same_speaker("South Korea's intelligence service", "the South Korean service")
    assert not same_speaker("President of Ukraine", "President of Russia")
    assert not same_speaker("", "the ministry")


def test_how_many_share_a_round_number_costs_no_square():
    many = [
        Telling(f"r{n:04}", DAY, (figure(1_000, 1_000), figure(200 + n, 200 + n)))
        for n in range(3_000)
    ]
    assert find_retellings(many) == ()


def test_the_more_reports_the_more_must_agree():
    def pair(spread: int) -> list[Telling]:
        """Give two reports that agree on three digits, among many spread over days."""
        others = [
            Telling(f"r{n:03}", DAY + timedelta(n * spread), (figure(7, 7),)) for n in range(100)
        ]
        told = [
            Telling(name, DAY, (figure(4_700, 4_700), _wounded(600), _missing(number)))
            for name, number in (("early", 40), ("late", 90))
        ]
        return [*told, *others]

    assert len(find_retellings(pair(spread=30))) == 1
    assert find_retellings(pair(spread=0)) == ()


def test_what_few_reports_give_tells_more_than_its_digits():
    told = [
        Telling(name, DAY, (figure(600, 600), _wounded(2_000), _missing(number)))
        for name, number in (("early", 40), ("late", 90))
    ]
    others = [Telling(f"r{n:03}", DAY + timedelta(30 * n), (figure(7, 7),)) for n in range(1, 99)]
    assert find_retellings(told) == ()
    assert len(find_retellings([*told, *others])) == 1


def test_more_must_agree_than_differ():
    told = [
        Telling(name, DAY, (figure(12_345, 12_345), _missing(number)))
        for name, number in (("early", 40), ("late", 90))
    ]
    assert find_retellings(told) == ()


def _wounded(number: float) -> Figure:
    return Figure("wounded", "wounded", number, number, "")


def _missing(number: float) -> Figure:
    return Figure("missing", "missing", number, number, "")
