#!/usr/bin/env bash
# Installs the peers by name in an environment that is thrown away, and runs them and Etapp in one go.
#
#   Benchmarks/peers/run.sh [--binary .build/release/etapp] [--limit 60] [--problems access,reach] [--peers spopt-highs]
set -euo pipefail
cd "$(dirname "$0")"
environment=$(mktemp -d)
trap 'rm -rf "$environment"' EXIT
python3 -m venv "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check --no-input -r requirements.txt
"$environment/bin/python" peers.py "$@"
