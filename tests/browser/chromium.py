"""Headless Chromium, driven over a pair of pipes with the protocol of its developer tools (one JSON object before each zero byte)."""
import base64
import json
import os
import select
import shutil
import signal
import subprocess
import tempfile
import time

# What a browser does besides showing the page, and what the sandbox of a container forbids.
QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
# Where the browser reads commands and writes answers.
READS, WRITES = 3, 4


class Chromium:
    """One browser with one page; a context manager that ends it and forgets its profile."""

    def __init__(self, path=None):
        self.profile = tempfile.mkdtemp(prefix="estragon-browser-")
        self.last_id = 0
        self.session = None
        self.buffer = b""
        self.events = []
        self.files = None
        to_browser, self.commands = os.pipe()
        self.answers, from_browser = os.pipe()

        def place_pipes():
            # Copies out of the way first: either may be where the other belongs.
            first, second = os.dup(to_browser), os.dup(from_browser)
            high = [os.dup2(first, 100), os.dup2(second, 101)]
            os.dup2(high[0], READS)
            os.dup2(high[1], WRITES)

        command = [path or os.environ.get("CHROMIUM") or "chromium", *QUIET, "--remote-debugging-pipe", "--user-data-dir=" + self.profile, "about:blank"]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, close_fds=False, preexec_fn=place_pipes, start_new_session=True)
        os.close(to_browser)
        os.close(from_browser)

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()
        os.close(self.commands)
        os.close(self.answers)
        shutil.rmtree(self.profile, ignore_errors=True)

    def read(self, until):
        """The next message of the browser, or None when the time is up."""
        while b"\0" not in self.buffer:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self.answers], [], [], left)[0]:
                return None
            more = os.read(self.answers, 1 << 16)
            if not more:
                raise RuntimeError("the browser ended: " + self.process.stderr.read(4000).decode(errors="replace"))
            self.buffer += more
        line, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(line)

    def serve(self, files):
        """Before open(): what the page asks for is answered by files(url) with a type and bytes (None: not found), as an app answers for its web view."""
        self.files = files

    def answer(self, event):
        request = event["params"]
        found = self.files(request["request"]["url"])
        kind, content = found or ("text/plain", b"")
        headers = [{"name": "Content-Type", "value": kind}]
        self.send("Fetch.fulfillRequest", requestId=request["requestId"], responseCode=200 if found else 404, responseHeaders=headers, body=base64.b64encode(content).decode())

    def send(self, method, **params):
        self.last_id += 1
        message = {"id": self.last_id, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        data = memoryview(json.dumps(message).encode() + b"\0")
        while data:
            data = data[os.write(self.commands, data):]
        return self.last_id

    def call(self, method, limit=60, **params):
        """The result of a command to the page, or to the browser before there is a page."""
        sent = self.send(method, **params)
        until = time.monotonic() + limit
        while (answer := self.read(until)) is not None:
            if answer.get("method") == "Fetch.requestPaused":
                self.answer(answer)  # At once: the command may wait for it.
            elif answer.get("id") != sent:
                self.events.append(answer)
            elif "error" in answer:
                raise RuntimeError("%s: %s" % (method, answer["error"]))
            else:
                return answer["result"]
        raise RuntimeError("%s: no answer in %d s" % (method, limit))

    def open(self, url):
        """Opens a page; its console is what console() gives from now on."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Runtime.enable")
        if self.files:
            self.call("Fetch.enable")
        self.call("Page.navigate", url=url)

    def hide(self):
        """Brings another tab to the front, and returns once the page knows."""
        session, self.session = self.session, None
        self.call("Target.activateTarget", targetId=self.call("Target.createTarget", url="about:blank")["targetId"])
        self.session = session
        known = "new Promise(done => document.hidden ? done() : document.addEventListener('visibilitychange', () => done(), {once: true}))"
        self.call("Runtime.evaluate", expression=known, awaitPromise=True)

    def console(self, seconds):
        """Lines of the page's console as they come; ends with the time or with the page's first uncaught error."""
        until = time.monotonic() + seconds
        while (event := self.events.pop(0) if self.events else self.read(until)) is not None:
            what = event.get("params", {})
            if event.get("method") == "Fetch.requestPaused":
                self.answer(event)
            elif event.get("method") == "Runtime.consoleAPICalled":
                yield " ".join(str(argument.get("value", argument.get("description", ""))) for argument in what["args"])
            elif event.get("method") == "Runtime.exceptionThrown":
                details = what["exceptionDetails"]
                yield "page error: " + details.get("exception", {}).get("description", details["text"])
                return
