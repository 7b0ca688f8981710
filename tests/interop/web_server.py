#!/usr/bin/env python3
"""Files and WebSockets on one port of a WebSocketServer, asked by curl, Python and openssl; and a certificate that changes.

    web_server.py ENGINE      ends with "N passed, N failed, N skipped"
"""
import asyncio
import gzip
import http.client
import os
import shutil
import ssl
import subprocess
import sys
import tempfile

try:
    import websockets
except ImportError:
    if sys.executable != "/usr/bin/python3" and os.path.exists("/usr/bin/python3"):
        os.execv("/usr/bin/python3", ["/usr/bin/python3"] + sys.argv)  # Where Debian's python3-websockets is.
    raise SystemExit("web_server.py needs the package python3-websockets\n0 passed, 1 failed")

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))
sys.path.insert(0, os.path.join(HERE, "..", "browser"))
from chromium import Chromium  # noqa: E402
from firefox import Firefox, find_firefox  # noqa: E402
from programs import LIMIT, Program, Results  # noqa: E402

ENGINE = os.path.abspath(sys.argv[1])
PAGE_SCRIPT = b"""console.log('script came');
const socket = new WebSocket('ws://' + location.host + '/play');
socket.onopen = () => socket.send('hello');
socket.onmessage = (event) => console.log('heard ' + event.data);
"""
LARGE = 24 * 1024 * 1024
results = Results()
check = results.check


def start(*args):
    server = Program(ENGINE, "--headless", "-s", os.path.join(HERE, "web_server.gd"), "--", *args)
    return server, server.wait_line("port ")


def curl(*args, body_only=False):
    done = subprocess.run(["curl", "-sS", "--max-time", str(LIMIT), *([] if body_only else ["-i"]), *args], capture_output=True)
    return done.stdout if body_only else done.stdout.decode(errors="replace")


def field(answer, name):
    for line in answer.split("\n"):
        if line.lower().startswith(name.lower() + ":"):
            return line.split(":", 1)[1].strip()
    return None


def memory_of(pid):
    with open("/proc/%d/status" % pid) as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))


def make_site(folder):
    www = os.path.join(folder, "www")
    os.makedirs(os.path.join(www, "sub"))
    with open(os.path.join(folder, "secret"), "w") as file:
        file.write("the secret")
    os.symlink(os.path.join(folder, "secret"), os.path.join(www, "out.txt"))
    contents = {"index.html": b"<p>start</p>", "digits.txt": b"0123456789", "sub/index.html": b"sub", "app.js": b"console.log('plain');" * 50,
                "page.html": b"<script>console.log('isolated ' + crossOriginIsolated)</script><script src='packed.js'></script>", "packed.js": PAGE_SCRIPT}
    for name, data in contents.items():
        with open(os.path.join(www, name), "wb") as file:
            file.write(data)
    with open(os.path.join(www, "app.js.gz"), "wb") as file:
        file.write(gzip.compress(contents["app.js"]))
    with open(os.path.join(www, "packed.js.gz"), "wb") as file:
        file.write(gzip.compress(PAGE_SCRIPT))
    with open(os.path.join(www, "large.bin"), "wb") as file:
        block = bytes(i * 7 % 256 for i in range(65536))
        for _ in range(LARGE // len(block)):
            file.write(block)
    return www, contents


def ask_files(base, contents):
    answer = curl(base + "/")
    check("curl: the start page", answer.startswith("HTTP/1.1 200 OK") and answer.endswith("<p>start</p>"), answer)
    check("curl: its type, and what isolates a page", field(answer, "Content-Type") == "text/html; charset=utf-8" and field(answer, "Cross-Origin-Opener-Policy") == "same-origin" and
          field(answer, "Cross-Origin-Embedder-Policy") == "require-corp", answer)
    check("curl: a folder without its slash leads to it", curl("-L", base + "/sub").endswith("sub"))
    answer = curl("-r", "2-4", base + "/digits.txt")
    check("curl: a range", answer.startswith("HTTP/1.1 206 ") and field(answer, "Content-Range") == "bytes 2-4/10" and answer.endswith("234"), answer)
    check("curl: a range from the end", curl("-r", "-3", base + "/digits.txt", body_only=True) == b"789")
    answer = curl("-r", "20-", base + "/digits.txt")
    check("curl: a range outside", answer.startswith("HTTP/1.1 416 ") and field(answer, "Content-Range") == "bytes */10", answer)
    tag = field(curl("-I", base + "/digits.txt"), "ETag")
    answer = curl("-H", "If-None-Match: " + tag, base + "/digits.txt")
    check("curl: what it has is not sent again", answer.startswith("HTTP/1.1 304 ") and answer.endswith("\n\r\n"), answer)
    answer = curl("-I", base + "/digits.txt")
    check("curl: HEAD tells the length", field(answer, "Content-Length") == "10" and answer.startswith("HTTP/1.1 200 "), answer)
    check("curl: a precompressed sibling is unpacked to the same", curl("--compressed", "-H", "Accept-Encoding: gzip", base + "/app.js", body_only=True) == contents["app.js"])
    check("curl: without Accept-Encoding the file itself", curl(base + "/app.js", body_only=True) == contents["app.js"])
    for path in ("/../secret", "/sub/../../secret", "/%2e%2e/secret", "/..%2fsecret", "/out.txt", "/%00", "/sub/%5c..%5c..%5csecret"):
        answer = curl("--path-as-is", base + path)
        check("curl: nothing outside by %s" % path, "the secret" not in answer and answer.startswith(("HTTP/1.1 404", "HTTP/1.1 400")), answer)
    check("curl: other methods", curl("-X", "DELETE", base + "/digits.txt").startswith("HTTP/1.1 405 "))


def keep_alive(port):
    connection = http.client.HTTPConnection("127.0.0.1", int(port), timeout=LIMIT)
    bodies = []
    for path in ("/digits.txt", "/sub/", "/missing", "/digits.txt"):
        connection.request("GET", path)
        answer = connection.getresponse()
        bodies.append((answer.status, answer.read()))
    check("python: one connection, several answers", bodies == [(200, b"0123456789"), (200, b"sub"), (404, b"There is no such file.\n"), (200, b"0123456789")], bodies)
    connection.close()


def large_file(server, port, folder):
    curl("http://127.0.0.1:%s/digits.txt" % port)
    before = memory_of(server.process.pid)
    target = os.path.join(folder, "got.bin")
    urls = [item for i in range(8) for item in ("-o", target + str(i), "http://127.0.0.1:%s/large.bin" % port)]
    subprocess.run(["curl", "-sS", "-Z", "--limit-rate", "200M", "--max-time", str(LIMIT * 4), *urls])
    with open(os.path.join(folder, "www", "large.bin"), "rb") as file:
        wanted = file.read()
    same = []
    for i in range(8):
        with open(target + str(i), "rb") as file:
            same.append(file.read() == wanted)
        os.remove(target + str(i))
    check("curl: eight times a large file at once arrives whole", all(same), same)
    grown = memory_of(server.process.pid) - before
    check("the server's memory does not grow with the files that it sends", grown * 1024 < LARGE / 4, grown)


async def websocket_beside(port):
    async with websockets.connect("ws://127.0.0.1:%s/digits.txt" % port) as socket:
        await socket.send("hello")
        check("python: a WebSocket on the same port", await asyncio.wait_for(socket.recv(), LIMIT) == "hello")


def in_browser(port, name, is_there, start):
    if not is_there:
        results.skip("browser: %s is not installed" % name)
        return
    with start() as browser:
        browser.open("http://127.0.0.1:%s/page.html" % port)
        lines = []
        for line in browser.console(LIMIT):
            lines.append(line)
            if line.startswith(("heard ", "page error")):
                break
    check(name + ": the page is isolated, its script unpacked, and its WebSocket answered", lines == ["isolated true", "script came", "heard hello"], lines)


def make_certificate(folder, name):
    key, certificate = (os.path.join(folder, name + ending) for ending in (".key", ".crt"))
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key, "-out", certificate, "-days", "30",
                    "-subj", "/CN=" + name, "-addext", "subjectAltName=DNS:localhost"], capture_output=True, check=True)
    return key, certificate


