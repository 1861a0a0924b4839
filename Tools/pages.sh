#!/usr/bin/env bash
# Tests the web application as people and programs meet it: journeys with the mouse and by keyboard, axe-core on every page,
# schemathesis, hostile input, kills in the middle of writing. Scripts: Tests/Pages.
#
#   Tools/pages.sh                        all of it, against the debug build that `swift test` makes
#   Tools/pages.sh journeys               a part
#   ETAPP_BINARY=.build/release/etapp Tools/pages.sh
set -euo pipefail
cd "$(dirname "$0")/.."

[ -n "${ETAPP_BINARY:-}" ] || [ -x .build/debug/etapp ] || swift build --product etapp
export PYTHONPATH="$PWD/.deps/pages" PYTHONDONTWRITEBYTECODE=1
exec python3 Tests/Pages/all.py "$@"
