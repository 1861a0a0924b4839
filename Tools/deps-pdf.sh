#!/usr/bin/env bash
# Installs WeasyPrint, with which `etapp report --pdf` makes tagged PDF, and says what. Chromium serves as well.
#
#   libpango…, libharfbuzz-subset0, fonts-dejavu-core    what WeasyPrint sets text with
#   weasyprint                                           into .deps/python, where the program looks by itself
set -euo pipefail
cd "$(dirname "$0")/.."
source Tools/installing.sh

if is_mac; then
  say "on macOS: brew install weasyprint"
  exit 0
fi

missing=()
for package in libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core; do
  has_package "$package" || missing+=("$package")
done
has_pip || missing+=(python3-pip)
install_packages ${missing[@]+"${missing[@]}"}
install_python .deps/python weasyprint==70.0
