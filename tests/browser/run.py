#!/usr/bin/env python3
"""Runs scripts in the browser build, in headless Chromium and Firefox, against a WebSocket server that is not ours.

    run.py      needs `scons platform=web`, chromium (or CHROMIUM=its path), python3-websockets; ends with "N passed, N failed, N skipped"

Without firefox-esr (or FIREFOX=its path) that browser's part is skipped.
"""
import asyncio
import functools
import http.server
import os
import socket
import sys
import threading
import urllib.parse
from pathlib import Path

from chromium import Chromium
from firefox import Firefox, find_firefox

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SECONDS = 60
page_is_hidden = threading.Event()
page_is_full = threading.Event()

ECHO = ["out: connect 0 on Web", "out: text true true", "out: binary true false", "out: closed 3001 done", "exit: 5"]
WAYS = [
    "out: bad scheme 31", "out: unix 2", "out: accept 2", "out: listen 2", "out: refused -1  error 2 said -", "out: forbidden -1  error 2 said -", "out: closed 4005 enough error 0 said last",
    "out: away 1001 going error 0 said -", "out: too big 1009 A message was longer than the receiver allows. error 10 said -", "out: refused true true", "out: drained 0 true",
    'out: signals ["established", "last", "4005 enough", true]', "out: hidden rounds 100", "exit: 7",
]


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
            if socket.path == "/close":
                await socket.send("last")
                return await socket.close(4005, "enough")
            if socket.path == "/away":
                return await socket.close(1001, "going")
            if socket.path == "/long":
                await socket.send("x" * 100)
            if socket.path == "/hidden":
                return await play(socket)
            if socket.path == "/sink":
                return await sink(socket)
            async for message in socket:
                await socket.send(message)
        except websockets.ConnectionClosedError:
            pass  # What a close code of the application's own is to this package.

    def until(event):
        return asyncio.get_running_loop().run_in_executor(None, event.wait, SECONDS)

    async def sink(socket):
        await until(page_is_full)
        async for _message in socket:
            pass

    async def play(socket):
        await until(page_is_hidden)
        for _round in range(100):
            await socket.send("hidden")
            await socket.recv()

    async def forbid(path, _headers):
        return (403, [], b"no") if path == "/forbidden" else None

    ready = threading.Event()
    port = []

    async def main():
        server = await websockets.serve(echo, "127.0.0.1", 0, max_size=None, process_request=forbid)
        port.append(server.sockets[0].getsockname()[1])
        ready.set()
        await asyncio.Future()

    threading.Thread(target=functools.partial(asyncio.run, main()), daemon=True).start()
    ready.wait(20)
    return port[0]


def run(browser_class, script, arguments, base, on_line=None):
    """The lines that a script says in the browser, until it ends."""
    query = urllib.parse.urlencode([("script", "/" + script)] + [("arg", argument) for argument in arguments])
    lines = []
    with browser_class() as browser:
        browser.open("%s/page.html?%s" % (base, query))
        for line in browser.console(SECONDS):
            print(line)
            lines.append(line)
            if line.startswith("exit: "):
                break
            if on_line:
                on_line(browser, line)
    return lines


def follow(browser, line):
    """What the page says lets the server go on: to read, and, when another tab is in front, to talk."""
    if line.startswith("out: refused true"):
        page_is_full.set()
    if line == "out: hide me":
        browser.hide()
        page_is_hidden.set()


def check_browser(browser_class, base, url, nowhere, check):
    page_is_hidden.clear()
    page_is_full.clear()
    lines = run(browser_class, "echo.gd", [url], base)
    for text in ECHO:
        check(text, text in lines)
    lines = run(browser_class, "ways.gd", [url, nowhere], base, follow)
    for text in WAYS:
        check(text, text in lines)
    check("a sub-protocol that the server has not", any(line.startswith("out: protocol -1") for line in lines))
    for setting in ("handshake_headers", "max_redirects"):
        check("%s: said once to have no effect" % setting, sum("no effect" in line and setting in line for line in lines) == 1)


def main():
    url, base = "ws://127.0.0.1:%d" % serve_echo(), "http://127.0.0.1:%d" % serve_files()
    nowhere = socket.create_server(("127.0.0.1", 0))
    port = nowhere.getsockname()[1]
    nowhere.close()
    good = []
    skipped = 0
    for name, browser_class, is_there in (("chromium", Chromium, True), ("firefox", Firefox, find_firefox())):
        if not is_there:
            skipped += 1
            print("skip %s is not installed" % name)
            continue

        def check(what, ok, name=name):
            good.append(ok)
            print("%s %s: %s" % ("ok  " if ok else "FAIL", name, what))

        check_browser(browser_class, base, url, "ws://127.0.0.1:%d" % port, check)
    print("%d passed, %d failed, %d skipped" % (sum(good), len(good) - sum(good), skipped))
    sys.stdout.flush()
    os._exit(0 if all(good) else 1)  # The servers' threads never end by themselves.


if __name__ == "__main__":
    main()
