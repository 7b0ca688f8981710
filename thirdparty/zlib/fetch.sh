#!/bin/sh
# Gets the source of zlib into src/ beside this script, for builds whose tool chain has no zlib (the browser). Once.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ -e "$here/src/zlib.h" ] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
sh "$here/../fetch_debian_source.sh" bookworm zlib
mkdir source
tar -xf zlib_*.orig.tar.* -C source --strip-components=1
rm -rf "$here/src"
mkdir -p "$here/src"
cp source/*.c source/*.h "$here/src/"
[ -e "$here/src/zconf.h" ] || cp source/zconf.h.in "$here/src/zconf.h"
