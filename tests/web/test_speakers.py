"""A claim said by somebody who is no source yet: declared where the form says so, else asked."""

import re

import pytest

TEXT = b"Governor Ann Bell said that about 4,300 people slept in the camp on Tuesday."


@pytest.fixture
def added(send):
    file = {"file": ("camp.txt", TEXT)}
    send("/reports/add", file, publisher="post", published="2025-05-14")
    return "/reports/camp"


def claim_of(office):
    return next(each for each in office.shown().bench.case.claims if each.id == "camp-1")


def test_speakers_who_are_no_sources_are_declared_once_agreed(added, send, client, office):
    page = client.get(f"{added}?edit=camp-1").text
    words = re.search(r'data-put="edit-by" data-words="([^"]+)"', page)[1]
    assert "Ann Bell" in words
    texts = {"quote": claim_of(office).quote, "by": f"post > {words}", "back": added}
    asked = send("/claims/camp-1/edit", **texts)
    assert asked.status_code == 422
    name = re.search(r'name="declare" value="([^"]+)"', asked.text)[1]
    assert send("/claims/camp-1/edit", **{**texts, "by": "mayor"}, declare=name).status_code == 422
    done = send("/claims/camp-1/edit", **texts, declare=name)
    assert done.status_code == 303, done.text
    source = office.shown().bench.case.sources[name]
    assert (source.title, source.reliability) == (words, "F")
    assert claim_of(office).by == ("post", name)
    assert f"New source <code>{name}</code> declared, reliability F" in client.get(added).text
    assert "data-put" not in client.get(f"{added}?edit=camp-1").text
    send("/undo")
    assert name not in office.shown().bench.case.sources


def test_a_source_may_be_written_by_its_title(added, send, office):
    texts = {"quote": claim_of(office).quote, "by": "Halm Post → bus company", "back": added}
    assert send("/claims/camp-1/edit", **texts).status_code == 303
    assert claim_of(office).by == ("post", "company")


@pytest.mark.usefixtures("added")
def test_the_speaker_of_a_new_claim_is_declared_with_it(send, office):
    spans = {"new": "0-20", "by": "A herald: loud", "declare": "a-herald:-loud"}
    answer = send("/reports/camp/claims", **spans, what="save")
    assert answer.status_code == 303, answer.text
    assert office.shown().bench.case.sources["a-herald:-loud"].title == "A herald: loud"
