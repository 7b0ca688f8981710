#!/bin/sh
# Installs what the project needs on Debian 12 (or newer): packages by apt, sources that Debian has only as such by fetch scripts.
#   thirdparty/install.sh          to build and run
#   thirdparty/install.sh tests    also what the tests need
#   thirdparty/install.sh web      also Emscripten and a browser
#   thirdparty/install.sh android  also a compiler for Android, Java, and the tools that check packages
# As root, or as a user who may sudo. What is there already is left alone.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

packages="scons g++ ccache python3 ca-certificates zlib1g-dev libminizip-dev libpng-dev libzstd-dev libxxhash-dev libpcre2-dev libssl-dev dpkg-dev debian-archive-keyring"
sources="mbedtls wslay"
for part in "$@"; do
	case "$part" in
		tests) packages="$packages doctest-dev clang-14 clang libclang-rt-14-dev clang-format-14 lld python3-websockets nodejs node-ws openssl nginx-light tinyproxy-bin curl iproute2" ;;
		web)
			packages="$packages emscripten brotli chromium python3-websockets"
			sources="$sources libpng pcre2 zlib"
			;;
		android)
			packages="$packages doctest-dev python3-pip default-jdk-headless maven qemu-user-static apksigner zipalign aapt apktool"
			sources="$sources libpng pcre2 zlib minizip zstd zig android"
			;;
		*)
			echo "thirdparty/install.sh: unknown part \"$part\"; there are: tests, web, android" >&2
			exit 2
			;;
	esac
done

as_root() {
	if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

missing=""
for package in $packages; do
	# A machine may have node from elsewhere; then Debian's would only be in the way.
	if [ "$package" = nodejs ] && command -v node >/dev/null; then continue; fi
	dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
if [ -n "$missing" ]; then
	echo "Installing:$missing"
	as_root apt-get update -q
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
fi
for library in $sources; do
	sh "$here/$library/fetch.sh"
done
echo "Dependencies are in place."
