#!/usr/bin/env bash
# Installs what the tests of real parts need beside `make deps`, and says what. The program itself runs without any of it.
#
#   chromium                 opens the report in the page tests and prints it to PDF
#   fonts-dejavu-core        letters for Chromium and WeasyPrint on a machine without any
#   libpango…, harfbuzz      what WeasyPrint draws text with
#   weasyprint               PDF of the report, into .deps/test
#   jsonschema, pyyaml       second opinion on the schema of programme.yaml, into .deps/test
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "deps-test: $*"; }
if [ "$(uname -s)" = Darwin ]; then
  say "on macOS install what is missing with: brew install pango; brew install --cask chromium"
else
  missing=()
  has_package() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }
  for package in fonts-dejavu-core libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; do
    has_package "$package" || missing+=("$package")
  done
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ||
    missing+=(chromium)
  python3 -m pip --version >/dev/null 2>&1 || missing+=(python3-pip)
  if [ ${#missing[@]} -gt 0 ]; then
    command -v apt-get >/dev/null || { say "missing: ${missing[*]} (names in Debian and Ubuntu)"; exit 1; }
    root=()
    if [ "$(id -u)" -ne 0 ]; then root=(sudo); fi
    say "installing ${missing[*]} with apt-get"
    "${root[@]+"${root[@]}"}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    "${root[@]+"${root[@]}"}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null
  fi
fi

python=(weasyprint==70.0 jsonschema==4.26.0 pyyaml==6.0.3)
if ! cmp -s <(printf '%s\n' "${python[@]}") .deps/test/installed.txt; then
  say "installing ${python[*]} into .deps/test"
  rm -rf .deps/test
  python3 -m pip install --quiet --disable-pip-version-check --no-input --no-cache-dir --root-user-action=ignore \
    --target .deps/test "${python[@]}"
  printf '%s\n' "${python[@]}" > .deps/test/installed.txt
fi
