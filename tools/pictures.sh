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

# picture NAME HEIGHT FILE: the top of a page, 1200 dots wide
picture() {
  "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --virtual-time-budget=2000 \
    --user-data-dir="$folder/browser" --window-size="1200,$2" \
    --screenshot="$PWD/docs/pictures/$1.png" "file://$3" >/dev/null 2>&1
}

# only SECTION: a page with every other section hidden, and without its head
only() {
  sed -E -e "s/<section id=\"$1\"/<section data-kept id=\"$1\"/" \
    -e 's/<section (class="[^"]*" )?id=/<section hidden \1id=/g' -e 's/<header/<header hidden/' \
    "$folder/report.html" > "$folder/$1.html"
  echo "$folder/$1.html"
}

picture report 1400 "$folder/report.html"
picture report-conflict 1000 "$(only conflicts)"
picture report-account 1000 "$(only account)"
picture report-sentences 1000 "$(only sentences)"
ls -l docs/pictures
