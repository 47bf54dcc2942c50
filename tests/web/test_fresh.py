"""What an edit leaves standing stays as it is; and nobody waits for a page that is drawn."""

from __future__ import annotations

import html
import re
import threading
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from musterbook.views.exhibits import Exhibits
from musterbook.views.screens.frame import news_of
from musterbook.views.screens.query import Query
from musterbook.web import office as offices
from musterbook.web import screens
from musterbook.web.events import state_of
from musterbook.web.office import Office
from musterbook.web.order import stages_of

LONG = 60  # seconds; many times what a thread needs to begin


@pytest.fixture
def whole(office: Office, known: Exhibits) -> Office:
    """An office that holds all results of its case, and can work out no others."""
    office.shown()
    office.take_in(None, known.bench.results())
    assert stages_there(office) == stages_of(known.bench.case)
    return office


def stages_there(office: Office) -> tuple[str, ...]:
    """List the stages whose results hold for the case as it is now."""
    bench = office.shown().bench
    return tuple(each for each in stages_of(bench.case) if bench.holds(each))


def changed(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def form_of(page: str, action: str) -> dict[str, str]:
    form = re.search(rf'<form[^>]*action="{action}".*?</form>', page, re.DOTALL)
    assert form
    found = re.findall(r'name="(\w+)" value="([^"]*)"', form[0])
    return {name: html.unescape(value) for name, value in found}


def test_a_conflict_explained_leaves_the_results_fresh_and_is_shown(
    whole: Office, client: TestClient
) -> None:
    form = form_of(client.get("/conflicts").text, "/conflicts/explain")
    assert client.post("/conflicts/explain", data={**form, "reason": "boats"}).status_code == 303
    assert stages_there(whole) == stages_of(whole.shown().bench.case)
    assert news_of(whole.shown()) == ""
    page = client.get("/conflicts").text
    assert "boats" in page
    assert "older than the case" not in page


def test_a_note_leaves_the_results_fresh_and_a_number_does_not(whole: Office, folder: Path) -> None:
    changed(folder, "claims/radio.yaml", "- id: drownings\n", "- id: drownings\n  note: hm\n")
    assert news_of(whole.shown()) == ""
    changed(folder, "claims/radio.yaml", "more than 40", "more than 50")
    assert news_of(whole.shown()) == "These results are older than the case: one claim changed."


def test_a_changed_scenario_leaves_the_fit(whole: Office, folder: Path) -> None:
    changed(folder, "scenarios.yaml", "bus: 0 per day", "bus: 5 per day")
    assert stages_there(whole) == ("conflicts", "fit", "ways")


def test_a_page_is_drawn_while_others_may_ask(
    office: Office, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = threading.Event()
    render = screens.render

    def ask() -> None:
        office.shown()
        asked.set()

    def drawn(template: str, context: Any) -> str:
        threading.Thread(target=ask, daemon=True).start()
        assert asked.wait(LONG), "whoever asks waits for a page to be drawn"
        return render(template, context)

    monkeypatch.setattr(screens, "render", drawn)
    assert client.get("/claims").status_code == 200


def test_one_look_at_the_folder_serves_all_tabs(
    office: Office, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Path] = []
    signature_of = offices.signature_of

    def counted(folder: Path) -> object:
        looks.append(folder)
        return signature_of(folder)

    monkeypatch.setattr(offices, "signature_of", counted)
    first = [state_of(office, Query("/"), patience=LONG)["digest"] for _ in range(5)]
    assert len(looks) == 1
    changed(folder, "case.yaml", "(invented)", "(made up)")
    assert state_of(office, Query("/"), patience=LONG)["digest"] == first[0]
    assert state_of(office, Query("/"))["digest"] != first[0]


def test_what_a_screen_makes_of_results_is_made_once(known: Exhibits) -> None:
    made: list[Exhibits] = []

    def make(exhibits: Exhibits) -> str:
        made.append(exhibits)
        return "drawn"

    assert [known.once(make), known.once(make)] == ["drawn", "drawn"]
    assert made == [known]
