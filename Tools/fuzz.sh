#!/usr/bin/env bash
# Feeds the readers of files with what libFuzzer makes of the examples, for so many seconds each.
#   Tools/fuzz.sh [SECONDS] [csv|geojson|yaml|letters|texts …]
#   Tools/fuzz.sh check        whether the target still fits the readers, by what the tests have built
# What crashes or hangs is left in .build/fuzz/found; the corpus grows in .build/fuzz/corpus.
set -euo pipefail
cd "$(dirname "$0")/.."

# How the compiler finds what was built: $1 the products, $2 the checkouts.
modules() {
  printf '%s\n' -parse-as-library -enable-testing -package-name etapp -swift-version 6 -I "$1/Modules" \
    -I "$2/Yams/Sources/CYaml/include" -I Sources/CMail/include \
    -Xcc "-fmodule-map-file=$1/CMail.build/module.modulemap" \
    -Xcc "-fmodule-map-file=$2/GRDB.swift/Sources/GRDBSQLite/module.modulemap" \
    -Xcc -fmodule-map-file=Sources/CProj/module.modulemap
}

if [ "${1:-}" = check ]; then
  mapfile -t flags < <(modules .build/debug .build/checkouts)
  exec swiftc -typecheck "${flags[@]}" Tools/fuzz/Fuzz.swift
fi

seconds="${1:-60}"
shift || true
readers=("${@:-csv geojson yaml letters texts}")
build=.build/fuzz

# The libraries with coverage and the address sanitizer, optimised, for speed finds more; @testable lets the target see what is internal.
swift build -c release --scratch-path "$build" --target EtappExchange \
  -Xswiftc -sanitize=fuzzer,address -Xswiftc -enable-testing -Xcc -fsanitize=fuzzer-no-link,address

products="$build/release"
objects=()
for target in EtappModel EtappExchange GRDB Yams CYaml CMail; do
  while IFS= read -r object; do objects+=("$object"); done < <(find "$products/$target.build" -name '*.o')
done
mapfile -t flags < <(modules "$products" "$build/checkouts")
swiftc -O -sanitize=fuzzer,address "${flags[@]}" \
  Tools/fuzz/Fuzz.swift "${objects[@]}" $(pkg-config --libs gmime-3.0 proj sqlite3) -o "$build/etapp-fuzz"

# A crash is written down by libFuzzer; Swift's own backtrace takes a minute for each and adds nothing.
export SWIFT_BACKTRACE=enable=no
for reader in ${readers[*]}; do
  mkdir -p "$build/corpus/$reader" "$build/found"
  folder=Examples
  case "$reader" in
    csv) pattern='*.csv' ;;
    geojson) pattern='*.geojson' ;;
    yaml) pattern='programme.yaml' ;;
    letters) folder=Tools/fuzz/letters pattern='*.*' ;;
    texts) folder=Tests/EtappExchangeTests/Commitments pattern='*Letters*.swift' ;;
    *) echo "fuzz: no such reader: $reader" >&2; exit 2 ;;
  esac
  # The first kilobytes of each example: whole country files would only make every run slow.
  number=0
  while IFS= read -r file; do
    number=$((number + 1))
    head -c 3000 "$file" > "$build/corpus/$reader/example-$number"
  done < <(find "$folder" -name "$pattern" | sort)
  echo "fuzz: $reader for $seconds s" >&2
  ETAPP_FUZZ="$reader" nice -n 19 "$build/etapp-fuzz" -max_total_time="$seconds" -max_len=6000 -timeout=10 \
    -rss_limit_mb=3000 -artifact_prefix="$build/found/$reader-" -print_final_stats=1 "$build/corpus/$reader"
done
