#!/bin/sh
# Gets what the Java side of the Android template is compiled and tested with into src/ beside this script. Once.
# From Maven Central: the framework's classes, the converter to Android's bytecode, JUnit. Maven checks what it loads, and the SHA-256 is checked here.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
stamp=$(sha256sum "$here/fetch.sh" | cut -d' ' -f1)
[ "$(cat "$here/src/.stamp" 2>/dev/null)" = "$stamp" ] && exit 0
if ! command -v mvn >/dev/null; then
	echo "thirdparty/android/fetch.sh: Maven is missing: run thirdparty/install.sh android" >&2
	exit 1
fi
mkdir -p "$here/src"
rm -f "$here/src/.stamp"
while read -r sum artifact; do
	name=$(echo "$artifact" | awk -F: '{ print $2 "-" $3 ".jar" }')
	if ! echo "$sum  $here/src/$name" | sha256sum --check --status 2>/dev/null; then
		if ! (cd "$here/src" && mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy "-Dartifact=$artifact" "-DoutputDirectory=$here/src" -Dmdep.useBaseVersion=true </dev/null); then
			echo "thirdparty/android/fetch.sh: Maven Central cannot be reached, or has no $artifact" >&2
			exit 1
		fi
		echo "$sum  $here/src/$name" | sha256sum --check --quiet
	fi
done <<'END'
6be2218c6a53fe3c57bc22ebdc723edcb7270a8a6f187545708aa5c0ed813977 org.robolectric:android-all:14-robolectric-10818077
b29c1c21e52ed6238cd3fed39d880a17ecf2360118604548cea8821be6801e1c com.jakewharton.android.repackaged:dalvik-dx:9.0.0_r3
8e495b634469d64fb8acfa3495a065cbacc8a0fff55ce1e31007be4c16dc57d3 junit:junit:4.13.2
66fdef91e9739348df7a096aa384a5685f4e875584cce89386a7a47251c4d8e9 org.hamcrest:hamcrest-core:1.3
END
echo "$stamp" >"$here/src/.stamp"
