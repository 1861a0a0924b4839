#!/bin/sh
# Kills writers of the store in the middle of their work, and takes the times of a register of 100,000 documents.
#
#   Tools/store-figures.sh [kills] [documents]
#
# The lines that begin with "kills" and "figure:" are the result. Needs Linux for the kills.
set -eu
cd "$(dirname "$0")/.."
kills=${1:-1000}
documents=${2:-100000}

swift build --build-tests
ETAPP_KILLS=$kills swift test --skip-build --filter 'loses nothing that it acknowledged' 2>&1 |
  grep -E '^kills|issue|passed|failed'

swift build -c release --build-tests -Xswiftc -enable-testing
ETAPP_FIGURES=$documents swift test -c release --skip-build -Xswiftc -enable-testing --filter 'are written down' 2>&1 |
  grep -E '^figure|issue|failed'
uptime
