"""A pure function goes in; the same function comes out, which keeps its answers about same objects.

A window that stays open reads its case anew after every edit, and of thousands of claims one is
another then. What a stage makes of the rest is known already, since it is asked about the very
objects it was asked about before. Nothing is ever declared out of date: what has changed is a new
object, and a new question.
"""

from collections.abc import Callable
from functools import wraps
from typing import Generic, ParamSpec, TypeVar

# What is kept from one reading of a case to the next, at least. The largest case we measure has
# 2,000 claims in 600 files; its rows are the largest of what is made of a claim, 6 kB each.
MOST_CLAIMS, MOST_FILES, MOST_ROWS = 10_000, 2_000, 5_000
MOST_STATES = 16  # of what a case has one of: a few edits back, and a few cases

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
Pure = Callable[Asked, Answer]


def remembered(most: int) -> Callable[[Pure[Asked, Answer]], Pure[Asked, Answer]]:
    """Let a function keep its last answers, `most` at least and twice as many at the most.

    Arguments by position are known by identity, those by name by their value. All must be values
    that never change, and so must the answer. An object that is equal but another is asked about
    anew, so that an answer may be worked out twice and is never wrong. (`functools.lru_cache`
    would hash and compare whole nouns, of which many hold mappings.)
    """

    def decorate(function: Pure[Asked, Answer]) -> Pure[Asked, Answer]:
        young: dict[object, tuple[object, Answer]] = {}
        old: dict[object, tuple[object, Answer]] = {}

        @wraps(function)
        def ask(*args: Asked.args, **named: Asked.kwargs) -> Answer:
            nonlocal young, old
            key = (*map(id, args), *named.items()) if named else tuple(map(id, args))
            found = young.get(key)
            if found is None:
                # The arguments are kept too: while they are, no other object has their identity.
                found = old.get(key) or (args, function(*args, **named))
                young[key] = found
                if len(young) >= most:
                    old, young = young, {}
            return found[1]

        def forget() -> None:
            young.clear()
            old.clear()

        vars(ask)["forget"] = forget  # for tests, as `lru_cache` has its `cache_clear`
        return ask

    return decorate


Value = TypeVar("Value")


class OneOfEach(Generic[Value]):
    """Answers a value with the equal one met before, of the last `most`.

    What is remembered of that one then holds for a value read anew that says the same.
    """

    def __init__(self, most: int) -> None:
        """Begin with none."""
        self._most = most
        self._met: tuple[Value, ...] = ()

    def __call__(self, value: Value) -> Value:
        """Give the value to use."""
        for each in self._met:
            if type(each) is type(value) and each == value:
                return each
        self._met = (value, *self._met[: self._most - 1])
        return value
