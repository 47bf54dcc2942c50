"""Every shape of a speaker, in every form of saying and at every place, in; that speaker out."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from musterbook.claims.extract import extract_claims

SHAPES = {
    "the governor": "governor",
    "army spokesman Major Hilal Karimi": "Hilal Karimi",
    "Maria Santos, a spokeswoman for the ministry,": "Maria Santos",
    "Ukraine's commander-in-chief, Oleksandr Halenko,": "Oleksandr Halenko",
    "Dr. Anna Weiss of the university hospital": "Anna Weiss",
    "Amnesty International": "Amnesty International",
    "relief agencies": "relief agencies",
    "a nurse reached by satellite phone": "nurse",
    "the Xinhua news agency": "Xinhua news agency",
}
BEFORE = [
    "said", "claims that", "has always insisted that", "had repeatedly warned that",
    "on Tuesday announced that", "is now saying that", "went on to say that", "told AFP that",
    "did confirm that", "wrote in a statement that", "later affirmed that", "believes",
]  # fmt: skip
PLACES = [
    "{S} %s 340 miners were shot.",
    "The town was quiet on Sunday, but {s} %s 340 miners were shot.",
    "In May 1994 {s} %s 340 miners were shot.",
]
OTHERS = [
    "Some 340 miners were shot, said {bare}.",
    "Some 340 miners were shot, {s} reported.",
    "Some 340 miners were shot, as {s} had warned.",
    "Some 340 miners, {s} said, were shot in the raid.",
    "“Some 340 miners were shot,” recalled {bare}.",
    "“We are tired,” {s} said. “Some 340 miners were shot.”",
    "The number of dead was put at 340 by {bare}.",
    "Radio Marzan quoted {s} as claiming that 340 miners were shot.",
]
PLURAL = {"claims that": "claim that", "has ": "have ", "is now": "are now", "believes": "believe"}


def written(frame: str, shape: str) -> str:
    bare = shape.rstrip(",")
    return frame.format(S=shape[0].upper() + shape[1:], s=shape, bare=bare)


def of_many(verb: str) -> str:
    for one, many in PLURAL.items():
        verb = verb.replace(one, many)
    return verb


@pytest.mark.parametrize("shape", SHAPES)
def test_a_speaker_is_heard_in_every_form_and_place(shape):
    verbs = [of_many(each) if shape == "relief agencies" else each for each in BEFORE]
    frames = [place % verb for place, verb in itertools.product(PLACES, verbs)]
    heard = {}
    for sentence in [written(frame, shape) for frame in [*frames, *OTHERS]]:
        claims = [each for each in extract_claims(sentence, date(1990, 3, 15)) if each.low == 340]
        heard[sentence] = claims[0].by[-1:] if claims else ()
    name = SHAPES[shape].lower()
    assert {
        each: who for each, who in heard.items() if [one.lower() for one in who] != [name]
    } == {}


@pytest.mark.parametrize("called", ["Mr. Ortega", "Gen. Ortega", "He"])
@pytest.mark.parametrize(
    "first", ["General Daniel Ortega said the road was cut.", "Daniel Ortega asked for tents."]
)
def test_who_is_named_again_by_less_keeps_the_name(first, called):
    claims = extract_claims(f"{first} {called} claimed that 340 miners were shot.", None)
    assert [each.by for each in claims] == [("Daniel Ortega",)]


def test_a_pronoun_that_fits_nobody_names_nobody():
    assert [each.by for each in extract_claims("He said 340 miners were shot.", None)] == [()]
