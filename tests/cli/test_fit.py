"""`muster fit`, as it prints."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Say
from tests.questions.folders import camp


def test_a_claim_that_is_not_honoured_is_named(say: Say, tmp_path: Path) -> None:
    camp(tmp_path / "case", {"2025-03-31": {"wild": "post: arrive about 90 000 by 2025-03-31"}})
    told = say("fit case").out
    assert "Claims this answer does not honour" in told
    assert "wild" in told.partition("does not honour")[2]


def test_nothing_is_said_where_all_are_honoured(say: Say, tmp_path: Path) -> None:
    camp(tmp_path / "case", {"2025-03-31": {"first": "post: arrive about 500 by 2025-03-31"}})
    assert "does not honour" not in say("fit case").out
