"""Results kept, with what was met on the way to each."""

from musterbook.core.problem import Problem
from musterbook.workbench.shelf import MOST_KEPT, Shelf


def problem(says: str) -> tuple[Problem, ...]:
    return (Problem("MB000", says),)


def test_what_was_met_is_told_of_the_result_given_last_whichever_was_worked_out_last():
    shelf = Shelf()
    for name in ("one", "other"):
        shelf.once(("fit", name), work=lambda name=name: (name, problem(name)))
    assert shelf.once(("fit", "one"), work=lambda: ("again", ())) == "one"
    assert shelf.noticed("fit") == problem("one")
    assert shelf.noticed("run") == ()


def test_only_so_many_results_are_kept_and_those_asked_for_stay():
    shelf, worked = Shelf(), []

    def ask(number: int) -> int:
        def work() -> tuple[int, tuple[Problem, ...]]:
            worked.append(number)
            return number, ()

        return shelf.once(("fit", number), work=work)

    for number in range(MOST_KEPT):
        ask(number)
    ask(0)
    ask(MOST_KEPT)
    del worked[:]
    assert [ask(0), ask(1)] == [0, 1]
    assert worked == [1]
