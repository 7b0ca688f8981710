#!/bin/sh
# Installs what the tests need and runs them; what is given goes to tests/run.py (--all: also what takes longer; names of stages).
set -eu
cd "$(dirname "$0")/.."
sh thirdparty/install.sh tests web
exec python3 tests/run.py "$@"
