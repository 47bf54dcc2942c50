"""Pages of sentences in, the canonical form of each, or its problems, out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.claims import says_pages as pages

from musterbook.claims.says.says import LONGEST, parse_sentence, print_sentence
from musterbook.claims.says.says_problems import MEANINGS
from musterbook.claims.sentence import Timing
from musterbook.core.problem import Phrase, Place
from musterbook.core.quantity import VAGUE_LITERAL, Bound
from musterbook.core.when import Step


def parse(text: str):
    return parse_sentence(pages.phrase_of(text), pages.EVENTS, pages.UNITS)


def meaning_of(text: str) -> Iterator[str]:
    sentence, problems = parse(text)
    assert problems == (), text
    yield f"= {print_sentence(sentence)}"
    yield f"  {pages.numbers_of(sentence)}"


def faults_of(text: str) -> Iterator[str]:
    sentence, problems = parse(text)
    assert sentence is None, text
    assert problems, text
    for problem in problems:
        yield from pages.words_of(problem, text)


def test_sentences_that_parse() -> None:
    pages.check_page(pages.HERE / "parses.txt", meaning_of)


def test_sentences_that_are_refused() -> None:
    pages.check_page(pages.HERE / "refused.txt", faults_of)


def test_the_refused_sentences_show_every_code_of_sentences() -> None:
    texts = pages.sentences_of(pages.HERE / "refused.txt")
    shown = {problem.code for text in texts for problem in parse(text)[1]}
    assert shown == {code for code in MEANINGS if code < "MB120"}


@pytest.mark.parametrize("text", pages.sentences_of(pages.HERE / "parses.txt"))
def test_the_canonical_form_is_its_own(text: str) -> None:
    first, _ = parse(text)
    printed = print_sentence(first)
    again, problems = parse(printed)
    assert problems == ()
    assert print_sentence(again) == printed
    assert (again.amount, again.bound, again.margin, again.per, again.when) == (
        first.amount,
        first.bound,
        first.margin,
        first.per,
        first.when,
    )


def test_every_vague_word_of_the_table_is_in_the_grammar() -> None:
    for word, (low, high) in VAGUE_LITERAL.items():
        sentence, problems = parse(f"sent {word} in 2025")
        assert problems == ()
        assert (sentence.amount.vague, sentence.amount.low, sentence.amount.high) == (
            word,
            low,
            high,
        )


@pytest.mark.parametrize("bound", list(Bound))
def test_every_hedge_word_is_in_the_grammar(bound: Bound) -> None:
    sentence, _ = parse(f"sent {bound} 500 in 2025")
    assert sentence.bound is bound


@pytest.mark.parametrize("step", list(Step))
def test_every_step_is_in_the_grammar(step: Step) -> None:
    sentence, _ = parse(f"sent 500 per {step} in 2025")
    assert sentence.per is step


@pytest.mark.parametrize("timing", [each for each in Timing if each])
def test_every_time_word_is_in_the_grammar(timing: Timing) -> None:
    tail = " to 2026" if timing is Timing.FROM else ""
    sentence, _ = parse(f"sent 500 {timing} 2025{tail}")
    assert sentence.when.timing is timing


def test_a_problem_in_folded_words_points_at_their_start() -> None:
    phrase = Phrase("sent 11,000\nby 2025", Place("account.yaml", 7, 5))
    _, problems = parse_sentence(phrase, {})
    assert [problem.place for problem in problems] == [Place("account.yaml", 7, 5)]


def test_every_fault_is_told_at_once() -> None:
    _, problems = parse("sent more than 11,000 platoons ± 1.000.0 by 2026-13")
    codes = [problem.code for problem in problems]
    assert codes == ["MB101"]  # a margin stands before the unit: the form comes first
    _, problems = parse("sent 11,000 ± 1.000.0 platoons by 2026-13")
    assert [problem.code for problem in problems] == ["MB103", "MB104", "MB112"]


def test_a_sentence_without_end_is_refused_at_once() -> None:
    _, problems = parse("sent " + "9" * LONGEST)
    assert [problem.code for problem in problems] == ["MB100"]
