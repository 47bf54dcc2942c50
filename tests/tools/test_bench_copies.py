"""Made-up reports with copies in them in, how many of these were found out."""

from tools.bench import other_sections
from tools.bench_copies import TITLE, figures, peak, section, wording
from tools.planted_texts import planted_texts


def test_the_same_seed_writes_the_same_reports() -> None:
    assert planted_texts(60, copies=0.5) == planted_texts(60, copies=0.5)
    assert planted_texts(60, copies=0.5) != planted_texts(60, seed=2, copies=0.5)


def test_every_report_planted_is_there() -> None:
    planted = planted_texts(101, copies=0.5)
    assert len(planted.texts) == 101
    assert {name for each in planted.copies for name in each.names} <= set(planted.texts)
    assert {each.kind for each in planted.copies} == {
        "word for word",
        "edited",
        "renumbered",
        "part",
    }


def test_all_that_is_planted_is_found_and_nothing_else() -> None:
    rows = {what: figure for what, figure, _ in wording(1_000)}
    assert rows["copies, 70% or more alike"] == "100.0 %"
    assert rows["parts"] == "100.0 %"
    assert rows["false pairs"] == "0"
    rows = {what: figure for what, figure, _ in figures(3_000)}
    assert rows["changed numbers"] == "100.0 %"
    assert rows["false pairs"] == "0"
    assert 0.01 < peak() < 100


def test_the_section_is_kept_when_the_page_is_written_anew() -> None:
    text = section([("search", "9 s", "")])
    assert "| search | 9 s |  |" in text
    assert other_sections(f"# Benchmarks\n\n| a |\n\n{text}").lstrip() == text
    assert text.startswith(TITLE)
    assert other_sections("# Benchmarks\n") == ""
