"""A pure function that keeps its answers: for the same objects, and for no others."""

from __future__ import annotations

import gc

from musterbook.core.remembered import OneOfEach, remembered


class Thing:
    """A value told apart by what it is, not by what it holds."""

    def __init__(self, name: str) -> None:
        self.name = name


def counted(most: int = 10):
    asked = []

    @remembered(most)
    def name_of(thing: Thing, other: object = None, *, mark: str = "") -> str:
        asked.append((thing.name, other)[0])
        return f"{thing.name}{mark}"

    return name_of, asked


def test_the_same_object_is_asked_about_once_and_an_equal_one_anew():
    name_of, asked = counted()
    one, other = Thing("a"), Thing("a")
    assert [name_of(one), name_of(one), name_of(other), name_of(one)] == ["a"] * 4
    assert asked == ["a", "a"]


def test_what_is_given_by_name_counts_by_its_value():
    name_of, asked = counted()
    one = Thing("a")
    dots = "!?"[:1] + "!?"[1:]
    assert [name_of(one, mark="!?"), name_of(one, mark=dots), name_of(one)] == ["a!?", "a!?", "a"]
    assert asked == ["a", "a"]


def test_every_place_counts():
    name_of, asked = counted()
    one, other = Thing("a"), Thing("b")
    assert [name_of(one, other), name_of(other, one)] == ["a", "b"]
    assert asked == ["a", "b"]


def test_objects_that_come_and_go_are_never_taken_for_one_another():
    name_of, _ = counted(most=3)
    for number in range(500):  # CPython gives a freed object's identity to the next one made
        assert name_of(Thing(str(number))) == str(number)


def test_the_last_answers_stay_and_old_ones_go():
    name_of, asked = counted(most=2)
    things = [Thing(str(number)) for number in range(6)]
    for each in things:
        name_of(each)
    name_of(things[-1])
    assert len(asked) == 6
    name_of(things[0])
    assert len(asked) == 7


def test_a_function_lets_go_of_what_it_was_asked_about():
    name_of, _ = counted(most=2)
    for _ in range(20):
        name_of(Thing("a"))
    gc.collect()
    assert sum(isinstance(each, Thing) for each in gc.get_objects()) <= 4


def test_of_equal_values_one_is_given_and_only_of_its_kind():
    same = OneOfEach[object](2)
    first, other = [1], [2]
    assert same(first) is first
    assert same([1]) is first
    assert same((1,)) == (1,)
    assert same(other) is other
    again = [1]  # two others were met since
    assert same(again) is again
