"""A deed that may take seconds, as a value: it is done beside the office's lock."""

from collections.abc import Callable
from dataclasses import dataclass

from musterbook.web.form import Form
from musterbook.web.office import Office
from musterbook.workbench import Workbench


@dataclass(frozen=True, slots=True)
class LongDeed:
    """What is done without holding up pages; `work` gives where to go, as every deed does.

    It is handed the bench as it was when the form came, and saves by the digests of that bench's
    files: whatever changed meanwhile refuses it (ChangedElsewhereError), and nothing is written.
    """

    work: Callable[[Office, Workbench, Form], str]

    def __call__(self, office: Office, form: Form) -> str:
        """Do it; whoever calls does not hold the office's lock."""
        with office.lock:
            office.look()
            bench = office.shown(works=False).bench
            _ = bench.ledger  # read under the lock: pages of this bench use it too
        return self.work(office, bench, form)
