"""Drawings escape what they are given, and stay in their frame."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from musterbook.views.scales import Scale, date_ticks, ticks
from musterbook.views.svg import link, tag, text


def test_words_and_attributes_are_escaped():
    drawn = str(tag("g", text("<script>", 1.26, y=2), aria_label='"><x'))
    assert "<script>" not in drawn
    assert "&lt;script&gt;" in drawn
    assert "&#34;&gt;&lt;x" in drawn
    assert 'x="1.3" y="2"' in drawn


def test_a_link_has_a_title():
    assert str(link("#claim-a", title="a & b")) == (
        '<a href="#claim-a"><title>a &amp; b</title></a>'
    )


@given(st.floats(-1e7, 1e7), st.floats(1e-3, 1e7), st.integers(2, 6))
def test_ticks_lie_inside_and_are_neither_few_nor_many(low, width, about):
    found = ticks(low, low + width, about=about)
    assert all(low - width * 1e-6 <= each <= low + width * (1 + 1e-6) for each in found)
    assert len(found) <= about + 1
    assert list(found) == sorted(found)


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(1, 9000), st.integers(2, 5))
def test_date_ticks_are_few_and_inside(first, days, most):
    last = date.fromordinal(first.toordinal() + days)
    found = date_ticks(first, last, most=most)
    assert len(found) <= most
    assert all(first <= day <= last and day.isoformat()[-2:] for day, _ in found)
    assert found


def test_a_scale_keeps_what_is_too_far_at_its_edge():
    scale = Scale(0.0, 10.0, 100.0, 0.0)
    assert [scale(each) for each in (-5.0, 0.0, 5.0, 10.0, 99.0)] == [100, 100, 50, 0, 0]
