#!/bin/sh
# Gets the source of Zstandard into src/ beside this script, for builds whose tool chain has none (Android). Once.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ -e "$here/src/lib/zstd.h" ] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
sh "$here/../fetch_debian_source.sh" bookworm libzstd
mkdir source
tar -xf libzstd_*.orig.tar.xz -C source --strip-components=1
rm -rf "$here/src"
mkdir -p "$here/src"
cp source/LICENSE "$here/src/"
cp -r source/lib "$work/lib"
mv "$work/lib" "$here/src/"
