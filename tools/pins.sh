#!/usr/bin/env bash
# Prints the exact versions installed in .venv, as constraints.txt keeps them: names and versions
# only, no index address, no local path, and not this project itself.
# Use: tools/pins.sh > constraints.txt
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
echo "# The versions this project was set up and tested with, on Python 3.11."
echo "# pip reads them with -c; write them anew with tools/pins.sh > constraints.txt"
.venv/bin/pip freeze --disable-pip-version-check --exclude musterbook --exclude-editable |
  grep -E '^[A-Za-z0-9._-]+==[^ ]+$' | LC_ALL=C sort --ignore-case
