#!/usr/bin/env bash
# Runs the benchmarks: a package of their own, so that a normal build never compiles them.
# Without arguments all of them; `Tools/bench.sh --help` says which there are.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ ! -d Benchmarks ]; then
  echo "bench: the folder Benchmarks is not here" >&2
  exit 1
fi
exec env -u ETAPP_OPTIMISED_KERNELS swift run -c release --package-path Benchmarks --scratch-path .build/benchmarks etapp-bench "${@:-all}"
