#!/usr/bin/env python3
"""StreamPeerTLS as a server beside openssl's s_server and, with --ssl-server2, mbedTLS's own program, in one run.

    run.py ENGINE [--ssl-server2 PROGRAM] [--rounds N] [throughput | handshakes | idle | download ...]

Prints ratios (ours / theirs) of rates, and the servers' own CPU time, which other load on the machine disturbs less. Nothing here is a test.
"""
import argparse
import functools
import glob
import http.server
import os
import re
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "..", "..", "tls"), os.path.join(HERE, "..", "..", "support")]
from authority import Authority  # noqa: E402
from programs import Program  # noqa: E402

SIZE = 400 << 20
SUITES = ["TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"]


def cpu_seconds(pid):
    return sum(int(open(path).read().split()[0]) for path in glob.glob("/proc/%d/task/*/schedstat" % pid)) / 1e9


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


class Server:
    """A program of others that is there when it has printed a line that begins with `ready`."""

    def __init__(self, port, ready, *command, folder=None):
        self.program = Program(*command, folder=folder)
        line = self.program.wait_line(ready)
        if line is None:
            raise SystemExit("%s does not start:\n%s" % (command[0], "\n".join(self.program.stop())))
        self.port = port or int(line.rsplit(":", 1)[1])
        self.process = self.program.process

    def stop(self):
        self.process.kill()
        self.process.wait()


class Ours:
    def __init__(self, engine, certificates, name="good"):
        path = certificates.path(name)
        self.program = Program(engine, "--headless", "-s", os.path.join(HERE, "..", "..", "tls", "tls_server.gd"), "--", "quiet=1", "key=%s.key" % path, "cert=%s.crt" % path)
        self.port = int(self.program.wait_line("port "))
        self.process = self.program.process

    def stop(self):
        self.program.stop()


def timed(server, work):
    """(seconds, the server's CPU seconds, what work returned)"""
    cpu, start = cpu_seconds(server.process.pid), time.monotonic()
    result = work()
    return time.monotonic() - start, cpu_seconds(server.process.pid) - cpu, result


def fetch(port, path, suite):
    subprocess.run(["curl", "-sk", "--http1.1", "--tls13-ciphers", suite, "-o", "/dev/null", "https://127.0.0.1:%d/%s" % (port, path)], check=True)


def throughput(options, certificates):
    with open(certificates.path("big"), "wb") as out:
        out.truncate(SIZE)
    path = certificates.path("good")
    servers = {"ours": Ours(options.engine, certificates), "s_server": Server(None, "ACCEPT ", "openssl", "s_server", "-accept", "127.0.0.1:0", "-key", path + ".key", "-cert", path + ".crt", "-WWW", folder=certificates.folder)}
    for suite in SUITES:
        best = {}
        for _ in range(options.rounds):
            for name, server in servers.items():
                seconds, cpu, _ = timed(server, lambda: fetch(server.port, "bytes/%d" % SIZE if name == "ours" else "big", suite))
                old = best.get(name, (9e9, 9e9))
                best[name] = (min(old[0], seconds), min(old[1], cpu))
        (a, b), (c, d) = best["ours"], best["s_server"]
        print("%-30s ours %6.0f MB/s, s_server %6.0f MB/s: %.2f; server CPU %.0f and %.0f ms: %.2f" % (suite, SIZE / a / 1e6, SIZE / c / 1e6, c / a, b * 1e3, d * 1e3, d / b), flush=True)
    for server in servers.values():
        server.stop()


def connections(port, version, certificates, reuse, seconds=3):
    """How many connections that say and hear a word were made one after the other."""
    context = ssl.create_default_context(cafile=certificates.path("ca.crt"))
    context.minimum_version = context.maximum_version = {"1.2": ssl.TLSVersion.TLSv1_2, "1.3": ssl.TLSVersion.TLSv1_3}[version]
    session, count, resumed, end = None, 0, 0, time.monotonic() + seconds
    while time.monotonic() < end:
        raw = socket.create_connection(("127.0.0.1", port))
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with context.wrap_socket(raw, server_hostname="localhost", session=session) as stream:
            stream.sendall(b"GET /bytes/1 HTTP/1.0\r\n\r\n")
            stream.recv(100)
            count += 1
            resumed += stream.session_reused
            session = stream.session if reuse else None
    return count if not reuse or resumed > count * 0.9 else 0


