"""The problems page in, out whether it says what its cases say."""

import subprocess
import sys
from pathlib import Path


def test_the_page_is_not_stale(repository: Path) -> None:
    tool = repository / "tools" / "problems_page.py"
    done = subprocess.run(
        [sys.executable, tool, "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
