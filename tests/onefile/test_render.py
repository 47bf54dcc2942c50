"""One file from a whole case: every link resolves, nothing is fetched, hostile text stays text."""

import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from musterbook.onefile.render import ReportOptions, render_report
from musterbook.views.exhibits import ExhibitOptions
from musterbook.workbench import Workbench

ROOT = Path(__file__).parents[2]
CROSSING = ROOT / "examples" / "crossing"
CONTINGENT = ROOT / "tests" / "cases" / "contingent"
FETCHING = {"src", "srcset", "data", "poster", "action", "formaction", "background", "xlink:href"}


class Page(HTMLParser):
    """Collects ids, links, tags and text of a page."""

    def __init__(self, html):
        super().__init__()
        self.ids, self.links, self.tags, self.fetched, self.words = [], [], [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value)
            if name == "href" and tag == "a":
                self.links.append(value)
            elif name == "href" or name in FETCHING or name.startswith("on"):
                self.fetched.append((tag, name, value))

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


@pytest.fixture(scope="module", params=[CONTINGENT, CROSSING], ids=["contingent", "crossing"])
def rendered(request):
    bench = Workbench(request.param)
    html = render_report(bench)
    return bench, html, Page(html)


def test_every_link_leads_somewhere_in_the_page_or_to_a_reports_own_address(rendered):
    bench, _, page = rendered
    known, addresses = set(page.ids), {each.url for each in bench.case.reports.values()}
    for target in page.links:
        assert target[1:] in known if target.startswith("#") else target in addresses, target


def test_no_anchor_stands_twice(rendered):
    page = rendered[2]
    twice = {each for each in page.ids if page.ids.count(each) > 1}
    assert not twice


def test_nothing_is_fetched_and_nothing_runs(rendered):
    _, html, page = rendered
    assert page.fetched == [("link", "href", "data:,")]
    assert not {"script", "iframe", "img", "object", "embed", "form"} & set(page.tags)
    style = html.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    assert "default-src 'none'" in html


def test_every_claim_has_a_card_and_every_quote_a_place(rendered):
    bench, _, page = rendered
    for claim in bench.case.claims:
        assert f"claim-{claim.id}" in page.ids
        assert f"at-{claim.id}" in page.ids


def test_every_number_of_the_account_has_a_trail(rendered):
    bench, _, page = rendered
    for name in bench.fit().answers[0].measures:
        assert f"measure-{name}" in page.ids


def test_the_page_says_what_it_was_made_from(rendered):
    bench, html, _ = rendered
    assert bench.case.digest in html
    assert "seed 0" in html


def test_the_same_case_gives_the_same_file(rendered):
    bench, html, _ = rendered
    again = render_report(Workbench(bench.folder))
    assert again == html


def test_the_parts_a_reader_looks_for_are_there():
    text = Page(render_report(Workbench(CROSSING))).text
    for words in (
        "Six thousand crossed the river",
        "only one makes these numbers add up: “moved on” means by bus",
        "These three claims cannot all be true",
        "345 people too many",
        "Each number under “why” is a",
        "let each source be wrong by as much as its grade allows",
        "“About 4,100 of them slept in the camp last night”",
        "Why are fewer in the camp than crossed?",
        "crowding above 1 before 2025-05-20",
        "How hedge words are read",
        "almost certain",
    ):
        assert words in text, words
    assert "short by" not in text
    assert text.count("people too many") % 2 == 0  # a card's head and its sum


def hostile_case(tmp_path):
    folder = tmp_path / "case"
    shutil.copytree(CROSSING, folder)
    report = folder / "reports" / "radio.txt"
    report.write_text(
        report.read_text("utf-8") + "\n<script>alert(1)</script> <img src=x onerror=alert(2)>\n",
        "utf-8",
    )
    sources = folder / "sources.yaml"
    text = sources.read_text("utf-8").replace("Radio Ilda", "'<b>Radio</b>'", 1)
    sources.write_text(text, "utf-8")
    paper = folder / "reports" / "radio.yaml"
    lines = [each for each in paper.read_text("utf-8").splitlines() if not each.startswith("url")]
    paper.write_text("\n".join([*lines, "url: javascript:alert(3)"]) + "\n", "utf-8")
    return folder


def test_hostile_words_stay_words(tmp_path):
    html = render_report(Workbench(hostile_case(tmp_path)))
    page = Page(html)
    assert "<script>alert(1)</script>" in page.text
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert "b" not in {each for each in page.tags if "<b>Radio" in html}
    assert not [each for each in page.links if each.startswith("javascript")]


def test_a_page_without_fit_and_scenarios_is_whole():
    options = ReportOptions(ExhibitOptions(with_fit=False, with_scenarios=False), theme="dark")
    page = Page(render_report(Workbench(CROSSING), options))
    known = set(page.ids)
    assert all(each[1:] in known for each in page.links if each.startswith("#"))
    assert "The account was not fitted for this page." in page.text


def test_retold_reports_say_so(tmp_path):
    folder = tmp_path / "case"
    shutil.copytree(CROSSING, folder)
    paper = folder / "reports" / "radio.yaml"
    paper.write_text(paper.read_text("utf-8").rstrip() + "\nretold: true\n", "utf-8")
    quoted = [each for each in Workbench(folder).case.claims if each.report == "radio"]
    badge = ">retold in our words<"
    assert badge not in render_report(Workbench(CROSSING))
    # on the report itself, and on the card of each claim of it
    assert render_report(Workbench(folder)).count(badge) >= 1 + len(quoted)


def test_what_the_analyst_wrote_of_a_conflict_is_there(tmp_path):
    case = tmp_path / "crossing"
    shutil.copytree(CROSSING, case)
    bench = Workbench(case)
    conflict = bench.conflicts().readings[0].conflicts + bench.conflicts().readings[1].conflicts
    members = "".join(f"    {name}:\n" for name in conflict[0].members)
    with (case / "case.yaml").open("a", encoding="utf-8") as file:
        file.write(f"explained:\n- conflict:\n{members}  because: They <counted> tents.\n")
    html = render_report(Workbench(case))
    assert "<b>Explained:</b> They &lt;counted&gt; tents." in html
    assert "the rest leaves it" in html
