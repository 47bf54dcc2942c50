"""What the analyst decides about claims and conflicts goes in; the edits that keep it come out.

Both windows that decide, the terminal and the web page, write the same thing into the same files.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from musterbook.case.edits import Edit, Item, PutItem, SetField, SetValue
from musterbook.core.records import Claim, Explanation
from musterbook.workbench.opened import OpenedCase

CASE_FILE = "case.yaml"
LENGTH = 16  # hexadecimal digits: two states of one set of members never meet in so many


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing decided: its edit (None where the files say so already), and in words what it is.

    `earlier` is the reason that stands there now, whose place the new one takes; `claim` the one
    set aside, `file` where the reason is kept.
    """

    edit: Edit | None
    what: str
    file: str
    earlier: str = ""
    claim: str = ""


def explaining(
    bench: OpenedCase, members: Sequence[str], reason: str, *, called: str = ""
) -> Decision:
    """Decide why a conflict stands: case.yaml holds it with what each of its members says now.

    An empty reason takes the explanation out. The members must be in the case.
    """
    standing = standing_explanation(bench, members)
    earlier = standing.because if standing else ""
    name = called or f"the conflict of {', '.join(members)}"
    if not reason:
        edit = None if standing is None else _without(bench, standing)
        return Decision(edit, f"no longer explain {name}", CASE_FILE, earlier)
    said = sentences_of(bench)
    if standing is not None and earlier == reason and not is_stale(standing, said):
        return Decision(None, f"explain {name}", CASE_FILE, earlier)
    item: Item = {"conflict": {each: said[each] for each in members}, "because": reason}
    line = standing.place.line if standing else None
    return Decision(
        PutItem(CASE_FILE, "explained", item, line), f"explain {name}", CASE_FILE, earlier
    )


def setting_aside(claim: Claim, reason: str) -> Decision:
    """Decide that a claim is set aside; its file holds the reason beside it."""
    file, earlier, what = claim.place.file, claim.set_aside, f"set {claim.id} aside"
    same = earlier == reason
    edit = None if same else SetField(file, claim.id, "set_aside", reason)
    return Decision(edit, what, file, earlier, claim.id)


def sentences_of(bench: OpenedCase) -> Mapping[str, str]:
    """Give what every member of any system says now, by its name."""
    groups = (group for system in bench.systems.values() for group in system.groups)
    return {group.name: group.says for group in groups}


def standing_explanation(bench: OpenedCase, members: Collection[str]) -> Explanation | None:
    """Find the explanation of these members that is there already: of several the last holds."""
    named = set(members)
    return next((e for e in reversed(bench.case.explained) if set(e.members) == named), None)


def is_stale(explanation: Explanation, said: Mapping[str, str]) -> bool:
    """Say whether a member says something else than when it was explained."""
    return any(
        words.text and _bare(words.text) != _bare(said.get(name, ""))
        for name, words in explanation.members.items()
    )


def state_of(
    members: Collection[str], said: Mapping[str, str], *, explanation: Explanation | None
) -> str:
    """Name the state of a conflict: another where a member or its explanation changed."""
    because = explanation.because if explanation else ""
    state = (because, [(name, said.get(name)) for name in sorted(members)])
    return hashlib.sha256(repr(state).encode()).hexdigest()[:LENGTH]


def why_not_aside(bench: OpenedCase, name: str) -> str:
    """Say why a name is no claim that can be set aside, and what to do instead; empty if it is."""
    is_claim = name in bench.claim_names
    if is_claim and "@" in name:
        return f"{name} is a row of a table: take the row out, or choose others with `take:`"
    if is_claim:
        return ""
    groups = (group for system in bench.systems.values() for group in system.groups)
    group = next((each for each in groups if each.name == name), None)
    if group is not None:
        return f"{name} is no claim but stands in {group.place}: change it or take it out there"
    return f"there is no claim {name}"


def still_counting(bench: OpenedCase, claim: str) -> Iterator[str]:
    """Say which claims still bring a number in, as copies of what was set aside do."""
    for each in bench.findings if claim else ():
        if each.kind == "still counts" and each.claims[0] == claim:
            yield f"{each.says}: {each.fix}" if each.fix else each.says


def _bare(text: str) -> str:
    return " ".join(text.split())


def _without(bench: OpenedCase, explanation: Explanation) -> Edit:
    """Take an explanation out of its list, and the list with its last."""
    at = bench.case.explained.index(explanation)
    if len(bench.case.explained) == 1:
        return SetValue(CASE_FILE, ("explained",), None)
    return SetValue(CASE_FILE, ("explained", at), None)
