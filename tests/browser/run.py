#!/usr/bin/env python3
"""Runs scripts in the browser build, in headless Chromium, against a WebSocket server that is not ours.

    run.py      needs `scons platform=web`, chromium (or CHROMIUM=its path), python3-websockets; ends with "N passed, N failed"
"""
import asyncio
import functools
import http.server
import os
import sys
import threading
import urllib.parse
from pathlib import Path

from chromium import Chromium

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SECONDS = 60

EXPECTED = ["out: connect 0 on Web", "out: text true true", "out: binary true false", "out: closed 3001 done", "exit: 5"]


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".wasm": "application/wasm", ".js": "text/javascript", ".gd": "text/plain"}

    def translate_path(self, path):
        path = urllib.parse.urlparse(path).path
        name = os.path.basename(path)
        return str((ROOT / "bin" if path.startswith("/engine/") else HERE) / name)

    def log_message(self, *args):
        pass


def serve_files():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def serve_echo():
    """A WebSocket echo server of Python's websockets package; returns its port."""
    try:
        import websockets
    except ImportError:
        os.execv("/usr/bin/python3", ["/usr/bin/python3"] + sys.argv)  # Where Debian's python3-websockets is.

    async def echo(socket, _path=None):
        try:
            async for message in socket:
                await socket.send(message)
        except websockets.ConnectionClosedError:
            pass  # What a close code of the application's own is to this package.

    ready = threading.Event()
    port = []

    async def main():
        server = await websockets.serve(echo, "127.0.0.1", 0)
        port.append(server.sockets[0].getsockname()[1])
        ready.set()
        await asyncio.Future()

    threading.Thread(target=functools.partial(asyncio.run, main()), daemon=True).start()
    ready.wait(20)
    return port[0]


def main():
    query = urllib.parse.urlencode({"script": "/echo.gd", "arg": "ws://127.0.0.1:%d" % serve_echo()})
    lines = []
    with Chromium() as browser:
        browser.open("http://127.0.0.1:%d/page.html?%s" % (serve_files(), query))
        for line in browser.console(SECONDS):
            print(line)
            lines.append(line)
            if line.startswith("exit: "):
                break
    good = [text in lines for text in EXPECTED]
    for text, ok in zip(EXPECTED, good):
        print("%s %s" % ("ok  " if ok else "FAIL", text))
    print("%d passed, %d failed" % (sum(good), len(good) - sum(good)))
    sys.stdout.flush()
    os._exit(0 if all(good) else 1)  # The servers' threads never end by themselves.


if __name__ == "__main__":
    main()
