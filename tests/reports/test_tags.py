"""The sources of pages in, their tags and what a browser shows of them out."""

import pytest

from musterbook.reports import tags
from musterbook.reports.read import read_report
from musterbook.reports.tags import tokens_of
from musterbook.reports.visible import visible_text


@pytest.mark.parametrize(
    "tag",
    [
        "<p>",
        '<p title="a > b">',
        "<p title = 'a > b' id=x>",
        '<p title=5">',
        '<p class="a" title=5">',
        '<p title="odd>',
        "<p title='odd>",
        "<p it's>",
    ],
)
@pytest.mark.parametrize(
    "after", ["</p>", '</p> <a href="x">on</a>', "</p> it's <a href='x'>on</a>"]
)
def test_a_tag_ends_before_the_text_behind_it(tag: str, after: str) -> None:
    source = f"{tag}Some 300 men fled.{after}"
    first, second, *_ = tokens_of(source)
    assert source[first.start : first.end] == tag
    assert source[second.start : second.end] == "Some 300 men fled."


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("<nav>a<nav>b</nav>c</nav><p>Ten men</p>", "Ten men"),
        ("<nav>a<form>b</nav><p>Ten men</p>", "Ten men"),
        ("<aside><form>a</form>b<form>c</form></aside>Ten men", "Ten men"),
        ('<nav hidden="">a</nav>Ten men', "Ten men"),
        ("<nav hidden>a</nav>Ten men", "Ten men"),
        ("</nav>Ten men", "Ten men"),
        ("<nav/>Ten men", "Ten men"),
        ("<nav>a<article>Ten men</nav>, two boys", "Ten men, two boys"),
    ],
)
def test_what_stands_in_menus_and_forms_is_not_shown(source: str, seen: str) -> None:
    assert visible_text(source) == seen


def test_a_page_of_too_many_tags_says_how_much_of_it_was_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tags, "MOST_TOKENS", 300)
    source = "<p>Some 300 men fled on Friday, the mayor said.</p>\n" * 200
    report, (problem,) = read_report(source.encode(), "a.html")
    assert report is not None
    read = source[: report.text.count("mayor") * len(source) // 200]
    assert (problem.code, problem.is_error) == ("MB031", False)
    assert problem.says == "only the first 3 900 characters of this page were read"
    assert problem.numbers == (("characters left out", str(len(source) - len(read))),)
