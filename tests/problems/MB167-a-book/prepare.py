"""Make the report as long as a book."""

from pathlib import Path

report = Path("fort.txt")
report.write_text(report.read_text("utf-8") + "\nIt rained on the hill.\n" * 10_000, "utf-8")
