"""Arithmetic as written in; its canonical print, or its problems, out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.account.pages import HERE, check_page, phrase_of, words_of

from musterbook.account.expression import (
    Binary,
    Call,
    Compare,
    Date,
    Name,
    Negate,
    Number,
    Span,
    Total,
)
from musterbook.account.expression_functions import FUNCTIONS
from musterbook.account.expression_parser import (
    DEEPEST,
    LONGEST,
    names_in,
    parse_expression,
    print_expression,
)
from musterbook.account.expression_problems import MEANINGS


def parse(text: str):
    return parse_expression(phrase_of(text))


def test_what_is_read() -> None:
    def said_of(text: str):
        expression, problems = parse(text)
        assert problems == (), text
        printed = print_expression(expression)
        assert parse(printed) == (expression, ()), printed
        yield f"= {printed}"
        if names_in(expression):
            yield f"  {' '.join(sorted(names_in(expression)))}"

    check_page(HERE / "expressions_read.txt", said_of)


def test_what_is_refused() -> None:
    shown = set()

    def said_of(text: str):
        expression, problems = parse(text)
        assert expression is None, text
        shown.update(each.code for each in problems)
        for each in problems:
            yield from words_of(each, text)

    check_page(HERE / "expressions_refused.txt", said_of)
    assert shown == set(MEANINGS)


def test_products_bind_before_sums_and_both_from_the_left() -> None:
    a, b, c = Name("a"), Name("b"), Name("c")
    assert parse("a - b - c * 2")[0] == Binary("-", Binary("-", a, b), Binary("*", c, Number(2.0)))
    assert parse("-a * b")[0] == Binary("*", Negate(a), b)


def test_a_hyphen_between_digits_is_a_date_and_with_spaces_a_subtraction() -> None:
    assert parse("step(1, 2026-02)")[0] == Call("step", (Number(1.0), Date("2026-02")))
    assert parse("2026 - 2")[0] == Binary("-", Number(2026.0), Number(2.0))


def test_time_is_counted_in_months() -> None:
    assert parse("rate(kill, last 2 years)")[0].arguments[1] == Span(24.0, last=True)
    assert parse("delay(a, 12 weeks)")[0].arguments[1] == Span(84 / 30.4375)


def test_a_percentage_is_a_share_that_knows_it_was_written_so() -> None:
    assert parse("40 %")[0] == Number(0.4, is_percent=True)


def test_every_function_parses_as_its_example_shows() -> None:
    for name, signature in FUNCTIONS.items():
        expression, problems = parse(signature.example)
        assert problems == ()
        assert expression.function == name


def test_depth_and_length_have_an_end() -> None:
    deep = ["-" * 300 + "x", "+".join("x" * (DEEPEST + 1)), "max(" * 101 + "1" + ", 2)" * 101]
    for text in [*deep, "x" * (LONGEST + 1)]:
        assert [each.code for each in parse(text)[1]] == ["MB130"]
    brackets = (LONGEST - 1) // 2
    assert parse("(" * brackets + "x" + ")" * brackets)[0] == Name("x")


def test_numbers_have_an_end() -> None:
    for text in ("9" * 400, "present / 0." + "0" * 400 + "1 - 10 000 000 billion"):
        assert {each.code for each in parse(text)[1]} <= {"MB134", "MB137"}
        assert parse(text)[0] is None


NAMES = st.sampled_from(["present", "dprk.present", "total_kill", "last_year", "months"])
NUMBERS = st.one_of(
    st.builds(Number, st.floats(0, 1e9)),
    st.builds(Number, st.integers(0, 300).map(lambda n: n / 100), st.just(True)),
)
SPANS = st.one_of(
    st.builds(Span, st.integers(1, 48).map(float)),
    st.builds(Span, st.integers(1, 400).map(lambda days: days / 30.4375)),
)
ATOMS = st.one_of(NUMBERS, st.builds(Name, NAMES), st.builds(Total, NAMES))


def calls(inner):
    dates = st.dates().map(lambda day: Date(day.isoformat()))
    compare = st.builds(Compare, st.sampled_from(["<", "<=", ">", ">=", "="]), inner, inner)
    several = st.lists(inner, min_size=2, max_size=4).map(tuple)
    return st.one_of(
        st.builds(Call, st.sampled_from(["min", "max", "share"]), several),
        st.builds(Call, st.just("if"), st.tuples(compare, inner, inner)),
        st.builds(Call, st.sampled_from(["step", "ramp"]), st.tuples(inner, dates)),
        st.builds(Call, st.just("pulse"), st.tuples(inner, dates, SPANS)),
        st.builds(Call, st.sampled_from(["delay", "smooth"]), st.tuples(inner, SPANS)),
    )


def larger(inner):
    products = st.builds(Binary, st.sampled_from(["+", "-", "*"]), inner, inner)
    quotients = st.builds(Binary, st.just("/"), inner, st.builds(Name, NAMES))
    return st.one_of(products, quotients, st.builds(Negate, inner), calls(inner))


@given(st.recursive(ATOMS, larger, max_leaves=12))
def test_what_is_printed_parses_to_the_same_tree(expression) -> None:
    assert parse(print_expression(expression)) == (expression, ())


@given(st.text("abz_09 .,-+*/%()<>=\"'[]{}:;^\u2212last total months 2026-02", max_size=40))
def test_no_text_ever_raises(text: str) -> None:
    expression, problems = parse(text)
    assert (expression is None) == bool(problems)
    assert all(each.fix for each in problems)
