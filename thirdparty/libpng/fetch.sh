#!/bin/sh
# Gets the source of libpng, with Debian's corrections, into src/ beside this script, for builds whose tool chain has none (browser, Android). Once.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ -e "$here/src/png.h" ] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
sh "$here/../fetch_debian_source.sh" bookworm libpng1.6
dpkg-source --no-check -x libpng1.6_*.dsc source >/dev/null
rm -rf "$here/src"
mkdir -p "$here/src"
cp source/*.c source/LICENSE "$here/src/"
cp source/scripts/pnglibconf.h.prebuilt "$here/src/pnglibconf.h"
# Last: what the script looks for says that the rest is there.
cp source/pngconf.h source/pngdebug.h source/pnginfo.h source/pngpriv.h source/pngstruct.h source/png.h "$here/src/"