def subject_of(port):
    shown = subprocess.run(["openssl", "s_client", "-connect", "127.0.0.1:%s" % port, "-servername", "localhost"], input="", capture_output=True, text=True, timeout=LIMIT).stdout
    return "first" if "CN = first" in shown or "CN=first" in shown else "second" if "CN = second" in shown or "CN=second" in shown else shown


async def reload_certificate(port, folder, second):
    context = ssl._create_unverified_context()
    async with websockets.connect("wss://127.0.0.1:%s/" % port, ssl=context) as player:
        check("openssl: the first certificate", subject_of(port) == "first")
        for source, name in zip(second, ("used.key", "used.crt")):
            shutil.copy(source, os.path.join(folder, name))
        await player.send("reload")
        check("the certificate is read anew", await asyncio.wait_for(player.recv(), LIMIT) == "reloaded 0")
        check("openssl: the second certificate", await asyncio.to_thread(subject_of, port) == "second")
        await player.send("still here")
        check("python: who was connected stays", await asyncio.wait_for(player.recv(), LIMIT) == "still here")


def main():
    with tempfile.TemporaryDirectory() as folder:
        www, contents = make_site(folder)
        server, port = start(www)
        check("the server listens", port, server.lines)
        ask_files("http://127.0.0.1:%s" % port, contents)
        keep_alive(port)
        large_file(server, port, folder)
        asyncio.run(websocket_beside(port))
        in_browser(port, "chromium", shutil.which(os.environ.get("CHROMIUM") or "chromium"), Chromium)
        in_browser(port, "firefox", find_firefox(), Firefox)
        server.stop()
        first, second = make_certificate(folder, "first"), make_certificate(folder, "second")
        for source, name in zip(first, ("used.key", "used.crt")):
            shutil.copy(source, os.path.join(folder, name))
        server, port = start(www, os.path.join(folder, "used.key"), os.path.join(folder, "used.crt"))
        answer = curl("-k", "https://127.0.0.1:%s/large.bin" % port, body_only=True)
        check("curl: a large file by TLS", len(answer) == LARGE)
        asyncio.run(reload_certificate(port, folder, second))
        server.stop()
    print(results.summary())
    sys.exit(1 if results.failed else 0)


main()
