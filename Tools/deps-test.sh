#!/usr/bin/env bash
# Installs what the tests of real parts need beside the rest, and says what. The program runs without any of it.
#
#   chromium             opens the report in the page tests
#   jsonschema, pyyaml   second opinion on the schema of programme.yaml, into .deps/test
#   aiosmtpd             takes the letters that the tests send, into .deps/test
#   eark-validator       second opinion on packages for archives, into .deps/test
#   poppler-utils        reads the PDF files that come with letters
#   gdal-bin             makes a Shapefile and reads it through ogr2ogr
#   pyvalhalla           a routing service of its own, 37 MB, into .deps/valhalla
set -euo pipefail
cd "$(dirname "$0")/.."
source Tools/installing.sh

has_browser() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null 2>&1; then return 0; fi
  done
  [ -d "/Applications/Google Chrome.app" ] || [ -d /Applications/Chromium.app ]
}

if ! has_browser; then
  if is_mac; then
    say "on macOS: brew install --cask chromium"
  else
    install_packages chromium || say "no package chromium here; on Ubuntu it is a snap: snap install chromium"
  fi
fi
has_package poppler-utils || is_mac || install_packages poppler-utils
install_python .deps/test jsonschema==4.26.0 pyyaml==6.0.3 aiosmtpd==1.4.6 eark_validator==1.1.3
if ! is_mac; then
  command -v ogr2ogr >/dev/null 2>&1 || install_packages gdal-bin
fi

# The wheel holds the programs themselves, which need no Python; its name says another version than most machines have.
valhalla=pyvalhalla==3.9.1
if [ ! -d ".deps/valhalla/${valhalla/==/-}.dist-info" ] && ! is_mac; then
  say "fetching $valhalla with pip into .deps/valhalla"
  wheel=$(mktemp -d)
  python3 -m pip download --quiet --disable-pip-version-check --no-input --no-cache-dir --no-deps --only-binary :all: \
    --python-version 3.12 --platform "manylinux_2_28_$(uname -m)" --dest "$wheel" "$valhalla"
  rm -rf .deps/valhalla
  python3 -m zipfile -e "$wheel"/*.whl .deps/valhalla
  chmod +x .deps/valhalla/valhalla/bin/*
  rm -rf "$wheel"
fi
