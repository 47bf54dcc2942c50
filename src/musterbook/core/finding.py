"""Something worth knowing about the claims that is no fault: copies, mutations, sums that fail."""

from dataclasses import dataclass

from musterbook.core.problem import Place


@dataclass(frozen=True, slots=True)
class Finding:
    """One result about some claims: its kind in two words, a sentence, and the numbers."""

    kind: str
    says: str
    claims: tuple[str, ...] = ()
    place: Place | None = None
    numbers: tuple[tuple[str, str], ...] = ()
    fix: str = ""

    def to_json(self) -> dict[str, object]:
        """Give it as `muster check --json` prints it."""
        return {
            "kind": self.kind,
            "says": self.says,
            "claims": list(self.claims),
            "file": self.place.file if self.place else None,
            "line": self.place.line if self.place else None,
            "numbers": dict(self.numbers),
            "fix": self.fix,
        }
