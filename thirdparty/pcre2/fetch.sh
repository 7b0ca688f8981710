#!/bin/sh
# Gets the source of PCRE2 into src/ beside this script, for builds whose tool chain has no PCRE2 (the browser). Once.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ -e "$here/src/pcre2.h" ] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
sh "$here/../fetch_debian_source.sh" bookworm pcre2
mkdir source
tar -xf pcre2_*.orig.tar.* -C source --strip-components=1
rm -rf "$here/src"
mkdir -p "$here/src"
cp source/src/*.c source/src/*.h source/LICENCE "$here/src/"
cp source/src/config.h.generic "$here/src/config.h"
cp source/src/pcre2_chartables.c.dist "$here/src/pcre2_chartables.c"
# Last: its presence says that the rest is there.
cp source/src/pcre2.h.generic "$here/src/pcre2.h"
