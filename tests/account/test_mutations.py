"""Little cases in; the retellings with a changed number that are told of them out."""

from dataclasses import replace
from datetime import date

from tests.account.little import claim, little_case

from musterbook.account.build import build_system
from musterbook.account.findings import findings_of
from musterbook.account.ledger import read_ledger
from musterbook.claims.extract import extract_claims
from musterbook.core.finding import Finding
from musterbook.core.records import Stance, Status

FIRST = (
    claim("come 15 000 in 2026-01", name="come", by=("agency",), quote="15,000 came"),
    claim("die 470 by 2026-01-31", name="die", by=("agency",)),
    claim("leave 4 100 in 2026-01", name="leave", by=("agency",)),
)
OTHERWISE = {"by": ("paper",), "report": "again"}
WRONG = claim("come 18 000 in 2026-01", name="wrong", quote="18,000 came", **OTHERWISE)
AGAIN = (
    WRONG,
    claim("die 470 by 2026-01-31", name="die2", **OTHERWISE),
    claim("leave 4 100 in 2026-01", name="leave2", **OTHERWISE),
)


def suspected(
    *claims, published: date = date(2026, 2, 11), lexicon=None, **texts: str
) -> list[Finding]:
    case = little_case(*claims)
    again = replace(case.reports["late"], name="again", published=published)
    reports = {
        name: replace(each, text=texts.get(name, ""))
        for name, each in {**case.reports, "again": again}.items()
    }
    ledger = read_ledger(replace(case, reports=reports, lexicon=lexicon or {}))
    found = findings_of(ledger, build_system(ledger, ledger.choices[0]))
    return [each for each in found if "mutation" in each.kind]


def test_another_source_with_all_figures_but_one_is_suspected():
    (found,) = suspected(*FIRST, *AGAIN)
    assert found.kind == "suspected mutation"
    assert found.claims == ("wrong", "come")
    assert dict(found.numbers) == {
        "come": "15\u202f000: “15,000 came”",
        "wrong": "18\u202f000: “18,000 came”",
        "both reports say": "470 die, 4\u202f100 leave",
    }
    assert "`supersedes:`" in found.fix


def test_it_is_suspected_while_it_is_only_proposed():
    proposed = [replace(each, status=Status.PROPOSED) for each in AGAIN]
    assert [each.claims for each in suspected(*FIRST, *proposed)] == [("wrong", "come")]


def test_a_mutation_that_the_sources_show_is_told_once():
    known = [replace(each, by=("paper", "agency")) for each in AGAIN]
    (found,) = suspected(*FIRST, *known)
    assert found.kind == "mutation"


def test_the_texts_of_a_known_mutation_say_what_agrees():
    known = replace(WRONG, by=("paper", "agency"))
    texts = {"late": "They said that 470 were killed.", "again": "In all, 470 men were killed."}
    (found,) = suspected(*FIRST, known, **texts)
    assert dict(found.numbers)["both reports say"] == "470 killed"


def test_the_texts_of_known_mutations_are_read_once_and_with_the_cases_own_words(monkeypatch):
    read = []

    def counting(text, *more, **options):
        read.append(text)
        return extract_claims(text, *more, **options)

    monkeypatch.setattr("musterbook.claims.extract.extract_claims", counting)
    known = [replace(each, by=("paper", "agency")) for each in (WRONG, twice())]
    texts = {"late": "They said that 470 zorbers came.", "again": "In all, 470 zorbers came."}
    found = suspected(*FIRST, *known, lexicon={"people": ("zorber",)}, **texts)
    assert [each.kind for each in found] == ["mutation", "mutation"]
    assert "470" in dict(found[0].numbers)["both reports say"]
    assert sorted(read) == sorted(texts.values())


def twice():
    return claim("leave 4 700 in 2026-01", name="left", quote="4,700 left", **OTHERWISE)


def test_what_the_analyst_has_settled_is_suspected_no_more():
    for settled in (
        replace(WRONG, promoted="heard of other ferries"),
        replace(WRONG, supersedes="come"),
        replace(WRONG, denies="come"),
        replace(WRONG, set_aside="doubted"),
        replace(WRONG, status=Status.REJECTED),
        replace(WRONG, stance=Stance.PLANNED),
    ):
        assert suspected(*FIRST, settled, *AGAIN[1:]) == []


def test_a_later_count_is_no_mutation():
    assert suspected(*FIRST, *AGAIN, published=date(2026, 2, 20)) == []
    updated = (WRONG, replace(AGAIN[1], says=replace(AGAIN[1].says, text="die 600 by 2026-01-31")))
    assert suspected(*FIRST, *updated, AGAIN[2]) == []


def test_of_near_copies_one_number_is_enough():
    words = (
        "On the fourteenth the river rose and some {} people were moved to the school at noon, "
        "where the teachers had lit the stoves and laid out what blankets the town could spare."
    )
    texts = {"late": words.format(900), "again": words.format(700) + " So it was said."}
    assert [each.claims for each in suspected(FIRST[0], WRONG, **texts)] == [("wrong", "come")]
    assert suspected(FIRST[0], WRONG) == []


WORDS = (
    "On the fourteenth the river rose and at least {} people came to the school at noon, where the "
    "teachers had lit the stoves and laid out what blankets the town could spare. "
    "The week before, {} people came to the school."
)


def of_near_copies(first: tuple[int, int], second: tuple[int, int]) -> list[Finding]:
    """Give what is suspected of two near copies, of both of whose numbers claims are made."""
    texts = {"late": WORDS.format(*first), "again": WORDS.format(*second) + " So it was said."}
    claims = []
    for (name, text), numbers in zip(texts.items(), (first, second), strict=True):
        before, rose = (f"{each} people came to the school" for each in reversed(numbers))
        begin = text.rindex(before)  # the quote may stand above too
        for part, quote, says, at in (
            ("before", before, f"come {numbers[1]} in 2026-01", (begin, begin + len(before))),
            ("rose", rose, f"come at least {numbers[0]} in 2026-01", None),
        ):
            own = {"report": name, "by": (name,), "quote": quote, "at": at}
            claims.append(claim(says, name=f"{name}-{part}", **own))
    return suspected(*claims, **texts)


def test_in_a_sentence_of_near_copies_a_bound_is_no_excuse():
    (found,) = of_near_copies((480, 900), (840, 900))
    assert set(found.claims) == {"again-rose", "late-rose"}


def test_the_claims_told_of_are_those_whose_sentences_differ():
    (found,) = of_near_copies((12, 21), (21, 21))
    assert set(found.claims) == {"again-rose", "late-rose"}
    assert of_near_copies((12, 21), (12, 21)) == []
