"""A claims file and an edit go in; the lines that differ come out."""

import difflib
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musterbook.case.edit_text import TextEdit, edit_text
from musterbook.case.edits import AddClaims, PutItem, SetField, SetValue
from musterbook.case.nodes import TextNode, child, plain
from musterbook.case.yaml_text import read_nodes

TEXT = """\
# at the top
report: march      # which
by: herald
claims:
# the first
- id: a          # the id
  quote: >-
    about 11,000 soldiers still
    remaining in the camp

  # why
  says: camp about 11 000 on 2025-03-31   # the sentence

# the second
-   id: b
    says: no
    note: 'yes'
- {id: c, says: x}
# at the end
"""


def differing(edit: TextEdit, text: str = TEXT) -> list[str]:
    new, problems = edit_text(text, edit)
    assert problems == ()
    assert new is not None
    lines = difflib.unified_diff(text.splitlines(), new.splitlines(), n=0, lineterm="")
    return [line for line in list(lines)[2:] if not line.startswith("@@")]


def test_a_new_field_is_one_new_line() -> None:
    assert differing(SetField("f", "a", "status", "rejected")) == ["+  status: rejected"]
    assert differing(SetField("f", "b", "at", (3, 9))) == ["+    at: [3, 9]"]


def test_a_changed_field_is_one_changed_line() -> None:
    says = "camp 10 000 on 2025-03-31"
    assert differing(SetField("f", "b", "says", says)) == ["-    says: no", f"+    says: {says}"]


def test_a_comment_beside_the_value_stays() -> None:
    (_, new) = differing(SetField("f", "a", "says", "camp 10 000 on 2025-03-31"))
    assert new.startswith("+  says: camp 10 000 on 2025-03-31 ")
    assert new.endswith("# the sentence")


def test_a_field_taken_away() -> None:
    assert differing(SetField("f", "b", "note", None)) == ["-    note: 'yes'"]
    assert differing(SetField("f", "b", "status", None)) == []


def test_a_claim_in_braces() -> None:
    edit = SetField("f", "c", "status", "rejected")
    assert "+- {id: c, says: x, status: rejected}" in differing(edit)


def test_claims_are_added_at_the_end_of_the_list() -> None:
    new = ({"id": "d", "quote": 'it "was" so: 3 # yes', "at": (1, 2)}, {"id": "e", "says": "- x"})
    assert differing(AddClaims("f", new)) == [
        "+- id: d",
        "+  quote: >-",
        '+    it "was" so: 3 # yes',
        "+  at: [1, 2]",
        "+- id: e",
        "+  says: '- x'",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "report: x\nclaims: []\nby: y\n",
        "report: x\nclaims:\nby: y",
        "report: x\nby: y\n",
        "claims: [{id: a}]\nby: y\nreport: x\n",
        "report: x\nby: y\nclaims:\n  - id: a",
        "report: x\r\nby: y\r\nclaims:\r\n- id: a\r\n",
    ],
)
def test_claims_are_added_to_any_list(text: str) -> None:
    new, _ = edit_text(text, AddClaims("f", ({"id": "d"},)))
    node, problems = read_nodes(new or "", "f")
    assert problems == ()
    assert node is not None
    read: Any = plain(node)
    assert (read["report"], read["by"], read["claims"][-1]) == ("x", "y", {"id": "d"})
    assert ("\r\n" in text) == ("\r\n" in (new or "")) == ((new or "").count("\r") > 3)


def test_a_long_quote_is_folded_and_read_back_whole() -> None:
    quote = "word " * 60 + "with  two spaces and the end"
    new, _ = edit_text(TEXT, SetField("f", "a", "quote", quote))
    assert max(len(line) for line in (new or "").splitlines()) <= 100
    node, _ = read_nodes(new or "", "f")
    assert node is not None
    assert plain(child(node, "claims", 0, "quote") or node) == quote


def test_a_claim_that_is_gone_is_a_problem() -> None:
    new, (problem,) = edit_text(TEXT, SetField("f", "zz", "says", "x"))
    assert (new, problem.code) == (None, "MB209")


def test_one_line_of_a_table_of_sources() -> None:
    text = "# who\nnis:    {name: x, reliability: B}   # them\noboz:   {name: y}\n"
    edit = SetValue("f", ("oboz", "reliability"), "C")
    assert differing(edit, text) == ["-oboz:   {name: y}", "+oboz: {name: y, reliability: C}"]
    assert differing(SetValue("f", ("new",), "z"), text) == ["+new: z"]
    assert differing(SetValue("f", ("nis",), None), text)[0].startswith("-nis:")
    _, (problem,) = edit_text(text, SetValue("f", ("kcia", "reliability"), "C"))
    assert problem.code == "MB209"


