#!/bin/sh
# Starts the echo server, lets the client talk to it, ends the server. Needs bin/estragon (scons builds it).
set -eu
cd "$(dirname "$0")"
estragon=../../../bin/estragon
port=${1:-9080}
"$estragon" server.gd "$port" &
server=$!
trap 'kill $server 2>/dev/null || true' EXIT
# The client keeps trying until the server listens; ten tries bound it.
for try in 1 2 3 4 5 6 7 8 9 10; do
	if "$estragon" client.gd "ws://127.0.0.1:$port" "Hello from Estragon"; then
		exit 0
	fi
	sleep 0.2
done
echo "No answer from the echo server on port $port." >&2
exit 1
