"""Labelled texts in, how well finders do on them out; the page keeps its other sections."""

import json
from pathlib import Path

from tools.bench_extraction import Score, digit_regex, musterbook, reports, score, section
from tools.bench_page import with_section

TEXT = "Rebels killed 12 soldiers and took $500 on Monday. More than 300 people fled.\n"
LABELS = [
    {"start": 7, "end": 25, "value_low": 12, "value_high": 12, "optional": False},
    {"start": 51, "end": 76, "value_low": 300, "value_high": None, "optional": False},
]


def labelled(folder: Path) -> list:
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "a.gold.json").write_text(json.dumps(LABELS), "utf-8")
    return reports(folder)


def test_people_are_told_from_dollars(tmp_path: Path) -> None:
    texts = labelled(tmp_path)
    ours, peer = score("ours", musterbook, texts), score("peer", digit_regex, texts)
    assert (ours.precision, ours.recall) == (100, 100)
    assert round(peer.precision) == 67
    assert peer.recall == 100


def test_the_section_sets_finders_side_by_side() -> None:
    text = section([Score("ours", 90, 80, 1000), Score("peer", 40, 90, 50)], 1234)
    assert "(1,234 words)" in text
    assert "| peer | 40 | 90 | 55 | 50 | 0.05 |" in text


def test_a_section_takes_the_place_of_its_like_and_of_no_other() -> None:
    page = "# Page\n\ntable\n\n## Ours\n\nold\n\n## Other\n\nkept\n"
    assert with_section(page, "## Ours\n\nnew\n") == (
        "# Page\n\ntable\n\n## Ours\n\nnew\n\n## Other\n\nkept\n"
    )
    assert with_section("# Page\n", "## Ours\n\nnew\n") == "# Page\n\n## Ours\n\nnew\n"
