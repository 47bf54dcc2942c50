"""Every wording that a reader of sayings looks for is told, else its sentences are passed over."""

from inspect import signature

import pytest

from musterbook.claims.patterns.led import Led
from musterbook.claims.speakers.speech_phrases import readers


def names(each):
    return getattr(each, "__name__", "")


@pytest.mark.parametrize(("told", "read"), readers(), ids=names)
def test_a_reader_looks_for_the_wordings_told_of_it_and_no_other(told, read):
    values = [read.__globals__.get(name) for name in read.__code__.co_names]
    made = [
        each() for each in values if hasattr(each, "cache_info") and not signature(each).parameters
    ]
    assert {each for each in (*values, *made) if isinstance(each, Led)} == told
