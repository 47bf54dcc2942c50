"""Texts in, pairs that retell one another out."""

from musterbook.reports.copies import find_copies

WIRE = (
    "Around two thousand people crossed the river on Friday, the mayor of the border town said, "
    "adding that the school and both churches were full and that more were on their way there."
)
OTHER = (
    "A local official counted some 2,000 arrivals in the town since the fighting began last week."
)


def test_an_edited_copy_is_found_and_another_report_of_the_event_is_not():
    copies = find_copies({"wire": WIRE, "paper": WIRE.replace("Friday", "Saturday"), "own": OTHER})
    assert [(copy.first, copy.second) for copy in copies] == [("paper", "wire")]
    assert 0.5 < copies[0].share < 1


def test_a_word_for_word_copy_shares_everything():
    assert find_copies({"a": WIRE, "b": WIRE})[0].share == 1
