#!/bin/sh
# Installs what the tests need and runs all of them; tests/run.py runs single stages.
set -eu
cd "$(dirname "$0")/.."
sh thirdparty/install.sh tests web
exec python3 tests/run.py "$@"
