"""An editor might mend the bytes of a file kept here, so they are made here."""

from pathlib import Path

text = "title: A crossing at São João\nwindow: 2025-01 to 2025-06\n"
Path("case.yaml").write_text(text, encoding="latin-1")
