#!/usr/bin/env python3
"""The engine's HTTP against programs that we did not write, and against origins that stall, lie or die.

    run.py ENGINE      ends with "N passed, N failed, N skipped"

HTTPRequest talks to Python's http.server, Node's http, nginx (chunks, gzip, TLS, proxies), tinyproxy and origins whose answers are literal bytes; curl talks to a server in
GDScript. In a network namespace of its own (as root on Linux), packets are lost, names and addresses do not answer.
"""
import contextlib
import ctypes
import fcntl
import gzip
import hashlib
import http.server
import json
import os
import queue
import random
import shutil
import socket
import socketserver
import ssl
import struct
import subprocess
import sys
import tempfile
import threading
import time
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
ENGINE = os.path.abspath(sys.argv[1])
LIMIT = 90
results = []
skipped = []
SUCCESS, BAD_CHUNKS, CANT_CONNECT, CANT_RESOLVE, CONNECTION_ERROR, TLS_ERROR, NO_RESPONSE, TOO_LONG, NOT_UNPACKED, FAILED, CANT_OPEN, CANT_WRITE, REDIRECTS, TIMEOUT = range(14)


def check(name, good, detail=""):
    results.append(bool(good))
    print("%s %s%s" % ("ok  " if good else "FAIL", name, "" if good else "\n" + str(detail)[-1500:]), flush=True)


def skip(name, why):
    skipped.append(name)
    print("skip %s: %s" % (name, why))


def request(*steps):
    """The answers to these requests, one after the other on one node."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(steps, file)
        file.flush()
        done = subprocess.run([ENGINE, "--headless", "-s", os.path.join(HERE, "request.gd")], env=dict(os.environ, REQUESTS=file.name), capture_output=True, text=True, errors="replace", timeout=LIMIT)
    answers = [json.loads(line, strict=False) for line in done.stdout.split("\n") if line.startswith("{")]
    if len(answers) != len(steps):
        print(done.stdout[-2000:], done.stderr[-2000:])
    return answers + [{}] * (len(steps) - len(answers))


def is_answer(answer, result=SUCCESS, code=None, text=None):
    return answer.get("result") == result and code in (None, answer.get("code")) and text in (None, answer.get("text"))


class Origin(http.server.BaseHTTPRequestHandler):
    """Python's http.server with paths for what a client has to cope with."""
    protocol_version = "HTTP/1.1"
    connections = set()

    def log_message(self, *_):
        pass

    def reply(self, code, body, headers=()):
        self.send_response(code)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def serve(self):
        Origin.connections.add(self.client_address)
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length) if length else b""
        path = self.path.split("?")[0]
        if path == "/echo":
            self.reply(200, json.dumps({"method": self.command, "path": self.path, "headers": dict(self.headers), "body": body.decode("latin-1")}).encode(), [("X-Kind", "echo")])
        elif path == "/gzip":
            self.reply(200, gzip.compress(b"packed " * 1000), [("Content-Encoding", "gzip")])
        elif path == "/deflate":
            self.reply(200, zlib.compress(b"packed " * 1000), [("Content-Encoding", "deflate")])
        elif path == "/nogzip":
            self.reply(200, b"plain, whatever the header says", [("Content-Encoding", "gzip")])
        elif path == "/bomb":
            self.reply(200, gzip.compress(b"\0" * (300 << 20), 9), [("Content-Encoding", "gzip")])
        elif path == "/chunked":
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for piece in (b"one", b"two", b"x" * 100000):
                self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            self.wfile.write(b"0\r\nTrailer: yes\r\n\r\n")
        elif path == "/old":
            self.wfile.write(b"HTTP/1.0 200 OK\r\n\r\nuntil the end")
            self.close_connection = True
        elif path.startswith("/redirect/"):
            _, _, code, target = path.split("/", 3)
            self.reply(int(code), b"elsewhere", [("Location", target.replace("|", "/"))])
        elif path == "/loop":
            self.reply(302, b"", [("Location", "/loop")])
        else:
            self.reply(404, b"nothing here")

    do_GET = do_POST = do_HEAD = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = serve


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


