"""Files as text go in, a loaded case comes out: what the clerk's tests share."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from musterbook.case.load import LoadedCase, load_case

Files = Mapping[str, str | bytes | None]

BASE: dict[str, str] = {
    "case.yaml": "title: A crossing\nwindow: 2025-01 to 2025-06\n",
    "account.yaml": (
        "stocks:\n  camp: in the camp\noutside: [land]\nflows:\n  arrive: land -> camp\n"
        "  leave: camp -> land\n"
    ),
    "sources.yaml": "herald: {name: The Herald, reliability: B}\n",
    "reports/march.yaml": "title: March\npublisher: herald\npublished: 2025-03-31\n",
    "reports/march.txt": "On Monday about 1,100 people were in the camp.\n",
    "claims/march.yaml": (
        "report: march\nclaims:\n- id: camp\n  quote: about 1,100 people\n"
        "  says: camp about 1 100 on 2025-03-31\n"
    ),
}


def write_files(folder: Path, files: Files) -> None:
    """Write files into a folder; None leaves one out."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink(missing_ok=True)
        elif isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content, encoding="utf-8", newline="")


@pytest.fixture
def base_folder(tmp_path: Path) -> Path:
    """A small sound case on disk."""
    write_files(tmp_path, BASE)
    return tmp_path


@pytest.fixture
def load(base_folder: Path) -> Callable[[Files], LoadedCase]:
    """Load the small case with some of its files replaced."""

    def load_with(files: Files) -> LoadedCase:
        write_files(base_folder, files)
        return load_case(base_folder)

    return load_with
