"""Requests that this machine's own pages did not make are refused."""

import pytest

from musterbook.web.guard import MOST_BYTES


def test_a_page_is_served_with_the_headers_that_keep_it_to_itself(client):
    answer = client.get("/reports")
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert answer.headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:1", "127.0.0.1", ""])
def test_another_name_is_refused(client, host):
    assert client.get("/reports", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://["},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_write_from_elsewhere_is_refused(client, office, headers):
    answer = client.post("/undo", data={"token": office.token}, headers=headers)
    assert answer.status_code == 403


def test_a_write_without_the_token_of_this_run_is_refused_and_shows_what_was_typed(client):
    answer = client.post("/claims/slept/aside", data={"reason": "a wrong day", "what": "aside"})
    assert answer.status_code == 403
    assert "a wrong day" in answer.text


def test_a_body_larger_than_any_report_is_refused(client):
    answer = client.post("/undo", content=b"x", headers={"content-length": str(MOST_BYTES + 1)})
    assert answer.status_code == 413


def test_a_length_that_is_no_number_counts_for_nothing(client, office):
    data = {"token": office.token, "what": "go"}
    answer = client.post("/work", data=data, headers={"content-length": "many"})
    assert answer.status_code == 303


def test_a_length_of_more_digits_than_there_are_bytes_anywhere_is_refused(client):
    answer = client.post("/undo", content=b"x", headers={"content-length": "9" * 5_000})
    assert answer.status_code == 413


def test_a_body_that_does_not_say_its_length_is_counted(client):
    def endless():
        for _ in range(MOST_BYTES // 2**20 + 2):
            yield b"x" * 2**20

    form = {"content-type": "application/x-www-form-urlencoded"}
    answer = client.post("/undo", content=endless(), headers=form)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "path",
    [
        "/static/../office.py",
        "/static/%2e%2e/office.py",
        "/reports/..%2f..%2fcase.yaml",
        "/nothing",
    ],
)
def test_a_path_that_climbs_out_leads_nowhere(client, path):
    assert client.get(path).status_code == 404
