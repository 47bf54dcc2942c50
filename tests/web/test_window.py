"""Claims told of a time the account does not cover: it is said loudly, and a button mends it."""

import re


def cover_another_year(folder):
    path = folder / "case.yaml"
    words = re.sub(r"window: .*", "window: 2026-01-01 to 2026-01-31", path.read_text("utf-8"))
    path.write_text(words, "utf-8")


def test_where_no_claim_counts_every_page_says_so_and_offers_a_window(client, folder, send):
    cover_another_year(folder)
    for path in ("/", "/reports", "/claims"):
        page = client.get(path).text
        assert "No claim counts: " in page
    (window,) = re.findall("Move the window to ([^<]*)<", page)
    assert window == "2025-05-02 to 2025-05-10"  # the claims' own days, and one before
    answer = send("/window", window=window, back="/claims")
    assert (answer.status_code, answer.headers["location"]) == (303, "/claims")
    assert f"window: {window}" in (folder / "case.yaml").read_text("utf-8")
    assert "No claim counts: " not in client.get("/claims").text


def test_a_window_that_was_offered_before_another_claim_came_is_refused(folder, send):
    cover_another_year(folder)
    assert send("/window", window="2025-05-09 to 2026-01-31").status_code == 409
    assert "window: 2026-01-01 to 2026-01-31" in (folder / "case.yaml").read_text("utf-8")


def test_a_window_that_leaves_nothing_out_is_left_alone(client, send):
    assert "Widen the window" not in client.get("/problems").text
    assert send("/window", window="2025-05-01 to 2026-01-31").status_code == 409


def test_where_others_count_the_window_is_widened_to_hold_all(client, folder, send):
    path = folder / "reports" / "late.yaml"
    path.write_text("title: Late\npublisher: office\npublished: 2025-05-10\n", "utf-8")
    path.with_suffix(".txt").write_text("90 came in April.\n", "utf-8")
    says = "report: late\nby: office\nclaims:\n- {id: early, says: arrived 90 in 2025-04}\n"
    (folder / "claims" / "late.yaml").write_text(says, "utf-8")
    assert "No claim counts: " not in client.get("/claims").text
    assert "Widen the window to 2025-04-01 to 2025-05-10<" in client.get("/problems").text
    assert send("/window", window="2025-04-01 to 2025-05-10").status_code == 303
