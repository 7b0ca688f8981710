#!/bin/sh
# Gets the source of minizip into src/ beside this script, for builds whose tool chain has none (Android). Once.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ -e "$here/src/minizip/unzip.h" ] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
sh "$here/../fetch_debian_source.sh" bookworm minizip
dpkg-source --no-check -x minizip_*.dsc source >/dev/null
rm -rf "$here/src"
mkdir -p "$here/src"
cp -r source "$work/minizip"
mv "$work/minizip" "$here/src/"
