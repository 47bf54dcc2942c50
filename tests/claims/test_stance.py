"""Wordings of denial, doubt and plans have a word that is looked for before they are."""

from pathlib import Path

import pytest

from musterbook.claims.stance_words import MAY_BE, OTHER_STANCES

PAGES = sorted((Path(__file__).parent / "extraction").iterdir())
WORDINGS = """
denied; refuted; rejected the claims; reports were dismissed; dismissed as; false; no truth
not true; untrue; contrary to; debunked; baseless; fabricated; sensational; myth; hoax
would have; could have; might have been; would be; could rise; may yet reach; might well exceed
likely to grow; if; speculation; suppose; cannot; could not; couldn't; unable to leave
threatened to; want the men to; demanded the army to; hypothetical; scenario; were to; in case
will; shall; plans to; had planned; intends to; intention to; aims to; expects; expected to
is due to; set to; going to; about to; prepared to; ready to; was to; pledged to; promised to
vowed to; scheduled to; were still awaited; proposed to; meant to; designed to; hoped to
agreed to; offered to; decided to; wants to; wants an army; seeks to; ordered the; ordered 50
target of; goal of; quota of; set out to kill 5; have promised; needed 4; up to the task; would go
would be sent; might drop; may soon double; could be as high as; may be displaced; unless
should war; supposed to; means to; hopes for
"""
ENDED = ["did not lose ", "does never give ", "hadn't lost ", "was not the "]  # before a number
LINES = [*WORDINGS.replace("\n", ";").split(";"), *ENDED]


@pytest.mark.parametrize("words", [each.lstrip() for each in LINES if each.strip()])
def test_a_wording_of_another_stance_is_looked_for_first(words):
    found = [each for each, wordings in OTHER_STANCES.items() if any(map_search(wordings, words))]
    assert found
    for each in found:
        assert MAY_BE[each].plain.search(words), each


def map_search(wordings, text):
    return [wording.search(text) for wording in wordings]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_wording_on_a_page_is_without_a_word_looked_for_first(page):
    text = page.read_text("utf-8").lower()
    for stance, wordings in OTHER_STANCES.items():
        for wording in wordings:
            for match in wording.finditer(text):
                assert MAY_BE[stance].plain.search(match[0]), match[0]
