"""A conflict in, its card out: the head and the foot of the sum say one number."""

from musterbook.account.system import MemberKind
from musterbook.conflicts.results import Conflict, ConflictReport, Line, Verdict
from musterbook.views.cards import cards_of
from musterbook.views.members import Member


def test_the_gap_is_what_the_lines_come_to_though_less_would_have_to_give():
    lines = (
        Line("gone", "leave by June", "at least 800", 800.0),
        Line("level", "“camp 500 to 600 throughout”", "at most 600 in all", -600.0),
    )
    conflict = Conflict(("gone", "level"), "so it is", short_by=100.0, lines=lines)
    verdict = Verdict(choice=(), feasible=False, conflicts=(conflict,))
    members = {name: Member(name, f"#{name}", MemberKind.CLAIM, "x") for name in conflict.members}
    [card] = cards_of(ConflictReport(verdict, (verdict,)), {"": members})
    assert [(each.sign, each.amount) for each in card.lines] == [("+", "800"), ("−", "600")]
    assert card.gap == "200"
