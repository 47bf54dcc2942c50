"""Claims found and claims labelled by hand in, how well they agree out.

A labelled claim is found when a claim has its two ends exactly and overlaps its quote; each claim
serves once. Labels marked optional count neither way.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.extract import extract_claims
from musterbook.core.when import Period

ARTICLE = "contingent-in-kursk"
ARTICLE_DATE = date(2026, 2, 17)
EVENTS = {"the war began": Period(date(2022, 2, 24), date(2022, 2, 24))}
BOUNDS = {
    "more_than": "more than",
    "exceeded": "more than",
    "at_least": "at least",
    "up_to": "at most",
    "less_than": "less than",
    "only": "stated",
}


@dataclass
class Tally:
    """How often each thing was right, of how many."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, what: str, *, is_right: bool, note: str = "") -> None:
        self.asked[what] += 1
        self.right[what] += is_right
        if not is_right:
            self.wrong.append(f"{what}: {note}")

    def percent(self, what: str) -> float:
        return 100 * self.right[what] / max(1, self.asked[what])


def score(shared: Path) -> Tally:
    tally = Tally()
    for labels in sorted((shared / "gold").glob("*.gold.json")):
        name = labels.name.removesuffix(".gold.json")
        folder = "reports" if name == ARTICLE else "gold"
        text = (shared / folder / f"{name}.txt").read_text(encoding="utf-8")
        published = ARTICLE_DATE if name == ARTICLE else None
        claims = extract_claims(text, published, events=EVENTS if name == ARTICLE else {})
        _score_one(tally, claims, json.loads(labels.read_text(encoding="utf-8")))
    return tally


def matched(
    claims: tuple[ExtractedClaim, ...], labels: list[dict[str, Any]]
) -> list[tuple[dict[str, Any], ExtractedClaim | None]]:
    free = list(claims)
    pairs = []
    for label in labels:
        fits = [claim for claim in free if _fits(claim, label)]
        if fits:
            free.remove(fits[0])
        pairs.append((label, fits[0] if fits else None))
    return pairs


def _fits(claim: ExtractedClaim, label: dict[str, Any]) -> bool:
    same = (claim.low, claim.high) == (label["value_low"], label["value_high"])
    return same and claim.start < label["end"] and label["start"] < claim.end


def _score_one(
    tally: Tally, claims: tuple[ExtractedClaim, ...], labels: list[dict[str, Any]]
) -> None:
    pairs = matched(claims, labels)
    used = [id(claim) for _, claim in pairs if claim is not None]
    for claim in claims:
        tally.add("precision", is_right=id(claim) in used, note=claim.quote)
    for label, claim in pairs:
        if label["optional"]:
            continue
        tally.add("recall", is_right=claim is not None, note=label["quote"])
        if claim is not None:
            _score_fields(tally, claim, label)


def _score_fields(tally: Tally, claim: ExtractedClaim, label: dict[str, Any]) -> None:
    bound = BOUNDS.get(label["qualifier"], label["qualifier"])
    wanted = {
        "bound": (claim.bound, bound),
        "kind": (claim.kind, label["kind"]),
        "unit": (claim.unit, label["unit"]),
        "per": (claim.per, label.get("per")),
        "hedged": (claim.hedged, label["hedged"]),
        "stance": (claim.stance, label["status"]),
    }
    if label["time_expression"]:
        days = (claim.period_start, claim.period_end)
        ends = (label["resolved_start"], label["resolved_end"])
        wanted["period"] = (tuple(day and day.isoformat() for day in days), ends)
    for what, (found, right) in wanted.items():
        note = f"{claim.quote!r}: {found}, labelled {right}"
        tally.add(what, is_right=found == right, note=note)
    found, right = origin_of(claim), origin_label(label)
    tally.add(
        "origin", is_right=_same_origin(found, right), note=f"{claim.quote!r}: {found}, {right}"
    )


def origin_of(claim: ExtractedClaim) -> str:
    return _plain(claim.by[-1]) if claim.by else ""


def origin_label(label: dict[str, Any]) -> str:
    last = label["attributed_to"].split(" > ")[-1]
    return "" if last.startswith("article") else _plain(last)


def _plain(name: str) -> str:
    return re.sub(r"^the |\(.*?\)", "", name.lower()).strip()


def _same_origin(found: str, right: str) -> bool:
    if not found or not right:
        return found == right
    return found in right or right in found
