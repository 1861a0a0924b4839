#!/usr/bin/env bash
# Builds the documentation with the toolchain's own DocC into .build/docs; a warning (a broken link, an unknown symbol)
# is an error. No plug-in: the symbols are read from the modules that `swift build` made.
#
#   python3 -m http.server --directory .build/docs     and open /documentation
set -euo pipefail
cd "$(dirname "$0")/.."

tool() { if command -v xcrun >/dev/null 2>&1; then xcrun "$@"; else "$@"; fi; }
# The tools that are not on the path of every installation lie beside the compiler.
toolchain=$(dirname "$(readlink -f "$(command -v swift)" 2>/dev/null || command -v swift)")
PATH="$toolchain:$PATH"

swift build --quiet --target Etapp
built=$(swift build --show-bin-path)
triple=$(swift -print-target-info | sed -n 's/^ *"triple": "\(.*\)",*$/\1/p' | head -n 1)
if command -v xcrun >/dev/null 2>&1; then sdk=(-sdk "$(xcrun --show-sdk-path)"); else sdk=(); fi

work=.build/docc
rm -rf "$work" .build/docs
mkdir -p "$work/symbols/Etapp" "$work/symbols/EtappModel"

# C modules that our modules import in turn.
includes=(-I "$built/Modules")
for map in .build/checkouts/Yams/Sources/CYaml/include .build/checkouts/GRDB.swift/Sources/GRDBSQLite Sources/C* \
  "$built"/C*.build; do
  if [ -e "$map/module.modulemap" ]; then includes+=(-I "$map"); fi
done
# What their headers include of the system.
for library in libsodium gmime-3.0 libcurl; do
  for flag in $(pkg-config --cflags-only-I "$library" 2>/dev/null || true); do includes+=(-I "${flag#-I}"); done
done

for module in EtappModel Etapp; do
  tool swift-symbolgraph-extract -module-name "$module" -target "$triple" ${sdk[@]+"${sdk[@]}"} "${includes[@]}" \
    -minimum-access-level public -skip-synthesized-members -output-dir "$work/symbols/$module"
done

# Parameters whose name says it all are left without a line, so DocC is not asked to demand one for each.
convert() {
  tool docc convert "$@" --warnings-as-errors --disable-parameters-and-returns-validation \
    --fallback-default-module-kind Library --enable-experimental-external-link-support
}
convert --additional-symbol-graph-dir "$work/symbols/EtappModel" --fallback-display-name EtappModel \
  --fallback-bundle-identifier etapp.model --output-path "$work/EtappModel.doccarchive"
convert Sources/Etapp/Etapp.docc --additional-symbol-graph-dir "$work/symbols/Etapp" --fallback-display-name Etapp \
  --fallback-bundle-identifier etapp --dependency "$work/EtappModel.doccarchive" --output-path "$work/Etapp.doccarchive"
tool docc merge "$work/Etapp.doccarchive" "$work/EtappModel.doccarchive" --output-path .build/docs \
  --synthesized-landing-page-name Etapp --synthesized-landing-page-kind Documentation

echo "docs: .build/docs ($(find .build/docs -name '*.json' -path '*/data/*' | wc -l | tr -d ' ') pages)"
