#!/usr/bin/env bash
# Checks every example: workspaces are read without a complaint, and the package that uses the library builds and runs.
set -euo pipefail
cd "$(dirname "$0")/.."

swift build --quiet --product etapp
etapp=$(swift build --show-bin-path)/etapp

for programme in Examples/*/programme.yaml; do
  folder=$(dirname "$programme")
  echo "examples: etapp check $folder"
  "$etapp" check "$folder"
done

echo "examples: Examples/library-use"
env -u ETAPP_OPTIMISED_KERNELS swift run --quiet --package-path Examples/library-use --scratch-path .build/library-use \
  LibraryUse Examples/iceland-service-points
