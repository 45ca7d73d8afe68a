#!/bin/sh
# Drives the sample site in headless Chromium: run.sh DOSSIER [SCREENSHOTS]
# Installs what it lacks (Chromium by apt, Playwright and axe into .build/browser); where that cannot be had, it says so.
cd "$(dirname "$0")/../.." || exit 1
dossier=$1
shots=${2:-.build/browser-screenshots}
environment=.build/browser

skip() { echo "browser tests: skipped, $1"; exit 0; }
find_browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

if [ -z "$(find_browser)" ]; then
  as_root=$([ "$(id -u)" = 0 ] || echo sudo)
  { $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core
  } >/dev/null 2>&1 || skip "there is no Chromium, and it could not be installed"
fi
if ! "$environment/bin/python" -c 'import playwright, axe_playwright_python' 2>/dev/null; then
  python3 -m venv "$environment" >/dev/null 2>&1 || skip "python3 has no venv"
  "$environment/bin/pip" install -q playwright axe-playwright-python >/dev/null 2>&1 \
    || skip "Playwright could not be installed; is there a network?"
fi
site=$(mktemp -d)
trap 'rm -rf "$site"' EXIT
"$dossier" build . --quiet --output "$site/site" || exit 1
"$environment/bin/python" Tests/Browser/browser_test.py "$site/site" "$(find_browser)" "$shots"
status=$?
"$environment/bin/python" Tests/Browser/serve_test.py "$dossier" "$(find_browser)" && exit $status
