"""A source is graded in its row, undoably, and refused where the page is old."""

import html
import re


def form_of(page: str, source: str) -> dict[str, str]:
    forms = re.findall(r'<form class="act" method="post" action="/sources/grade">.*?</form>', page)
    form = next(each for each in forms if f'name="source" value="{source}"' in each)
    return {k: html.unescape(v) for k, v in re.findall(r'name="(\w+)" value="([^"]*)"', form)}


def test_a_grade_is_set_and_undone(client, office, folder):
    before = (folder / "sources.yaml").read_text("utf-8")
    form = form_of(client.get("/sources").text, "company")
    assert form["seen"] == "B"
    assert client.post("/sources/grade", data={**form, "grade": "E"}).status_code == 303
    assert office.shown().bench.case.sources["company"].reliability == "E"
    after = (folder / "sources.yaml").read_text("utf-8")
    pairs = zip(before.splitlines(), after.splitlines(), strict=True)
    assert [new for old, new in pairs if old != new] == [
        "company: {name: The bus company, reliability: E}"
    ]
    assert client.post("/sources/grade", data={**form, "grade": "A"}).status_code == 409
    client.post("/undo", data={"token": office.token})
    assert (folder / "sources.yaml").read_text("utf-8") == before


def test_a_source_written_as_a_bare_name_is_graded_too(client, office, folder):
    path = folder / "sources.yaml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"radio: .*", "radio: Radio Ilda", text), "utf-8")
    form = form_of(client.get("/sources").text, "radio")
    assert form["seen"] == "F"
    assert client.post("/sources/grade", data={**form, "grade": "B"}).status_code == 303
    radio = office.shown().bench.case.sources["radio"]
    assert (radio.title, radio.reliability) == ("Radio Ilda", "B")


def test_a_grade_nobody_knows_is_refused(client):
    form = form_of(client.get("/sources").text, "radio")
    assert client.post("/sources/grade", data={**form, "grade": "Z"}).status_code == 422


def test_what_the_fit_says_of_a_source_stands_beside_it(worked):
    page = worked.get("/sources").text
    assert "its figures seem off by" in page
    assert "not worked out yet" not in page
    assert worked.get("/sources.json?table=biases").status_code == 200


def test_each_entry_names_its_column_for_where_the_table_is_read_row_by_row(client):
    for path, labels in (("/sources", "reliability|tells|clashes"), ("/reports", "publisher")):
        page = client.get(path).text
        assert all(f'data-label="{each}"' in page for each in labels.split("|"))
