"""A report of chosen sections has no dead link; an interactive one runs our script and no other."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from tests.onefile.test_render import Page

from musterbook.onefile.render import ReportOptions, render_report, without_dead_links
from musterbook.views.sections import SECTIONS, NoSuchSectionError, chosen_sections
from musterbook.workbench import Workbench

CROSSING = Path(__file__).parents[2] / "examples" / "crossing"
NAMES = [each.anchor for each in SECTIONS]


@pytest.fixture(scope="module")
def bench():
    return Workbench(CROSSING)


@pytest.mark.parametrize("name", NAMES)
def test_each_section_stands_alone_with_every_link_alive(bench, name):
    html = render_report(bench, ReportOptions(sections=(name,)))
    page = Page(html)
    assert [each for each in page.ids if each in NAMES] == [name]
    assert all(each[1:] in page.ids for each in page.links if each and each.startswith("#"))
    assert bench.case.digest in html
    assert bench.case.title in html


def test_sections_stand_in_the_reports_own_order():
    chosen = chosen_sections(["made", " Conflicts", "answer"])
    assert [each.anchor for each in chosen] == ["answer", "conflicts", "made"]
    assert chosen_sections([]) == SECTIONS


def test_an_unknown_section_is_told_with_what_there_is():
    with pytest.raises(NoSuchSectionError, match="did you mean `conflicts`"):
        chosen_sections(["conflict"])
    with pytest.raises(NoSuchSectionError, match="the sections are answer, sentences"):
        chosen_sections(["zzzz"])


def test_what_no_section_shows_is_not_worked_out():
    fresh = Workbench(CROSSING)
    render_report(fresh, ReportOptions(sections=("conflicts", "claims")))
    assert fresh.holds("conflicts")
    assert not fresh.holds("fit")


def test_a_dead_link_becomes_plain_words():
    html = '<b id="here"></b><a class="x" href="#here">a</a><a href="#gone" title="t">b</a>'
    assert without_dead_links(html) == (
        '<b id="here"></b><a class="x" href="#here">a</a><a title="t">b</a>'
    )


def test_an_interactive_report_runs_our_script_alone(bench):
    html = render_report(bench, ReportOptions(interactive=True))
    [module] = re.findall(r'<script type="module">(.*?)</script>', html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(module.encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    assert f"script-src 'sha256-{digest}'" in policy.replace("&#39;", "'")
    assert "default-src 'none'" in policy
    assert not re.search(r"\bfetch\(|XMLHttpRequest|https?://(?!www\.w3\.org/2000/svg)", module)
    assert "data-readout=" in html
    assert "<script" not in render_report(bench)


def test_headings_carry_their_address(bench):
    page = Page(render_report(bench))
    for name in NAMES[1:]:
        assert f"#{name}" in page.links, name
