#!/bin/sh
# Downloads one of Debian's source packages into the current folder; apt checks the archive's signature and all checksums.
#   fetch_debian_source.sh RELEASE PACKAGE
# The machine's own apt settings and lists stay as they are. Needs apt, dpkg-dev and debian-archive-keyring.
set -eu
release=$1
package=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mirror=$(apt-get indextargets --format '$(SITE)' 2>/dev/null | grep -v security | grep -m1 debian || true)
if [ -z "$mirror" ]; then
	echo "thirdparty/fetch_debian_source.sh: apt knows no Debian mirror here (apt-get update, and see /etc/apt/sources.list)" >&2
	exit 1
fi
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $release main" >"$work/sources.list"
apt_here() {
	apt-get -qq -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=- -o Dir::State::lists="$work/lists" \
		-o Dir::Cache="$work/cache" -o APT::Sandbox::User=root "$@"
}
apt_here update
apt_here source --download-only "$package"
