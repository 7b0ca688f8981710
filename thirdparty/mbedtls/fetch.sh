#!/bin/sh
# Gets the source of mbedTLS 3.6 (long-term support) into src/ beside this script. Does nothing when that was done already, and nothing
# when MBEDTLS_ROOT names a folder with a copy of one's own (include/, library/ and 3rdparty/ of 3.6, generated files included).
# Debian 12 has an older one only, so it is Debian 13's source package, with Debian's patches.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ -n "${MBEDTLS_ROOT:-}" ]; then
	for part in library/ssl_tls.c 3rdparty/everest/library/Hacl_Curve25519_joined.c; do
		if [ ! -e "$MBEDTLS_ROOT/$part" ]; then
			echo "thirdparty/mbedtls/fetch.sh: MBEDTLS_ROOT=$MBEDTLS_ROOT has no $part" >&2
			exit 1
		fi
	done
	exit 0
fi
stamp=$(sha256sum "$here/fetch.sh" | cut -d' ' -f1)
if [ "$(cat "$here/src/.stamp" 2>/dev/null)" = "$stamp" ]; then
	exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
sh "$here/../fetch_debian_source.sh" trixie mbedtls
dpkg-source --no-check -x mbedtls_*.dsc source >/dev/null
if ! grep -q 'MBEDTLS_VERSION_STRING  *"3\.6\.' source/include/mbedtls/build_info.h; then
	echo "thirdparty/mbedtls/fetch.sh: the source found is not mbedTLS 3.6" >&2
	exit 1
fi
rm -rf "$here/src"
mkdir -p "$here/src"
cp -r source/include source/library source/LICENSE "$here/src/"
mkdir -p "$here/src/3rdparty"
cp -r source/3rdparty/everest "$here/src/3rdparty/"
echo "$stamp" >"$here/src/.stamp"
