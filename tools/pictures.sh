#!/usr/bin/env bash
# Takes the pictures of the report that the README shows, with whatever Chromium there is.
# Use: tools/pictures.sh   (after `make demo`)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
.venv/bin/muster report examples/kursk -o "$folder/report.html"
mkdir -p docs/pictures
"$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --virtual-time-budget=2000 \
  --window-size=1200,1400 --screenshot="$PWD/docs/pictures/report.png" "file://$folder/report.html" \
  >/dev/null 2>&1
ls -l docs/pictures
