#!/usr/bin/env bash
# Installs what a machine with a Swift toolchain still lacks, and says what. Does nothing, quickly, when nothing is missing.
#
#   libsqlite3-dev          header and library that the store is built against
#   libsodium-dev           fingerprints of documents and events, passwords
#   libgmime-3.0-dev        reads e-mail
#   libcurl4-openssl-dev    sends e-mail, asks for travel times
#   libproj-dev             coordinates of any reference system
#   zlib1g-dev              packs public pages for the way
#   libjs-leaflet           the map in the web application
#   pkg-config              where those libraries are
#   python3-pip             fetches the next one; only when it is not there yet
#   highsbox                the HiGHS solver as a shared library, about 24 MB, into .deps/python
set -euo pipefail
cd "$(dirname "$0")/.."
source Tools/installing.sh

if is_mac; then
  # macOS brings SQLite; HiGHS comes from Homebrew, where the program looks by itself.
  ls /opt/homebrew/lib/libhighs*.dylib /usr/local/lib/libhighs*.dylib >/dev/null 2>&1 ||
    say "HiGHS is missing. Install it with: brew install highs"
  for library in libsodium:libsodium gmime-3.0:gmime libcurl:curl proj:proj; do
    pkg-config --exists "${library%%:*}" 2>/dev/null ||
      say "${library##*:} is missing. Install it with: brew install pkg-config ${library##*:}"
  done
  exit 0
fi

highs=highsbox==1.15.1
has_highs() { [ -n "${ETAPP_HIGHS:-}" ] || [ -d ".deps/python/${highs/==/-}.dist-info" ]; }

missing=()
[ -e /usr/include/sqlite3.h ] || [ -e /usr/local/include/sqlite3.h ] || missing+=(libsqlite3-dev)
command -v pkg-config >/dev/null 2>&1 || missing+=(pkg-config)
has_library() { command -v pkg-config >/dev/null 2>&1 && pkg-config --exists "$1"; }
has_library libsodium || missing+=(libsodium-dev)
has_library gmime-3.0 || missing+=(libgmime-3.0-dev)
has_library libcurl || missing+=(libcurl4-openssl-dev)
has_library proj || missing+=(libproj-dev)
has_library zlib || missing+=(zlib1g-dev)
[ -d /usr/share/javascript/leaflet ] || [ -d /usr/share/nodejs/leaflet ] || missing+=(libjs-leaflet)
has_highs || has_pip || missing+=(python3-pip)
install_packages ${missing[@]+"${missing[@]}"}

has_highs || install_python .deps/python "$highs"
