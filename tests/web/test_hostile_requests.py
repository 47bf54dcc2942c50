"""Requests that mean harm: paths that climb out, names and forms that are no such thing, bombs."""

import pytest

from musterbook.views.screens.all_screens import ALL_SCREENS
from musterbook.web.deeds import DEEDS

SECRET = "SECRET-OF-ANOTHER-FOLDER"
CLIMBS = (
    "..%2f..%2fsecret",
    "..%2f..%2fsecret.txt",
    "%2e%2e/%2e%2e/secret.txt",
    "....//....//secret.txt",
    "..%5c..%5csecret.txt",
    "%2fetc%2fpasswd",
    "bulletin%00.txt",
    "bulletin/../../secret",
)
REBOUND = ("rebound.example:8642", "127.0.0.1.rebound.example:8642", "0.0.0.0:8642", "[::]:8642")
POST = [path for path in DEEDS if "{" in path]


@pytest.fixture
def secret(folder):
    """A file beside the case, which nobody may read or write through the page."""
    path = folder.parent / "secret.txt"
    path.write_text(SECRET, "utf-8")
    return path


@pytest.mark.parametrize("host", REBOUND)
def test_a_name_that_was_made_to_lead_here_is_refused(client, office, host):
    assert client.get("/claims", headers={"host": host}).status_code == 421
    data = {"token": office.token}
    assert client.post("/undo", data=data, headers={"host": host}).status_code == 421


def test_a_form_without_the_token_is_refused_wherever_it_goes(client, folder):
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for path in DEEDS:
        answer = client.post(path.replace("{item}", "slept").replace("{item:path}", "bulletin"))
        assert answer.status_code == 403, path
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("climb", CLIMBS)
def test_no_path_leads_out_of_the_case(client, office, folder, secret, climb):
    reads = [each.path for each in ALL_SCREENS if "{" in each.path]
    for path in (*reads, "/static/{item}", "/{item}"):
        answer = client.get(path.replace("{item:path}", climb).replace("{item}", climb))
        assert answer.status_code in (200, 303, 404), path
        assert SECRET not in answer.text
    for path in POST:
        address = path.replace("{item:path}", climb).replace("{item}", climb)
        data = {"token": office.token, "what": "rejected", "reason": "x", "says": "camp 5"}
        answer = client.post(address, data=data)
        assert answer.status_code in (303, 404, 405, 409, 422), address
    assert sorted(each.name for each in folder.parent.iterdir()) == ["crossing", "secret.txt"]
    assert secret.read_text("utf-8") == SECRET


@pytest.mark.parametrize("name", ["../../taken.txt", "/etc/taken.txt", "..\\taken.txt", ".txt", ""])
def test_the_name_of_an_uploaded_file_leads_nowhere_else(client, office, folder, name):
    files = {"file": (name, b"About 300 people are in the camp at Ostrel.", "text/plain")}
    data = {"token": office.token, "publisher": "office", "published": "2025-05-10"}
    client.post("/reports/add", data=data, files=files)
    outside = [each for each in folder.parent.rglob("taken*") if "crossing" not in each.parts]
    assert outside == []
    assert sorted(each.name for each in folder.parent.iterdir()) == ["crossing"]


def test_a_report_that_is_a_link_to_another_folder_is_not_written_through(
    client, office, folder, secret
):
    (folder / "claims" / "post.yaml").unlink()
    (folder / "claims" / "post.yaml").symlink_to(secret)
    for path in ("/claims", "/reports"):
        assert SECRET not in client.get(path).text
    data = {"token": office.token, "what": "rejected"}
    client.post("/claims/moved/decide", data=data)
    assert secret.read_text("utf-8") == SECRET


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("deep.html", b"<div>" * 50_000 + b"300 people fled." + b"</div>" * 50_000),
        ("none.pdf", b"%PDF-1.7\n" + b"\xff" * 1_000),
        ("zeros.txt", b"\x00" * 10_000),
        ("names.html", b"<!DOCTYPE x [<!ENTITY a '" + b"b" * 99 + b"'>]>" + b"&a;" * 9_999),
    ],
)
def test_a_file_that_is_a_bomb_is_told_of_or_read_as_it_is(client, office, name, data):
    form = {"token": office.token, "publisher": "office", "published": "2025-05-10"}
    answer = client.post("/reports/add", data=form, files={"file": (name, data)})
    assert answer.status_code in (303, 409, 422)
    assert client.get("/reports").status_code == 200
    assert client.get("/claims").status_code == 200


@pytest.mark.parametrize(
    "address",
    [f"/claims?page={'9' * 5_000}", f"/reports/bulletin?new=1-{'9' * 5_000}", "/claims?page=²"],
)
def test_a_number_without_end_is_no_number(client, address):
    assert client.get(address).status_code == 200


def test_a_way_back_that_is_no_address_leads_to_the_first_page(client, office):
    form = {"token": office.token, "back": "http://[", "quote": "no such words"}
    assert client.post("/reports/bulletin/select", data=form).status_code == 422


def test_a_text_of_megabytes_may_be_pasted(client, office):
    form = {"token": office.token, "text": "x" * 2_000_000, "publisher": "office"}
    answer = client.post("/reports/add", data=form, files={"file": ("", b"")})
    assert answer.status_code == 422
    assert "Say on which day it was published" in answer.text


def test_a_form_of_more_fields_than_any_page_has_is_refused(client, office):
    data = {"token": office.token, **{f"field{number}": "x" for number in range(1_000)}}
    answer = client.post("/reports/add", data=data)
    assert answer.status_code in (400, 413, 422)


def test_a_word_of_a_megabyte_is_refused_or_kept_but_stops_nothing(client, office):
    data = {"token": office.token, "what": "aside", "reason": "x" * 2_000_000}
    answer = client.post("/claims/slept/aside", data=data)
    assert answer.status_code in (303, 400, 413, 422)
    assert client.get("/claims").status_code == 200
