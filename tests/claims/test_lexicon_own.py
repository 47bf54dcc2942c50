"""Words a case adds in, what is read with and without them out."""

from __future__ import annotations

from musterbook.claims.extract import extract_claims
from musterbook.claims.lexicon_own import Lexicon

TEXT = "The army took away 40 drovnik on Monday. Doctors quarantined 14 sailors. Fog hid 12 kites."
OWN = Lexicon.of(
    {
        "people": ("drovnik/drovnik",),
        "happenings": ("quarantined ; fate ; quarantine+ | | quarantined",),
    }
)


def read(text, lexicon=None):
    claims = extract_claims(text, lexicon=lexicon) if lexicon else extract_claims(text)
    return [(claim.low, claim.counted) for claim in claims]


def test_own_words_are_read_beside_the_shipped_ones():
    assert read(TEXT, OWN) == [(40, "moved on"), (14, "quarantined")]


def test_own_words_hold_for_one_call_only():
    before = read(TEXT)
    read(TEXT, OWN)
    assert read(TEXT) == before
    assert (40, "moved on") not in before


def test_a_word_may_be_said_to_count_no_people():
    text = "The clock lost 12 strikers in the fire."
    assert read(text) == [(12, "losses")]
    assert read(text, Lexicon.of({"not_people": ("strikers",)})) == []


def test_two_lexicons_do_not_mix():
    other = Lexicon.of({"people": ("quibbler",)})
    assert read("Police arrested 30 drovnik.", OWN) == [(30, "detained")]
    assert read("There were 30 drovnik in the camp.", other) == []
