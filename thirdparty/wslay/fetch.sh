#!/bin/sh
# Gets the source of wslay 1.1.1 into src/ beside this script and applies patches/. Does nothing when that was done already.
# Debian packages wslay only as a shared library, so the source comes from Debian's source package of aria2, which carries an
# unchanged copy.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
stamp=$(cat "$here/fetch.sh" "$here"/patches/*.patch | sha256sum | cut -d' ' -f1)
if [ "$(cat "$here/src/.stamp" 2>/dev/null)" = "$stamp" ]; then
	exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
sh "$here/../fetch_debian_source.sh" bookworm aria2
tar -xzf aria2_*.orig.tar.gz --wildcards '*/deps/wslay'
cd aria2-*/deps/wslay
if ! grep -q 'AC_INIT(\[wslay\], \[1\.1\.1\]' configure.ac; then
	echo "thirdparty/wslay/fetch.sh: the copy found is not wslay 1.1.1; the patches are made for that version" >&2
	exit 1
fi
for patch in "$here"/patches/*.patch; do
	patch -s -p1 <"$patch"
done
rm -rf "$here/src"
mkdir -p "$here/src"
cp -r lib COPYING "$here/src/"
echo "$stamp" >"$here/src/.stamp"