def handshakes(options, certificates):
    path = certificates.path("good")
    port = free_port()
    servers = {"ours": Ours(options.engine, certificates)}
    if options.ssl_server2:
        servers["ssl_server2"] = Server(port, "  . Bind on ", options.ssl_server2, "server_addr=127.0.0.1", "server_port=%d" % port, "crt_file=%s.crt" % path, "key_file=%s.key" % path, "auth_mode=none", "debug_level=0", "tickets=1")
    for version in ("1.3", "1.2"):
        for reuse in (False, True):
            best = {}
            for _ in range(options.rounds):
                for name, server in servers.items():
                    seconds, cpu, count = timed(server, lambda: connections(server.port, version, certificates, reuse))
                    old = best.get(name, (0, 9e9))
                    best[name] = (max(old[0], count / 3), min(old[1], cpu / max(count, 1)))
            line = "TLS %s %-7s" % (version, "resumed" if reuse else "full")
            for name, (rate, cpu) in best.items():
                line += "  %s %5.0f/s, %4.0f us CPU each" % (name, rate, cpu * 1e6)
            if len(best) == 2:
                line += "; ratio of rates %.2f, of CPU %.2f" % (best["ours"][0] / best["ssl_server2"][0], best["ssl_server2"][1] / best["ours"][1])
            print(line, flush=True)
    for server in servers.values():
        server.stop()


def resident_kib(pid):
    return int(re.search(r"VmRSS:\s+(\d+)", open("/proc/%d/status" % pid).read())[1])


def idle(options, certificates):
    for version, name in ((ssl.TLSVersion.TLSv1_3, "1.3"), (ssl.TLSVersion.TLSv1_2, "1.2")):
        server = Ours(options.engine, certificates)
        context = ssl.create_default_context(cafile=certificates.path("ca.crt"))
        context.minimum_version = context.maximum_version = version

        def connect(count):
            made = []
            for _ in range(count):
                stream = context.wrap_socket(socket.create_connection(("127.0.0.1", server.port)), server_hostname="localhost")
                stream.sendall(b"hello")
                stream.recv(100)
                made.append(stream)
            return made

        kept = connect(50)
        before = resident_kib(server.process.pid)
        kept += connect(500)
        print("idle connection, TLS %s: %.1f KiB of the server's memory" % (name, (resident_kib(server.process.pid) - before) / 500), flush=True)
        del kept
        server.stop()


def download(options, certificates):
    size = 100 << 20
    with open(certificates.path("hundred"), "wb") as out:
        out.truncate(size)

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    origin = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=certificates.folder))
    threading.Thread(target=origin.serve_forever, daemon=True).start()
    url = "http://127.0.0.1:%d/hundred" % origin.server_address[1]
    script = os.path.join(HERE, "download.gd")
    best = {}
    for _ in range(options.rounds):
        text = subprocess.run([options.engine, "--headless", "-s", script, "--", url, certificates.path("copy")], capture_output=True, text=True).stdout
        found = re.search(r"seconds ([\d.]+) peak (\d+)", text)
        best["ours"] = min(best.get("ours", (9e9, 0)), (float(found[1]), int(found[2])))
        text = subprocess.run(["curl", "-s", "-o", certificates.path("copy"), "-w", "%{time_total}", url], capture_output=True, text=True).stdout
        best["curl"] = min(best.get("curl", 9e9), float(text))
    print("100 MB: HTTPRequest %.3f s, curl %.3f s: %.2f of its rate; peak of resident memory %.1f MiB" % (best["ours"][0], best["curl"], best["curl"] / best["ours"][0], best["ours"][1] / 1024), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine")
    parser.add_argument("--ssl-server2")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("what", nargs="*", metavar="what", help="throughput, handshakes, idle, download; all when there is none")
    options = parser.parse_args()
    options.engine = os.path.abspath(options.engine)
    with tempfile.TemporaryDirectory() as folder:
        certificates = Authority(folder)
        certificates.make("good")
        for what in options.what or ["throughput", "handshakes", "idle", "download"]:
            globals()[what](options, certificates)


if __name__ == "__main__":
    main()
