#!/usr/bin/env bash
# Installs what the tests of real parts need beside the rest, and says what. The program runs without any of it.
#
#   chromium             opens the report in the page tests
#   jsonschema, pyyaml   second opinion on the schema of programme.yaml, into .deps/test
#   aiosmtpd             takes the letters that the tests send, into .deps/test
#   playwright, axe-playwright-python, schemathesis
#                        use the web application as people and programs do, into .deps/pages
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
install_python .deps/test jsonschema==4.26.0 pyyaml==6.0.3 aiosmtpd==1.4.6
# In a folder of their own: they want other versions of what the ones above want.
install_python .deps/pages playwright==1.65.2 axe-playwright-python==0.1.8 schemathesis==4.32.5
