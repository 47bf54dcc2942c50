"""Every screen is served, before and after anything was worked out."""

import re

import pytest

from musterbook.views.screens.all_screens import ALL_SCREENS

ADDRESSES = [
    each.path.replace("{item:path}", "bulletin").replace("{item}", "camp") for each in ALL_SCREENS
]


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_screen_is_served_before_anything_was_worked_out(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert "The crossing at Ostrel" in answer.text


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_screen_is_served_with_everything_worked_out(worked, path):
    answer = worked.get(path)
    assert answer.status_code == 200
    assert "This is being worked out" not in answer.text


@pytest.mark.parametrize("path", ADDRESSES)
def test_every_link_of_a_screen_leads_somewhere(worked, path):
    page = worked.get(path).text
    found = set(re.findall(r'href="(/[^"]*)"', page))
    for address in found:
        where, _, anchor = address.replace("&amp;", "&").partition("#")
        answer = worked.get(where)
        assert answer.status_code in (200, 303), address
        if anchor and answer.status_code == 200:
            assert f'id="{anchor}"' in answer.text, address


@pytest.mark.parametrize("path", ADDRESSES)
def test_no_page_asks_another_host_or_carries_script_or_style_of_its_own(worked, path):
    page = worked.get(path).text
    assert not re.search(r'(src|action)="(?!/)[^"#]', page)
    assert "<style" not in page
    assert 'style="' not in page
    assert not re.search(r"\son[a-z]+=", page)
    assert not re.search(r"<script(?! type=\"module\" src=\"/static/)", page)


def test_a_report_that_is_not_there_is_said_to_be_missing(client):
    answer = client.get("/reports/nothing")
    assert answer.status_code == 404
    assert "no report is called" in answer.text


def test_a_case_that_cannot_be_read_says_what_to_mend(client, folder):
    (folder / "case.yaml").write_text("title: [")
    answer = client.get("/claims")
    assert answer.status_code == 500
    assert "case.yaml:1" in answer.text
