"""Headless Firefox, driven by WebDriver BiDi: JSON messages over a WebSocket of its own. Needs python3-websockets."""
import asyncio
import json
import os
import re
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from programs import Program  # noqa: E402

READY = "WebDriver BiDi listening on "
# Connections that fail are told as errors, too.
UNCAUGHT = re.compile(r"\w*(Error|Exception)\b|uncaught")


def find_firefox():
    """Path of the browser ($FIREFOX, firefox-esr or firefox), or None."""
    return shutil.which(os.environ.get("FIREFOX") or "firefox-esr") or shutil.which("firefox")


class Firefox:
    """One browser with one page, as Chromium of chromium.py; a context manager that ends it and forgets its profile."""

    def __init__(self, path=None):
        self.profile = tempfile.mkdtemp(prefix="estragon-browser-")
        self.last_id = 0
        self.events = []
        self.loop = asyncio.new_event_loop()
        command = [path or find_firefox(), "--headless", "--no-remote", "--profile", self.profile, "--remote-debugging-port", "0", "about:blank"]
        self.program = Program(*command, env=dict(os.environ, HOME=self.profile), own_session=True)
        self.socket = None
        self.page = None

    def __enter__(self):
        try:
            self.socket = self.loop.run_until_complete(self.connect())
            self.call("session.new", capabilities={})
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_error):
        if self.socket:
            try:
                self.loop.run_until_complete(asyncio.wait_for(self.socket.close(), 5))
            except asyncio.TimeoutError:
                pass
        try:
            os.killpg(self.program.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.program.wait()
        self.loop.close()
        shutil.rmtree(self.profile, ignore_errors=True)

    async def connect(self):
        import websockets  # Not before: whoever imports this file may have to look for it first.

        url = self.program.wait_line(READY)
        if url is None:
            raise RuntimeError("the browser does not start: " + "\n".join(self.program.lines)[-2000:])
        return await websockets.connect(url + "/session", max_size=None, ping_interval=None)

    def read(self, until):
        """The next message of the browser, or None when the time is up."""
        try:
            return json.loads(self.loop.run_until_complete(asyncio.wait_for(self.socket.recv(), max(until - time.monotonic(), 0.001))))
        except asyncio.TimeoutError:
            return None

    def call(self, method, limit=60, **params):
        """The result of a command."""
        self.last_id += 1
        self.loop.run_until_complete(self.socket.send(json.dumps({"id": self.last_id, "method": method, "params": params})))
        until = time.monotonic() + limit
        while (answer := self.read(until)) is not None:
            if answer.get("id") != self.last_id:
                self.events.append(answer)
            elif answer["type"] == "error":
                raise RuntimeError("%s: %s" % (method, answer))
            else:
                return answer["result"]
        raise RuntimeError("%s: no answer in %d s" % (method, limit))

    def open(self, url):
        """Opens a page; its console is what console() gives from now on."""
        self.call("session.subscribe", events=["log.entryAdded"])
        self.page = self.call("browsingContext.create", type="tab")["context"]
        self.call("browsingContext.navigate", context=self.page, url=url, wait="none")

    def hide(self):
        """Brings another tab to the front, and returns once the page knows."""
        self.call("browsingContext.activate", context=self.call("browsingContext.create", type="tab")["context"])
        known = "new Promise(done => document.hidden ? done() : document.addEventListener('visibilitychange', () => done(), {once: true}))"
        self.call("script.evaluate", expression=known, target={"context": self.page}, awaitPromise=True)

    def console(self, seconds):
        """Lines of the page's console as they come; ends with the time or with the page's first uncaught error."""
        until = time.monotonic() + seconds
        while (event := self.events.pop(0) if self.events else self.read(until)) is not None:
            entry = event.get("params", {})
            if event.get("method") != "log.entryAdded":
                continue
            if entry["type"] == "console":
                yield " ".join(str(argument.get("value", argument["type"])) for argument in entry["args"])
            elif UNCAUGHT.match(entry["text"] or ""):
                yield "page error: " + str(entry["text"])
                return
