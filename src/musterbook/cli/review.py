"""`muster review`: go through proposed claims one by one; accept, reject, edit, step back."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from musterbook.cli.options import HERE, AsJson, CaseFolder
from musterbook.cli.terminal import say, say_json, tell

if TYPE_CHECKING:
    from musterbook.case.edits import Edit
    from musterbook.core.records import Claim
    from musterbook.workbench import Workbench

KEYS = "a accept   x reject   e edit   s skip   u undo   q quit"
LAST_KEYS = "that was the last one   u undo   any other key ends"
WORDS = {"a": "accepted", "x": "rejected"}
AROUND = 90  # characters of the report shown on either side of a quote: a sentence or so


def review(case: CaseFolder = HERE, as_json: AsJson = False) -> None:
    """Go through the claims that wait for a decision; every decision is saved at once.

    Examples: muster review kursk · yes a | muster review kursk
    """
    from musterbook.cli.bench import open_bench
    from musterbook.core.records import Status

    bench = open_bench(case)
    waiting = [each for each in bench.case.claims if each.status is Status.PROPOSED]
    if as_json:
        say_json([{"id": each.id, "quote": each.quote, "says": _says(each)} for each in waiting])
        return
    if not waiting:
        say("no claim waits for a decision")
        return
    done = _Review(bench, waiting).go()
    say(f"{done} of {len(waiting)} decided; next: muster check {case}")


def _says(claim: "Claim") -> str:
    return claim.says.text if claim.says else ""


class _Review:
    """Walks the waiting claims; the folder is read anew before each decision is saved."""

    def __init__(self, bench: "Workbench", waiting: "list[Claim]") -> None:
        self.bench, self.waiting = bench, waiting
        self.decided: list[int] = []
        self.answers = _answers()

    def go(self) -> int:
        at = 0
        while True:
            if at < len(self.waiting):
                self._show(at)
            else:
                tell(LAST_KEYS, style="dim")
            key = next(self.answers, "q")
            if key == "q" or (at == len(self.waiting) and key != "u"):
                return len(self.decided)
            at = self._act(key, at)

    def _show(self, at: int) -> None:
        claim = self.waiting[at]
        before, after = self._around(claim)
        say(f"{at + 1} of {len(self.waiting)}   {claim.id}   {claim.report}", style="bold")
        say(f"… {before}", indent=2, style="dim")
        say(f"“{' '.join(claim.quote.split())}”", indent=2)
        say(f"{after} …", indent=2, style="dim")
        say(_says(claim) or "no sentence yet: e writes one", indent=2, style="cyan")
        if claim.note:
            say(claim.note, indent=2, style="dim")
        tell(KEYS, style="dim")

    def _around(self, claim: "Claim") -> tuple[str, str]:
        """Give what stands before and after a quote; nothing where it is not found."""
        report = self.bench.case.reports.get(claim.report)
        if report is None or claim.at is None:
            return "", ""
        start, end = claim.at
        before = report.text[max(0, start - AROUND) : start]
        return " ".join(before.split()), " ".join(report.text[end : end + AROUND].split())

    def _act(self, key: str, at: int) -> int:
        if key == "u":
            return self._step_back(at)
        if key == "e":
            return self._edit(at)
        if key in WORDS:
            return self._decide(at, WORDS[key])
        if key != "s":
            tell(f"{key!r} is no key here: {KEYS}")
            return at
        return at + 1

    def _edit(self, at: int) -> int:
        measures = self.bench.ledger.network.names
        tell(f"MEASURE NUMBER WHEN; the measures are {', '.join(sorted(measures))}")
        sentence = next(self.answers, "")
        if not sentence or not self._is_sound(at, sentence):
            return at
        return at + 1 if self._save(at, says=sentence, status="accepted") else at

    def _decide(self, at: int, status: str) -> int:
        if not self._save(at, status=status):
            return at
        if status == "accepted" and self.waiting[at].says is None:
            tell("accepted as a quotation: it computes nothing until e gives it a sentence")
        return at + 1

    def _is_sound(self, at: int, sentence: str) -> bool:
        from musterbook.account.trial import try_sentence
        from musterbook.cli.problems import print_problems

        problems = try_sentence(self.bench.case, self.waiting[at], sentence)
        print_problems(problems, self.bench.folder)
        return not any(each.is_error for each in problems)

    def _save(self, at: int, **fields: str) -> bool:
        from musterbook.case.edits import SetField
        from musterbook.case.save import save_edits
        from musterbook.cli.problems import print_problems

        claim = self.waiting[at]
        edits: list[Edit] = [
            SetField(claim.place.file, claim.id, field, value) for field, value in fields.items()
        ]
        fresh = type(self.bench)(self.bench.folder)
        saved = save_edits(
            self.bench.folder, edits, seen=fresh.loaded.files, why=f"review {claim.id}"
        )
        print_problems(saved.problems, self.bench.folder)
        if not saved.problems and at not in self.decided:
            self.decided.append(at)
        return not saved.problems

    def _step_back(self, at: int) -> int:
        from musterbook.case.undo import undo_last

        if not self.decided:
            tell("there is nothing to undo yet")
            return at
        undo_last(self.bench.folder)
        return self.decided.pop()


def _answers() -> Iterator[str]:
    """Yield what a person types, line by line, from a terminal or a pipe."""
    for line in sys.stdin:
        yield line.strip()
