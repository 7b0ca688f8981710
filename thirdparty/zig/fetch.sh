#!/bin/sh
# Gets Zig, whose C++ compiler builds for Android's kernel without an NDK, into src/ beside this script. Once, and only when it is asked for:
#   ESTRAGON_WANTS_ANDROID=1 thirdparty/zig/fetch.sh
# It is the package "ziglang" of the Python Package Index; pip refuses it when its SHA-256 is another one.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ -n "${ESTRAGON_WANTS_ANDROID:-}" ] || exit 0
[ -x "$here/src/ziglang/zig" ] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/requirements.txt" <<'END'
ziglang==0.17.1 --hash=sha256:ea6cc5d87b033cf0aedfbc8f9549a908cae6c50ac31f1698188fa48a74524b54
END
python3 -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --target "$work/src" -r "$work/requirements.txt"
rm -rf "$here/src"
cp -r "$work/src" "$here/src"
