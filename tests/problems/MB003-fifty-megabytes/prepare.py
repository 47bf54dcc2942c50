"""Fifty megabytes do not belong in a checkout, so they are made here."""

from pathlib import Path

LINE = b"On Monday about 1,100 people were in the camp.\n"
Path("reports/march.txt").write_bytes(LINE * (50_000_000 // len(LINE)))
