"""A claim, or a stretch of text that may be one, goes in; the form to write it in comes out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from musterbook.account.proposals import speakers_noted
from musterbook.core.called import source_called
from musterbook.core.problem import Problem
from musterbook.core.records import Claim, Report
from musterbook.views.screens.query import Typed
from musterbook.views.screens.shown import Shown
from musterbook.views.words import bare
from musterbook.workbench.intake import proposal_at

SPEAKERS = " > "


@dataclass(frozen=True, slots=True)
class Offered:
    """A measure offered for a sentence: its name as this claim may write it, and what it is."""

    name: str
    means: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The fields of a claim as its form shows them, and what is wrong with any of them."""

    claim: str
    texts: Mapping[str, str]
    measures: tuple[Offered, ...]
    faults: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    hint: str = ""
    speakers: str = ""  # whom extraction read as the speakers, where one is no source yet


def sheet_of(shown: Shown, claim: Claim) -> Sheet:
    """Fill the form of a claim with what it says now."""
    texts = {
        "quote": " ".join(claim.quote.split()),
        "says": claim.says.text if claim.says else "",
        "by": SPEAKERS.join(claim.by),
        "stance": claim.stance.value,
        "credibility": str(claim.credibility),
        "note": claim.note,
        "set_aside": claim.set_aside,
    }
    speakers = _newcomers(shown, texts["note"])
    return Sheet(claim.id, texts, offered(shown, claim.account), speakers=speakers)


def new_sheet(shown: Shown, report: Report, span: tuple[int, int], *, says: str = "") -> Sheet:
    """Fill the form of a new claim with what extraction makes of its words; `says` goes before."""
    found = proposal_at(shown.bench, report, span)
    proposed = {name: str(found.get(name, "")) for name in ("says", "by", "stance", "note")}
    quote = " ".join(report.text[span[0] : span[1]].split())
    own = {"quote": quote, "credibility": "6", "set_aside": ""}
    texts = {**own, **proposed, **({"says": says} if says else {})}
    hint = "" if found else "Extraction finds no head count in these words: write the sentence."
    if found and not texts["says"]:
        hint = "Extraction reads a head count here, but not which measure it is about."
    speakers = _newcomers(shown, texts["note"])
    return Sheet("", texts, offered(shown, ""), hint=hint, speakers=speakers)


def _newcomers(shown: Shown, note: str) -> str:
    """Give the speakers a note names, if any of them is no source of the case."""
    speakers, sources = speakers_noted(note), shown.bench.case.sources
    are_known = all(source_called(each, sources) for each in speakers.split(SPEAKERS))
    return "" if are_known else speakers


def typed_sheet(shown: Shown, typed: Typed, claim: str, *, account: str = "") -> Sheet:
    """Give a form back as it was typed, with what is wrong."""
    return Sheet(claim, typed.texts, offered(shown, account), typed.faults, typed.problems)


def offered(shown: Shown, account: str) -> tuple[Offered, ...]:
    """List what a sentence may be about; those of the claim's own account by their bare names."""
    network = shown.bench.ledger.network
    described = {name: each.description for name, each in network.declared.items()}
    described |= {name: each.description for name, each in network.stocks.items()}
    described |= {name: each.description for name, each in network.flows.items()}
    prefix = f"{account}." if account else ""
    return tuple(
        Offered(
            name.removeprefix(prefix) if prefix and name.startswith(prefix) else name,
            described.get(name) or bare(name),
        )
        for name in sorted(network.names, key=lambda each: (not each.startswith(prefix), each))
    )
