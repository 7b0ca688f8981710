#!/bin/sh
# A server and three bots, until one has won:  run.sh [ENGINE [PORT]]
engine=${1:-estragon}
port=${2:-9080}
cd "$(dirname "$0")" || exit 1
"$engine" --headless --path . -- server "$port" &
server=$!
trap 'kill $server' EXIT
sleep 1
for name in alice bob carol; do
	"$engine" --headless --path . -- bot "$name" "ws://localhost:$port" &
	bots="$bots $!"
done
# shellcheck disable=SC2086
wait $bots
