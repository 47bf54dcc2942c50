"""`muster review`: go through proposed claims one by one; accept, reject, edit, step back."""

from typing import TYPE_CHECKING

from musterbook.cli.keys import QUIT, keys_of_person
from musterbook.cli.options import HERE, AsJson, CaseFolder
from musterbook.cli.review_card import around_of, says_of, show_claim
from musterbook.cli.terminal import in_command, say, say_json, tell

if TYPE_CHECKING:
    from musterbook.case.edits import Edit
    from musterbook.core.records import Claim
    from musterbook.workbench import Workbench

KEYS = "a accept   x reject   e edit   b said by   n note   s skip   u undo   q quit"
LAST_KEYS = "that was the last one   u undo   any other key ends"
SENTENCE = "MEASURE NUMBER WHEN, as in: camp about 4 100 on 2025-05-10"
AGAIN = "write it again; an empty line leaves the claim as it was"
WORDS = {"a": "accepted", "x": "rejected"}
SKIPPED, WRITTEN = "skipped", "written"
FIELDS = {"b": "by", "n": "note"}
PROMPTS = {
    "by": "who says it, outermost speaker first: oboz > nis (names of sources.yaml)",
    "note": "what should be remembered of this claim",
}


def review(case: CaseFolder = HERE, as_json: AsJson = False) -> None:
    """Go through the claims that wait for a decision; every decision is saved at once.

    Examples: muster review kursk · yes a | muster review kursk
    """
    from musterbook.cli.bench import open_bench
    from musterbook.core.records import Status

    bench = open_bench(case)
    waiting = [each for each in bench.case.claims if each.status is Status.PROPOSED]
    if as_json:
        say_json([{"id": each.id, "quote": each.quote, "says": says_of(each)} for each in waiting])
        return
    if not waiting:
        say("no claim waits for a decision")
        return
    done = _Review(bench, waiting).go()
    say(f"{done} of {len(waiting)} decided; next: muster check {in_command(case)}")


class _Review:
    """Walks the waiting claims; the folder is read anew before each decision is saved."""

    def __init__(self, bench: "Workbench", waiting: "list[Claim]") -> None:
        self.bench, self.waiting = bench, waiting
        self.passed: list[tuple[int, str]] = []  # claims gone by, and what became of each
        self.keys = keys_of_person()

    def go(self) -> int:
        at = 0
        while True:
            self._ask(at)
            key = self.keys.key()
            if key == QUIT or (at == len(self.waiting) and key != "u"):
                return sum(word in WORDS.values() for _, word in self.passed)
            at = self._act(key, at)

    def _ask(self, at: int) -> None:
        if at == len(self.waiting):
            tell(LAST_KEYS, style="dim")
            return
        claim = self.waiting[at]
        show_claim(claim, around_of(claim, self.bench.case), self._progress(at))
        tell(KEYS, style="dim")

    def _progress(self, at: int) -> str:
        """Say how far the review has come: 3 of 12, 1 accepted, 1 skipped."""
        became = [word for _, word in self.passed if word != WRITTEN]
        counts = (f"{became.count(word)} {word}" for word in dict.fromkeys(became))
        return ", ".join((f"{at + 1} of {len(self.waiting)}", *counts))

    def _act(self, key: str, at: int) -> int:
        if key == "u":
            return self._step_back(at)
        if key == "e":
            return self._edit(at)
        if key in FIELDS:
            return self._fill(at, FIELDS[key])
        if key in WORDS:
            return self._decide(at, WORDS[key])
        if key == "s":
            return self._pass(at, SKIPPED)
        tell(f"{key!r} is no key here: {KEYS}" if key else KEYS)
        return at

    def _pass(self, at: int, became: str) -> int:
        self.passed.append((at, became))
        return at + 1

    def _edit(self, at: int) -> int:
        """Let a sentence be written until it can stand; what was typed stays on the line."""
        measures = self.bench.ledger.network.names
        tell(f"{SENTENCE}; the measures are {', '.join(sorted(measures))}")
        sentence = says_of(self.waiting[at])
        while sentence := self.keys.line(sentence):
            if self._is_sound(at, sentence):
                saved = self._save(at, says=sentence, status="accepted")
                return self._pass(at, "accepted") if saved else at
            tell(AGAIN, style="dim")
        return at

    def _fill(self, at: int, field: str) -> int:
        """Write down a field and stay with the claim: it is not decided by that."""
        tell(PROMPTS[field])
        written = " > ".join(self.waiting[at].by) if field == "by" else ""
        while written := self.keys.line(written):
            if self._is_known(field, written) and self._save(
                at, **{field: self._full(at, field, written)}
            ):
                self._reload(at)
                self.passed.append((at, WRITTEN))
                return at
            tell(AGAIN, style="dim")
        return at

    def _is_known(self, field: str, written: str) -> bool:
        """Say whether speakers are sources of the case; which are not is told."""
        if field != "by":
            return True
        sources = self.bench.case.sources
        unknown = [each for each in map(str.strip, written.split(">")) if each not in sources]
        for each in unknown:
            tell(f"sources.yaml has no {each!r}; it has {', '.join(sorted(sources)) or 'none'}")
        return not unknown

    def _full(self, at: int, field: str, written: str) -> str:
        """Put a note before what is noted already: how the claim was come by stays."""
        note = self.waiting[at].note if field == "note" else ""
        return f"{written}; {note}" if note else written

    def _reload(self, at: int) -> None:
        """Take the claim as it now stands in the case."""
        self.bench = type(self.bench)(self.bench.folder)
        claim = self.waiting[at]
        self.waiting[at] = next((e for e in self.bench.case.claims if e.id == claim.id), claim)

    def _decide(self, at: int, status: str) -> int:
        if not self._save(at, status=status):
            return at
        if status == "accepted" and self.waiting[at].says is None:
            tell("accepted as a quotation: it computes nothing until e gives it a sentence")
        tell(status, style="dim")
        return self._pass(at, status)

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
        saved = save_edits(self.bench.folder, edits, seen=fresh.loaded.files, why=_why(claim))
        print_problems(saved.problems, self.bench.folder)
        return not saved.problems

    def _step_back(self, at: int) -> int:
        """Take the last step back: a decision or a field written down; after a skip just go."""
        from musterbook.case.undo import last_saving, undo_last

        if not self.passed:
            tell("there is nothing to undo yet")
            return at
        before, became = self.passed[-1]
        if became != SKIPPED:
            claim = self.waiting[before]
            if last_saving(self.bench.folder) != _why(claim):
                tell("the case was changed elsewhere since: muster undo takes back what came last")
                return at
            undo_last(self.bench.folder)
            self._reload(before)
        self.passed.pop()
        return before


def _why(claim: "Claim") -> str:
    return f"review {claim.id}"
