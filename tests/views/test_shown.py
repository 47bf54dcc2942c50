"""What a page shows while results are worked out anew: the older ones, until newer are there."""

from pathlib import Path

import pytest

from musterbook.views.exhibits import ExhibitOptions, Exhibits
from musterbook.views.screens.shown import Progress, Shown
from musterbook.workbench import Workbench

CROSSING = Path(__file__).parents[2] / "examples" / "crossing"
UNDER_WAY = Progress("fitting", 1, 3, 2.0)


@pytest.fixture(scope="module")
def whole():
    bench = Workbench(CROSSING)
    bench.conflicts()
    bench.fit()
    return Exhibits(bench, ExhibitOptions(known_only=True))


@pytest.fixture
def partial():
    bench = Workbench(CROSSING)
    bench.conflicts()
    return Exhibits(bench, ExhibitOptions(known_only=True))


def test_what_rests_on_the_fit_stays_until_the_next_is_there(whole, partial):
    shown = Shown(partial.bench, partial, UNDER_WAY, before=whole)
    assert shown.resting_on("fit").worked is whole
    assert shown.resting_on("conflicts").worked is partial
    assert shown.resting_on("").worked is partial


def test_what_will_not_come_is_not_waited_for(whole, partial):
    assert Shown(partial.bench, partial, None, before=whole).resting_on("fit").worked is partial
    failed = Progress("", 0, 0, 0.0, "The fit failed.")
    assert Shown(partial.bench, partial, failed, before=whole).resting_on("fit").worked is partial


def test_with_nothing_older_a_page_waits(partial):
    shown = Shown(partial.bench, partial, UNDER_WAY)
    assert shown.awaits("fit")
    assert not shown.awaits("conflicts")
    assert shown.resting_on("fit") is shown
