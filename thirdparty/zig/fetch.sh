#!/bin/sh
# Gets Zig, whose C++ compiler builds for Android's kernel without an NDK, into src/ beside this script. Once.
# It is the package "ziglang" of the Python Package Index; pip refuses it when its SHA-256 is another one.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ -x "$here/src/ziglang/zig" ] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/requirements.txt" <<'END'
ziglang==0.17.1 --hash=sha256:ea6cc5d87b033cf0aedfbc8f9549a908cae6c50ac31f1698188fa48a74524b54
END
# In two steps: an index that is not there is another matter than a package that is not the right one.
if ! python3 -m pip download --quiet --disable-pip-version-check --no-deps --dest "$work/wheels" ziglang==0.17.1; then
	echo "thirdparty/zig/fetch.sh: the Python Package Index cannot be reached, or has no ziglang 0.17.1 for this machine" >&2
	exit 1
fi
python3 -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --no-index --find-links "$work/wheels" --target "$work/src" -r "$work/requirements.txt"
rm -rf "$here/src"
cp -r "$work/src" "$here/src"
