"""Marks and an offset in, the place it stands at out."""

from musterbook.reports.marks import place_at


def test_an_offset_stands_where_the_last_mark_before_it_says():
    marks = ((0, "page 1"), (10, "page 3"), (20, ""))
    assert [place_at(marks, at) for at in (0, 9, 10, 19, 20)] == [
        "page 1", "page 1", "page 3", "page 3", ""
    ]  # fmt: skip
    assert place_at(((5, "page 1"),), 4) == ""
    assert place_at((), 0) == ""