@given(
    st.text(st.characters(exclude_categories=["C"]), max_size=120),
    st.sampled_from("quote note".split()),
)
def test_any_text_comes_back_as_it_was_written(value: str, field: str) -> None:
    new, problems = edit_text(TEXT, SetField("f", "b", field, value))
    assert problems == ()
    node, problems = read_nodes(new or "", "f")
    assert problems == ()
    written = child(node, "claims", 1, field)
    assert isinstance(written, TextNode)
    assert written.text == value
    assert plain(child(node, "claims", 2, "says") or pytest.fail("a claim is gone")) == "x"


WORDS = st.sampled_from(
    ["camp 3", "'no'", ">-\n    long\n    words", '"a: b"', "x # why", "", "|\n    k"]
)
BETWEEN = st.sampled_from(["", "\n", "\n\n\n", "# a comment\n", "  # set in\n", "\n# a\n\n# b\n"])
FIELDS = st.lists(st.sampled_from(["quote", "says", "by", "note", "status"]), unique=True)


@st.composite
def claims_files(draw: st.DrawFn) -> str:
    parts = []
    for number in range(draw(st.integers(1, 4))):
        lines = [f"{draw(BETWEEN)}  {field}: {draw(WORDS)}\n" for field in draw(FIELDS)]
        parts.append(f"{draw(BETWEEN)}- id: c{number}\n{''.join(lines)}")
    return f"{draw(BETWEEN)}claims:\n{''.join(parts)}{draw(BETWEEN)}report: march\n"


EDITS = st.one_of(
    st.builds(
        SetField,
        st.just("f"),
        st.just("c0"),
        st.sampled_from(["quote", "says", "note", "hue"]),
        st.sampled_from(["new: # words", None, "x"]),
    ),
    st.builds(SetField, st.just("f"), st.just("c0"), st.sampled_from(["quote", "says"]), st.none()),
    st.just(AddClaims("f", ({"id": "new"},))),
)


@settings(max_examples=300)
@given(claims_files(), EDITS)
def test_an_edit_changes_nothing_else(text: str, edit: TextEdit) -> None:
    new, problems = edit_text(text, edit)
    assert problems == ()
    before, after = meaning(text), meaning(new or "")
    claims = before["claims"]
    if isinstance(edit, SetField):
        changed = {**claims[0], edit.field: edit.value}
        expected = [{k: v for k, v in changed.items() if k != edit.field or v}, *claims[1:]]
    else:
        expected = [*claims, {"id": "new"}]
    assert (after["claims"] or []) == expected
    assert after["report"] == "march"
    assert Counter(comments(text)) <= Counter(comments(new or ""))


def meaning(text: str) -> Any:
    node, problems = read_nodes(text, "f")
    assert problems == ()
    assert node is not None
    return plain(node)


def comments(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip().startswith("#")]


def test_a_key_taken_away_takes_no_comment_with_it() -> None:
    text = "claims:\n- id: a\n  # first\n  says: x\n  # second\n  note: y\n"
    assert differing(SetField("f", "a", "says", None), text) == ["-  says: x"]
    text = "a:\n  # first\n  b: 1\n  # second\n  c: 2\n"
    assert differing(SetValue("f", ("a", "b"), None), text) == ["-  b: 1"]


def test_a_file_with_aliases_is_edited_as_a_whole() -> None:
    text = "by: &w herald > nis\nclaims:\n- id: a\n  by: *w\n- id: b\n"
    assert differing(SetField("f", "a", "says", "x"), text) == ["+  says: x"]
    text = "nis: &w {name: x}\noboz: *w\n"
    assert differing(SetValue("f", ("third",), "x"), text) == ["+third: x"]


def test_what_the_writer_cannot_read_is_a_problem() -> None:
    edit = SetField("f", "a", "says", "x")
    new, problems = edit_text("%YAML 3.7\n---\nclaims:\n- {id: a}\n", edit)
    assert (new, [each.code for each in problems]) == (None, ["MB005"])


ITEM = {"conflict": {"a": "camp 5 on 2025-03-31", "no more": "leave none"}, "because": "Tents."}
WRITTEN = """\
explained:
- conflict:
    a: camp 5 on 2025-03-31
    no more: leave none
  because: Tents.
"""


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("title: x  # kept\n", None, "title: x  # kept\n" + WRITTEN),
        (WRITTEN + "note: n  # kept\n", 2, WRITTEN + "note: n  # kept\n"),
        (WRITTEN, None, WRITTEN + WRITTEN.partition("\n")[2]),
        ("explained:\nnote: n\n", None, WRITTEN + "note: n\n"),
    ],
)
def test_puts_an_item_into_a_list(text: str, line: int | None, expected: str) -> None:
    new, problems = edit_text(text, PutItem("case.yaml", "explained", ITEM, line))
    assert problems == ()
    assert new == expected
