#!/usr/bin/env bash
# Installs what a machine with a Swift toolchain still lacks, and says what. Does nothing, quickly, when nothing is missing.
#
#   libsqlite3-dev   header and library that the store is built against
#   python3-pip      fetches the next one
#   highsbox         the HiGHS solver as a shared library, into .deps/python; nothing outside this folder is touched
set -euo pipefail
cd "$(dirname "$0")/.."

highs_version=1.15.1
say() { printf '%s\n' "deps: $*"; }

if [ "$(uname -s)" = Darwin ]; then
  # macOS brings SQLite; HiGHS comes from Homebrew, which the program looks in by itself.
  if ! ls /opt/homebrew/lib/libhighs*.dylib /usr/local/lib/libhighs*.dylib >/dev/null 2>&1; then
    say "HiGHS is missing. Install it with: brew install highs"
  fi
  exit 0
fi

# --- System packages ---------------------------------------------------------------------------------------------------

has_header() { for folder in /usr/include /usr/local/include; do [ -e "$folder/$1" ] && return 0; done; return 1; }
has_highs() {
  [ -n "${ETAPP_HIGHS:-}" ] && [ -e "$ETAPP_HIGHS" ] && return 0
  [ -d ".deps/python/highsbox-$highs_version.dist-info" ] &&
    ls .deps/python/highsbox/highs_dist/lib/libhighs.* >/dev/null 2>&1
}
has_pip() { python3 -m pip --version >/dev/null 2>&1; }

missing=()
has_header sqlite3.h || missing+=(libsqlite3-dev)
if ! has_highs && ! has_pip; then missing+=(python3-pip); fi

if [ ${#missing[@]} -gt 0 ]; then
  if ! command -v apt-get >/dev/null 2>&1; then
    say "missing: ${missing[*]} (these are the names in Debian and Ubuntu). Install them with this system's own"
    say "package manager, then run make deps again."
    exit 1
  fi
  root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || { say "missing: ${missing[*]}. Install them as root: apt-get install ${missing[*]}"; exit 1; }
    root=(sudo)
  fi
  say "installing ${missing[*]} with apt-get${root[0]:+ (asks for your password if sudo needs it)}"
  "${root[@]+"${root[@]}"}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  "${root[@]+"${root[@]}"}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null
fi

# --- HiGHS -------------------------------------------------------------------------------------------------------------

if ! has_highs; then
  say "installing HiGHS (highsbox $highs_version, about 24 MB) into .deps/python"
  # --target leaves the system's Python as it is, so a distribution that manages it does not mind.
  python3 -m pip install --quiet --disable-pip-version-check --no-input --no-cache-dir --root-user-action=ignore \
    --upgrade --target .deps/python "highsbox==$highs_version"
  has_highs || { say "HiGHS is not where it should be: .deps/python/highsbox/highs_dist/lib"; exit 1; }
fi
