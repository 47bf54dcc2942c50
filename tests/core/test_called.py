"""Which source of a case words mean."""

import pytest

from musterbook.core.called import source_called
from musterbook.core.problem import Place
from musterbook.core.records import Source

TITLES = {
    "nis": "National Intelligence Service (South Korea)",
    "muster": "The Daily Muster",
    "one": "The Governor",
    "two": "Governor",
}
SOURCES = {name: Source(name, title, Place("sources.yaml")) for name, title in TITLES.items()}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("nis", "nis"),
        ("NIS", "nis"),
        ("the National Intelligence Service of South Korea", "nis"),
        ("South Korea’s National Intelligence Service", "nis"),
        ("daily muster", "muster"),
        ("National Intelligence Service", ""),
        ("a governor", ""),
        ("the", ""),
        ("", ""),
    ],
)
def test_words_mean_the_one_source_whose_title_they_are(words, name):
    assert source_called(words, SOURCES) == name
