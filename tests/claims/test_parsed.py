"""A pattern is parted into words, marks, sets, places and repeats, as it is written."""

import re

import pytest

from musterbook.claims.patterns.parsed import NotReadError, Part, one_of, parsed

WORD, MARK, PLACE, LOOK = Part.WORD, Part.MARK, Part.PLACE, Part.LOOK
BRANCH, REPEAT = Part.BRANCH, Part.REPEAT

PARTED = {
    "plan to": [(WORD, "plan"), (MARK, " "), (WORD, "to")],
    "plans?": [(WORD, "plan"), (REPEAT, (0, 1, [(WORD, "s")]))],
    r"\bmen\.$": [(PLACE, r"\b"), (WORD, "men"), (MARK, "."), (PLACE, "$")],
    "(?:the|a )b": [(BRANCH, [[(WORD, "the")], [(WORD, "a"), (MARK, " ")]]), (WORD, "b")],
    "(?P<name>the )b": [(WORD, "the"), (MARK, " "), (WORD, "b")],
    "(?:ab)+?c": [(REPEAT, (1, 99, [(WORD, "ab")])), (WORD, "c")],
    "a{2}-{0,3}": [(REPEAT, (2, 2, [(WORD, "a")])), (REPEAT, (0, 3, [(MARK, "-")]))],
    "a{2,}": [(REPEAT, (2, 99, [(WORD, "a")]))],
    "a{b": [(WORD, "a"), (MARK, "{"), (WORD, "b")],
    "(?<!no )a": [(LOOK, (-1, True, [(WORD, "no"), (MARK, " ")])), (WORD, "a")],
    "a(?=b|c)": [(WORD, "a"), (LOOK, (1, False, [(BRANCH, [[(WORD, "b")], [(WORD, "c")]])]))],
    "|a": [(BRANCH, [[], [(WORD, "a")]])],
}
SETS = {
    "abc": ("abc", False, False, False),
    "a-d": ("abcd", False, False, False),
    r"\w-": ("-", True, True, False),
    r"\s,;": (" ,;", False, False, True),
    r"(\-\]": ("(-]", False, False, True),
    r"+\--/": ("+-./", False, False, True),
    "]x": ("]x", False, False, False),
    r"\d.": ("0.", False, False, False),
    "^,;": ("", True, False, False),
    r"^\w": ("", True, False, False),
}
NOT_READ = (
    r"(?i:a)",
    r"(?i)a",
    r"(a)\1",
    r"(?P<x>a)(?P=x)",
    r"\u0061",
    r"[\x61]",
    "a(?#b)",
    "a++b",
)


@pytest.mark.parametrize("pattern", PARTED)
def test_a_pattern_is_parted_as_it_is_written(pattern):
    assert parsed(pattern, re.UNICODE) == PARTED[pattern]


@pytest.mark.parametrize("inside", SETS)
def test_a_set_lists_its_characters(inside):
    assert tuple(one_of(inside)) == SETS[inside]


@pytest.mark.parametrize("pattern", NOT_READ)
def test_what_the_rules_do_not_use_is_not_read(pattern):
    with pytest.raises(NotReadError):
        parsed(pattern, re.compile(pattern).flags & ~re.IGNORECASE)


def test_blanks_and_remarks_are_passed_over_where_the_pattern_says_so():
    loose = r"""
        a b ?   # a remark (with a bracket
        \ [ #]  c
    """
    tight = parsed("ab? [ #]c", re.UNICODE)
    assert parsed(loose, re.UNICODE | re.VERBOSE) == tight


def test_other_flags_change_what_letters_mean():
    with pytest.raises(NotReadError):
        parsed("a", re.UNICODE | re.IGNORECASE)