def start_origin(context=None):
    server = Server(("127.0.0.1", 0), Origin)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, server.server_address[1]


class Listener:
    """Serves every connection on a thread of its own."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        while True:
            connection, _ = self.socket.accept()
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()


def read_head(connection):
    """A head and what came with it; nothing when the connection ended before."""
    head = b""
    while b"\r\n\r\n" not in head:
        piece = connection.recv(65536)
        if not piece:
            return b""
        head += piece
    return head


class Literal(Listener):
    """An origin that sends the same bytes to whoever asks, then closes, resets or stalls. As a proxy it counts what it was asked."""

    def __init__(self, answer, end="close"):
        self.answer, self.end, self.heads, self.held = answer, end, [], []
        super().__init__()

    def serve(self, connection):
        try:
            head = read_head(connection)
            if not head:
                return
            self.heads.append(head)
            connection.sendall(self.answer)
            if self.end == "stall":
                self.held.append(connection)
                return
            if self.end == "reset":
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            connection.close()
        except OSError:
            pass


class Proxy(Listener):
    """A proxy of a few lines: tunnels (CONNECT) and plain requests with a whole URL."""

    def __init__(self):
        self.seen = []
        super().__init__()

    def serve(self, client):
        head = read_head(client)
        if not head:
            return
        line, rest = head.split(b"\r\n", 1)
        method, target, _ = line.decode().split(" ")
        self.seen.append(line.decode())
        if method == "CONNECT":
            host, port = target.rsplit(":", 1)
            if host == "refused.test":
                client.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
                client.close()
                return
            upstream = socket.create_connection(("127.0.0.1", int(port)))
            client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            host, path = target.removeprefix("http://").split("/", 1)
            upstream = socket.create_connection(("127.0.0.1", int(host.rsplit(":", 1)[1])))
            upstream.sendall(("%s /%s HTTP/1.1\r\n" % (method, path)).encode() + rest)
        threading.Thread(target=self.pump, args=(upstream, client), daemon=True).start()
        self.pump(client, upstream)

    @staticmethod
    def pump(source, sink):
        try:
            while data := source.recv(65536):
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            pass


def test_python(port):
    base = "http://127.0.0.1:%d" % port
    Origin.connections.clear()
    a = request(
        {"url": base + "/echo?a b=ž#part", "headers": ["X-Mine: yes"]},
        {"url": base + "/echo", "method": 2, "body": "šest", "headers": ["Content-Type: text/plain"]},
        {"url": base + "/echo", "method": 1},
        {"url": base + "/chunked"}, {"url": base + "/gzip"}, {"url": base + "/deflate"}, {"url": base + "/old"}, {"url": base + "/none"})
    sent = json.loads(a[0].get("text") or "{}")
    check("python http.server: a GET with blanks, letters outside ASCII and a header", is_answer(a[0], code=200) and sent["path"] == "/echo?a%20b=%C5%BE" and sent["headers"]["X-Mine"] == "yes", a[0])
    sent = json.loads(a[1].get("text") or "{}")
    check("python http.server: a POST", is_answer(a[1], code=200) and sent["method"] == "POST" and sent["body"].encode("latin-1").decode() == "šest", a[1])
    check("python http.server: HEAD has headers and no body", is_answer(a[2], code=200, text="") and "X-Kind: echo" in a[2]["headers"], a[2])
    check("python http.server: chunks with a trailer", is_answer(a[3], code=200) and a[3]["size"] == 100006, a[3])
    check("python http.server: gzip and deflate", all(is_answer(x, code=200) and x["size"] == 7000 and x["downloaded"] < 200 for x in a[4:6]), a[4:6])
    check("python http.server: HTTP/1.0 until the end", is_answer(a[6], code=200, text="until the end"), a[6])
    check("python http.server: 404 is an answer", is_answer(a[7], code=404, text="nothing here"), a[7])
    check("python http.server: connections are kept (POST begins one of its own)", len(Origin.connections) <= 4, Origin.connections)
    check("python http.server: no descriptors are left", a[7].get("descriptors", 99) <= a[0].get("descriptors", 0), [x.get("descriptors") for x in a])


def test_redirects(port, secure_port, authority):
    base, secure = "http://127.0.0.1:%d" % port, "https://localhost:%d" % secure_port
    go = lambda code, target: "/redirect/%d/%s" % (code, target.replace("/", "|"))
    down = go(302, base + "/echo")
    other, other_port = start_origin()
    a = request(
        {"url": base + go(301, "/echo"), "method": 2, "body": "x"}, {"url": base + go(307, "../../echo"), "method": 2, "body": "x"}, {"url": base + go(303, "/echo"), "method": 3, "body": "x"},
        {"url": base + go(302, "http://127.0.0.1:%d/echo" % other_port), "headers": ["Authorization: secret", "Cookie: c=1", "X-Mine: yes"]},
        {"url": base + "/loop"}, {"url": base + "/loop", "set": {"max_redirects": 0}},
        {"url": secure + down, "trust": authority, "set": {"max_redirects": 8}}, {"url": secure + down, "set": {"allow_insecure_redirects": True}},
        {"url": base + go(302, secure + "/echo")}, {"url": base + go(302, "ftp://x/")})
    sent = [json.loads(x.get("text") or "{}") for x in a[:4]]
    check("301 turns POST into GET", is_answer(a[0], code=200) and sent[0]["method"] == "GET" and sent[0]["body"] == "", a[0])
    check("307 keeps method and body, relative to the path", is_answer(a[1], code=200) and sent[1]["method"] == "POST" and sent[1]["body"] == "x", a[1])
    check("303 turns PUT into GET", is_answer(a[2], code=200) and sent[2]["method"] == "GET", a[2])
    check("another host is not told secrets", is_answer(a[3], code=200) and "Authorization" not in sent[3]["headers"] and "Cookie" not in sent[3]["headers"] and sent[3]["headers"]["X-Mine"] == "yes", a[3])
    check("redirections without end are ended", is_answer(a[4], REDIRECTS, 302) and is_answer(a[5], REDIRECTS, 302), a[4:6])
    check("https is not left for http", is_answer(a[6], FAILED) and "allow_insecure_redirects" in a[6]["error"], a[6])
    check("unless asked", is_answer(a[7], code=200), a[7])
    check("http to https", is_answer(a[8], code=200), a[8])
    check("a redirection to another scheme fails", is_answer(a[9], FAILED), a[9])
    other.shutdown()


def test_liars():
    """Each origin breaks a rule: a typed failure, no leak, and the next request works."""
    ok = Literal(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
    cases = [
        ("two lengths", b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok", CONNECTION_ERROR),
        ("length and chunks", b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n", CONNECTION_ERROR),
        ("a folded line", b"HTTP/1.1 200 OK\r\nA: b\r\n c\r\nContent-Length: 2\r\n\r\nok", CONNECTION_ERROR),
        ("bare LF", b"HTTP/1.1 200 OK\nContent-Length: 2\n\nok", CONNECTION_ERROR),
        ("NUL", b"HTTP/1.1 200 OK\r\nA: \0\r\nContent-Length: 2\r\n\r\nok", CONNECTION_ERROR),
        ("an endless head", b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 100000, CONNECTION_ERROR),
        ("an endless line", b"HTTP/1.1 200 OK\r\nA: " + b"x" * 1000000, CONNECTION_ERROR),
        ("no HTTP", b"220 mail ready\r\n\r\n", CONNECTION_ERROR),
        ("a bad chunk", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", BAD_CHUNKS),
        ("an endless extension", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;" + b"x" * 100000, BAD_CHUNKS),
        ("a cut body", b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nshort", CONNECTION_ERROR),
        ("cut chunks", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", CONNECTION_ERROR),
        ("nothing", b"", CONNECTION_ERROR),
        ("half a head", b"HTTP/1.1 200 OK\r\nContent-Le", CONNECTION_ERROR),
        ("interim answers without end", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000, CONNECTION_ERROR),
    ]
    steps, expected = [], []
    for name, answer, result in cases:
        for end in ("close", "reset"):
            steps.append({"url": "http://127.0.0.1:%d/" % Literal(answer, end).port, "set": {"timeout": 20}})
            expected.append((name + ", then " + end, result))
        steps.append({"url": "http://127.0.0.1:%d/" % ok.port})
        expected.append(("well after " + name, SUCCESS))
    answers = request(*steps)
    wrong = [(name, answer) for (name, result), answer in zip(expected, answers) if answer.get("result") != result and not (name.endswith("reset") and answer.get("result") == CONNECTION_ERROR)]
    check("origins that lie or die (%d): each has its failure, and the next request works" % len(steps), not wrong, wrong)
    check("origins that lie or die leave no descriptors", answers[-1].get("descriptors", 99) <= answers[2].get("descriptors", 0), answers[-1])
    check("failures have words", all(x.get("error") for x in answers if x.get("result")), answers)


def test_stalls():
    stalls = [Literal(piece, "stall") for piece in (b"", b"HTTP/1.1 200", b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nshort", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel")]
    with tempfile.TemporaryDirectory() as folder:
        target = os.path.join(folder, "file")
        open(target, "w").write("old")
        steps = [{"url": "http://127.0.0.1:%d/" % s.port, "set": {"timeout": 0.5, "download_file": target}} for s in stalls]
        steps += [{"url": "http://127.0.0.1:%d/" % s.port, "cancel_after": 0.2, "set": {"timeout": 0}} for s in stalls]
        a = request(*steps)
        check("origins that stall: the timeout ends it", all(is_answer(x, TIMEOUT, 0) for x in a[:4]), a[:4])
        b = request({"url": "https://127.0.0.1:%d/" % stalls[0].port, "set": {"connect_timeout": 0.3, "timeout": 0}}, {"url": "http://127.0.0.1:%d/" % stalls[0].port, "set": {"connect_timeout": 0.3, "timeout": 1}})
        check("a handshake that stalls: connect_timeout ends it, and is not for the answer", is_answer(b[0], TLS_ERROR) and "connect_timeout" in b[0]["error"] and is_answer(b[1], TIMEOUT), b)
        check("origins that stall: cancelling leaves nothing", all(x.get("cancelled") for x in a[4:]) and a[4].get("objects") == a[7].get("objects"), a[4:])
        check("a download that failed leaves the old file and nothing beside it", open(target).read() == "old" and os.listdir(folder) == ["file"], os.listdir(folder))


def test_bodies(port):
    base = "http://127.0.0.1:%d" % port
    endless = Literal(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1000\r\n" + b"x" * 4096 + b"\r\n", "stall")
    with tempfile.TemporaryDirectory() as folder:
        target = os.path.join(folder, "file")
        a = request(
            {"url": base + "/gzip", "set": {"body_size_limit": 6999}}, {"url": base + "/gzip", "set": {"body_size_limit": 7000}}, {"url": base + "/echo", "set": {"body_size_limit": 5}},
            {"url": "http://127.0.0.1:%d/" % endless.port}, {"url": base + "/bomb", "set": {"body_size_limit": -1}}, {"url": base + "/nogzip"}, {"url": base + "/gzip", "set": {"accept_gzip": False}},
            {"url": base + "/gzip", "set": {"accept_gzip": True, "download_file": target}}, {"url": base + "/echo", "set": {"download_file": target + ".none/file"}}, {"url": base + "/echo", "set": {"download_file": "/dev/full"}})
        check("limits are of the unpacked body", is_answer(a[0], TOO_LONG) and is_answer(a[1]) and is_answer(a[2], TOO_LONG) and is_answer(a[3], TOO_LONG), a[:4])
        check("a gzip bomb is refused, in bounded memory", is_answer(a[4], NOT_UNPACKED) and a[4]["static_memory"] < 300 << 20, a[4])
        check("what is not packed as it says", is_answer(a[5], NOT_UNPACKED), a[5])
        check("without accept_gzip the body stays packed", is_answer(a[6]) and a[6]["size"] < 200, a[6])
        check("into a file, unpacked", is_answer(a[7]) and a[7]["size"] == 0 and open(target, "rb").read() == b"packed " * 1000, a[7])
        check("a file that cannot be opened, or written", is_answer(a[8], CANT_OPEN) and is_answer(a[9], CANT_WRITE), a[8:])


def make_certificates(folder):
    done = subprocess.run([ENGINE, "--headless", "--make-dev-cert", folder], capture_output=True, text=True, timeout=LIMIT)
    names = os.listdir(folder)
    pick = lambda *words: next((os.path.join(folder, n) for n in sorted(names) if all(w in n for w in words)), "")
    return {"authority": pick("ca", ".crt") or pick("ca.", ""), "certificate": pick("localhost", ".crt"), "key": pick("localhost", ".key"), "note": done.stdout + done.stderr + str(names)}


def test_tls(secure_port, authority):
    base = "https://localhost:%d" % secure_port
    a = request({"url": base + "/echo", "trust": authority}, {"url": base + "/gzip"}, {"url": base + "/chunked"}, {"url": "https://127.0.0.1:%d/echo" % Literal(b"no TLS at all", "close").port})
    check("python ssl: over TLS", all(is_answer(x, code=200) for x in a[:3]), a)
    check("a port that speaks no TLS", is_answer(a[3], TLS_ERROR), a[3])
    a = request({"url": base + "/echo"})
    check("an authority that is not trusted", is_answer(a[0], TLS_ERROR) and a[0]["error"], a[0])


def test_proxies(port, secure_port, authority):
    proxy = Proxy()
    dead = socket.create_server(("127.0.0.1", 0))
    dead_port = dead.getsockname()[1]
    dead.close()
    a = request({"url": "http://somewhere.test:%d/echo" % port, "http_proxy": proxy.port}, {"url": "https://localhost:%d/echo" % secure_port, "https_proxy": proxy.port, "trust": authority},
                {"url": "https://refused.test/"}, {"url": "https://localhost:%d/echo" % secure_port, "https_proxy": Literal(b"gibberish\r\n\r\n").port}, {"url": "https://localhost:%d/echo" % secure_port, "https_proxy": dead_port})
    check("a plain proxy gets the whole URL", is_answer(a[0], code=200) and ("GET http://somewhere.test:%d/echo HTTP/1.1" % port) in proxy.seen, (a[0], proxy.seen))
    check("TLS goes through a tunnel", is_answer(a[1], code=200) and ("CONNECT localhost:%d HTTP/1.1" % secure_port) in proxy.seen, (a[1], proxy.seen))
    check("a proxy that refuses, speaks no HTTP, or is not there", is_answer(a[2], CANT_CONNECT) and "403" in a[2]["error"] and is_answer(a[3], CANT_CONNECT) and is_answer(a[4], CANT_CONNECT), a[2:])


def wait_for_port(port):
    for _ in range(200):
        with contextlib.suppress(OSError):
            return socket.create_connection(("127.0.0.1", port), 1).close()
        threading.Event().wait(0.02)


def test_tinyproxy(port, secure_port, authority):
    if not shutil.which("tinyproxy"):
        return skip("tinyproxy", "not installed")
    with tempfile.TemporaryDirectory() as folder:
        here, path = free_port(), os.path.join(folder, "tinyproxy.conf")
        open(path, "w").write('Port %d\nListen 127.0.0.1\nTimeout 60\nLogLevel Critical\nPidFile "%s/pid"\nConnectPort %d\n' % (here, folder, secure_port))
        proxy = subprocess.Popen(["tinyproxy", "-d", "-c", path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_for_port(here)
            a = request({"url": "http://127.0.0.1:%d/gzip" % port, "http_proxy": here}, {"url": "http://127.0.0.1:%d/chunked" % port, "http_proxy": here}, {"url": "https://localhost:%d/echo" % secure_port, "https_proxy": here, "trust": authority},
                        {"url": "https://localhost:%d/gzip" % secure_port, "https_proxy": here}, {"url": "https://localhost:1/", "https_proxy": here})
            check("tinyproxy: plain requests", is_answer(a[0], code=200) and is_answer(a[1], code=200) and a[1]["size"] == 100006, a[:2])
            check("tinyproxy: TLS by CONNECT", is_answer(a[2], code=200) and is_answer(a[3], code=200), a[2:4])
            check("tinyproxy: a port that it does not allow", is_answer(a[4], CANT_CONNECT) and "403" in a[4]["error"], a[4])
        finally:
            proxy.terminate()
            proxy.wait()


def test_node():
    if not shutil.which("node"):
        return skip("node http", "no node")
    program = """
        const http = require('http');
        const server = http.createServer((q, a) => {
            if (q.url == '/early') { a.writeEarlyHints({link: '</x>; rel=preload'}); }
            if (q.url == '/trailer') { a.setHeader('Trailer', 'X'); a.write('one'); a.addTrailers({'X': 'y'}); a.end('two'); return; }
            let n = 0; q.on('data', d => n += d.length); q.on('end', () => a.end(q.method + ' ' + n));
        });
        server.listen(0, '127.0.0.1', () => console.log(server.address().port));"""
    node = subprocess.Popen(["node", "-e", program], stdout=subprocess.PIPE, text=True)
    try:
        base = "http://127.0.0.1:" + node.stdout.readline().strip()
        a = request({"url": base + "/trailer"}, {"url": base + "/early"}, {"url": base + "/", "method": 2, "body": "x" * 3000000}, {"url": base + "/", "method": 4, "headers": ["Transfer-Encoding: chunked"], "body": "abc"})
        check("node http: chunks with a trailer", is_answer(a[0], code=200, text="onetwo"), a[0])
        check("node http: early hints are passed over", is_answer(a[1], code=200, text="GET 0"), a[1])
        check("node http: 3 MB are sent", is_answer(a[2], code=200, text="POST 3000000"), a[2])
        check("node http: a body in chunks is sent", is_answer(a[3], code=200, text="DELETE 3"), a[3])
    finally:
        node.kill()


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def test_nginx(certificates):
    if not shutil.which("nginx"):
        return skip("nginx", "not installed")
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        big = os.urandom(1 << 20) * 100
        open(os.path.join(folder, "big.bin"), "wb").write(big)
        open(os.path.join(folder, "text.txt"), "w").write("many words " * 10000)
        plain, secure = free_port(), free_port()
        tls = "listen 127.0.0.1:%d ssl; ssl_certificate %s; ssl_certificate_key %s;" % (secure, certificates["certificate"], certificates["key"]) if certificates["key"] else ""
        temporary = "".join("%s_temp_path %s/%s;" % (n, folder, n) for n in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        conf = "worker_processes 1; pid %s/pid; error_log %s/error.log; daemon off; %s events {} http { access_log off; sendfile on; gzip on; gzip_types text/plain; gzip_proxied any; default_type application/octet-stream; types { text/plain txt; } %s server { listen 127.0.0.1:%d; %s root %s; } }"
        open(os.path.join(folder, "nginx.conf"), "w").write(conf % (folder, folder, "user root;" if os.getuid() == 0 else "", temporary, plain, tls, folder))
        nginx = subprocess.Popen(["nginx", "-c", os.path.join(folder, "nginx.conf")], stderr=subprocess.DEVNULL)
        try:
            wait_for_port(plain)
            base = "http://127.0.0.1:%d" % plain
            target = os.path.join(folder, "copy")
            a = request({"url": base + "/text.txt"}, {"url": base + "/big.bin", "set": {"download_file": target}}, {"url": base + "/none", "set": {"download_file": ""}}, {"url": base + "/big.bin"})
            check("nginx: gzip in chunks", is_answer(a[0], code=200) and a[0]["size"] == 110000 and "Content-Encoding: gzip" in a[0]["headers"] and "Transfer-Encoding: chunked" in a[0]["headers"], a[0])
            check("nginx: 100 MB into a file, in little memory", is_answer(a[1], code=200) and a[1]["downloaded"] == len(big) and a[1]["static_memory"] < 8 << 20 and hashlib.md5(open(target, "rb").read()).digest() == hashlib.md5(big).digest(), a[1])
            b = request({"url": "http://somewhere.test/text.txt", "http_proxy": plain}, {"url": "https://somewhere.test/", "https_proxy": plain})
            check("nginx as a proxy: the whole URL is understood; what it does not know of CONNECT is told", is_answer(b[0], code=200) and b[0]["size"] == 110000 and is_answer(b[1], CANT_CONNECT) and "40" in b[1]["error"], b)
            check("nginx: 404", is_answer(a[2], code=404), a[2])
            check("nginx: 100 MB into memory", is_answer(a[3], code=200) and a[3]["md5"] == hashlib.md5(big).hexdigest(), {k: v for k, v in a[3].items() if k != "text"})
            if certificates["key"]:
                a = request({"url": "https://localhost:%d/big.bin" % secure, "trust": certificates["authority"]}, {"url": "https://localhost:%d/text.txt" % secure})
                check("nginx: TLS, 100 MB and gzip", is_answer(a[0], code=200) and a[0]["md5"] == hashlib.md5(big).hexdigest() and is_answer(a[1], code=200) and a[1]["size"] == 110000, [{k: v for k, v in x.items() if k != "text"} for x in a])
        finally:
            nginx.terminate()
            nginx.wait()


def test_curl():
    if not shutil.which("curl"):
        return skip("curl", "not installed")
    server = subprocess.Popen([ENGINE, "--headless", "-s", os.path.join(HERE, "server.gd")], stdout=subprocess.PIPE, text=True)
    try:
        port = ""
        while not port.startswith("port "):
            port = server.stdout.readline().strip()
        base = "http://127.0.0.1:" + port.split()[1]
        curl = lambda *arguments: subprocess.run(["curl", "-sS", "--max-time", "20", *arguments], capture_output=True, text=True).stdout
        check("curl: keep-alive against a server in GDScript", curl("-w", "%{num_connects}", base + "/hello", base + "/hello") == "hello1hello0")
        check("curl: chunks", curl(base + "/chunked") == "hello world")
        check("curl: a body of 100 kB", curl("-d", "x" * 100000, "-H", "Expect:", base + "/echo") == "x" * 100000)
    finally:
        server.kill()


NAMESPACE = """
ip link set lo up
ip link add v0 type veth peer name v1
ip addr add 10.9.0.1/24 dev v0
ip -6 addr add fd00::1/64 dev v0 nodad
ip link set v0 up
ip link set v1 up
ip neigh add 10.9.0.2 lladdr 02:00:00:00:00:02 dev v0
ip -6 neigh add fd00::2 lladdr 02:00:00:00:00:02 dev v0
printf '127.0.0.1 localhost\\nfd00::2 both.test\\n127.0.0.1 both.test\\n10.9.0.2 hole.test\\n' > "$1/hosts"
mount --bind "$1/hosts" /etc/hosts
if [ -e /etc/gai.conf ]; then printf 'precedence fc00::/7 90\\nprecedence ::ffff:0:0/96 10\\n' > "$1/gai"; mount --bind "$1/gai" /etc/gai.conf; fi
exec python3 "$2" "$3" inside
"""


def test_namespace():
    """Runs inside() of this file where packets can be lost without harm."""
    if os.getuid() != 0 or not shutil.which("unshare") or not shutil.which("ip") or subprocess.run(["unshare", "-n", "-m", "ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1"], capture_output=True).returncode != 0:
        return skip("network namespaces", "they need root, unshare, ip and veth")
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["unshare", "-n", "-m", "sh", "-c", NAMESPACE, "sh", folder, os.path.abspath(__file__), ENGINE], capture_output=True, text=True, timeout=3 * LIMIT)
        print(done.stdout, end="")
        inner = [line[:4] == "ok  " for line in done.stdout.split("\n") if line[:4] in ("ok  ", "FAIL")]
        results.extend(inner)
        skipped.extend(line for line in done.stdout.split("\n") if line.startswith("skip"))
        if not inner:
            check("network namespace", False, done.stdout + done.stderr)


def inside():
    origin, port = start_origin()
    steps = [{"url": "http://both.test:%d/echo" % port, "set": {"timeout": 20}}, {"url": "http://hole.test:%d/echo" % port, "set": {"timeout": 1}}, {"url": "http://hole.test:%d/echo" % port, "set": {"timeout": 0, "connect_timeout": 0.5}}, {"url": "http://192.0.2.1/", "set": {"timeout": 20}}, {"url": "http://no-such-name.test/"}]
    a = request(*steps)
    check("an IPv6 address that does not answer: IPv4 is tried beside it", is_answer(a[0], code=200), a[0])
    check("a host that does not answer: the timeout ends it", is_answer(a[1], TIMEOUT), a[1])
    check("or connect_timeout does", is_answer(a[2], CANT_CONNECT) and "connect_timeout" in a[2]["error"], a[2])
    check("a network without a way there", is_answer(a[3], CANT_CONNECT) and "nreachable" in a[3]["error"], a[3])
    check("a name that no server knows", is_answer(a[4], CANT_RESOLVE) and "no-such-name.test" in a[4]["error"], a[4])
    test_bad_line()


def open_tunnel(name, address):
    tunnel = os.open("/dev/net/tun", os.O_RDWR)
    fcntl.ioctl(tunnel, 0x400454CA, struct.pack("16sH", name.encode(), 0x1001))  # TUNSETIFF: packets of IP and nothing in front of them.
    subprocess.run(["ip", "addr", "add", address + "/24", "dev", name], check=True)
    subprocess.run(["ip", "link", "set", name, "up"], check=True)
    return tunnel


def carry(source, sink, lot):
    """Every twentieth packet is lost, the others take 10 ms."""
    waiting = queue.Queue()

    def deliver():
        while True:
            due, packet = waiting.get()
            time.sleep(max(0, due - time.monotonic()))  # The line's own delay: no wait for anything.
            os.write(sink, packet)

    threading.Thread(target=deliver, daemon=True).start()
    while True:
        packet = os.read(source, 65536)
        if lot.random() >= 0.05:
            waiting.put((time.monotonic() + 0.01, packet))


def test_bad_line():
    """The origin is in a namespace of its own, behind a line that loses and delays packets."""
    try:
        here = open_tunnel("line", "10.8.0.1")
    except OSError as error:
        return skip("loss and delay", "no tunnels here: %s" % error)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if ctypes.CDLL(None, use_errno=True).unshare(0x40000000) != 0:  # CLONE_NEWNET
                os._exit(1)
            there = open_tunnel("line", "10.8.0.2")
            server = Server(("10.8.0.2", 0), Origin)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            threading.Thread(target=carry, args=(here, there, random.Random(1)), daemon=True).start()
            os.write(writer, b"%d\n" % server.server_address[1])
            carry(there, here, random.Random(2))
        finally:
            os._exit(1)
    os.close(writer)
    try:
        port = os.read(reader, 16).decode().strip()
        a = request(*[{"url": "http://10.8.0.2:%s/%s" % (port, path), "set": {"timeout": 60}} for path in ("chunked", "gzip", "echo", "old") * 2])
        check("a line that loses and delays packets: all answers come whole", all(is_answer(x, code=200) for x in a) and a[0]["size"] == 100006, a)
        os.kill(child, 9)
        os.waitpid(child, 0)
        child = 0
        a = request({"url": "http://10.8.0.2:%s/echo" % port, "set": {"timeout": 2}})
        check("the line is cut: the timeout ends it", is_answer(a[0], TIMEOUT), a)
    finally:
        if child:
            os.kill(child, 9)
            os.waitpid(child, 0)


def main():
    if sys.argv[2:3] == ["inside"]:
        inside()
        return
    origin, port = start_origin()
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        certificates = make_certificates(folder)
        test_python(port)
        if certificates["key"]:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificates["certificate"], certificates["key"])
            secure, secure_port = start_origin(context)
            test_redirects(port, secure_port, certificates["authority"])
            test_tls(secure_port, certificates["authority"])
            test_proxies(port, secure_port, certificates["authority"])
            test_tinyproxy(port, secure_port, certificates["authority"])
        else:
            check("development certificates are made", False, certificates["note"])
        test_liars()
        test_stalls()
        test_bodies(port)
        test_node()
        test_nginx(certificates)
        test_curl()
        test_namespace()
    print("%d passed, %d failed, %d skipped" % (sum(results), len(results) - sum(results), len(skipped)))
    sys.exit(not all(results))


if __name__ == "__main__":
    main()
