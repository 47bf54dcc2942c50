"""What a stranger sees first."""

import re
from pathlib import Path

import pytest
from tests.cli.conftest import Say

LEADS = (
    "The contingent in Kursk",
    "only one makes these numbers add up",
    "“casualties” means killed and wounded and “returned” means rotated home",
    "This rests on “not in direct combat”",
    "The smallest clash, if “casualties” means killed and wounded",
    "“only about 1,100 of them return since the war began”",
    "345 too many",
    "A sum that does not close: `sent-18000` says more than 18 000",
    "dprk.sent",
    "ru.force",
    "How likely is it that …",
    "withdraw",
    "The report:",
    "Next: muster serve",
)


@pytest.mark.slow
def test_the_lead_case_in_one_screen(tmp_path: Path, say: Say) -> None:
    told = say("demo -o page/kursk.html")
    assert (told.code, told.err) == (0, "")
    said = " ".join(told.out.replace("\u202f", " ").split())
    at = [said.find(each) for each in LEADS]
    assert -1 not in at, LEADS[at.index(-1)]
    assert at == sorted(at)
    assert "</html>" in (tmp_path / "page/kursk.html").read_text("utf-8")
    assert max(map(len, told.out.splitlines()[:-7])) <= 80  # a path may be longer


def test_an_installation_without_examples_says_so(
    monkeypatch: pytest.MonkeyPatch, say: Say
) -> None:
    monkeypatch.setattr("musterbook.cli.demo.CASE", "no-such-example")
    told = say("demo")
    assert told.code == 3
    assert "not part of this installation" in told.err


def test_the_odds_stand_side_by_side(
    monkeypatch: pytest.MonkeyPatch, crossing: Path, say: Say
) -> None:
    monkeypatch.setattr("musterbook.cli.demo.shipped_case", lambda _: crossing)
    told = say("demo -o page.html").out.partition("How likely is it that …\n")[2].splitlines()
    assert told[0].split() == ["asked", "as", "now", "buses", "stop"]
    question, as_now, stop = re.split(r"\s{2,}", told[2].strip())
    assert question == "crowding above 1 before 2025-05-20"
    assert 40 < int(as_now.removesuffix(" %")) < 90
    assert stop in ("100 %", "over 99 %")
