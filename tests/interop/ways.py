#!/usr/bin/env python3
"""The ways to a WebSocket that are not straight: nginx as reverse proxy, TLS terminator, gatekeeper and signpost; HTTP proxies; and
curl's WebSocket client.

    ways.py ENGINE      ends with "N passed, N failed, N skipped"
"""
import asyncio
import json
import logging
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading

try:
    import websockets
except ImportError:
    if sys.executable != "/usr/bin/python3" and os.path.exists("/usr/bin/python3"):
        os.execv("/usr/bin/python3", ["/usr/bin/python3"] + sys.argv)  # Where Debian's python3-websockets is.
    raise SystemExit("ways.py needs the package python3-websockets\n0 passed, 1 failed")

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[1:1] = [os.path.join(HERE, "..", "support"), os.path.join(HERE, "..", "tls")]
from authority import Authority  # noqa: E402
from programs import LIMIT, Program, Results  # noqa: E402

ENGINE = os.path.abspath(sys.argv[1])
CLEAN = "closed 4000 error 0"
results = Results()
check = results.check
logging.disable(logging.CRITICAL)  # What ends a connection here is meant to.

NGINX = """
worker_processes 1; pid %(folder)s/pid; error_log stderr notice; daemon off; %(user)s
events {}
http {
    access_log off; client_body_temp_path %(folder)s/a; proxy_temp_path %(folder)s/b; fastcgi_temp_path %(folder)s/c; uwsgi_temp_path %(folder)s/d; scgi_temp_path %(folder)s/e;
    server {
        listen 127.0.0.1:%(plain)d; listen 127.0.0.1:%(secure)d ssl; ssl_certificate %(crt)s; ssl_certificate_key %(key)s;
        proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade"; proxy_read_timeout 60s;
        location /python { proxy_pass http://127.0.0.1:%(python)d; }
        location /ours { proxy_pass http://127.0.0.1:%(ours)d; }
        location /moved { return 301 /python; }
        location /upgraded { return 307 https://localhost:%(secure)d/python; }
        location /down { return 302 http://127.0.0.1:%(plain)d/python; }
        location /circle { return 302 /circle; }
        location /guarded { auth_basic "game"; auth_basic_user_file %(folder)s/users; proxy_pass http://127.0.0.1:%(python)d; }
        location /cookie { add_header Set-Cookie "pass=let-me-in; Path=/" always; return 302 /needs-cookie; }
        location /needs-cookie { if ($cookie_pass != "let-me-in") { return 403; } proxy_pass http://127.0.0.1:%(python)d; }
    }
}
"""


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def start(configure, ready, *command):
    """A program that says `ready` when it listens on free ports, and what configure() said of them. Another program may be quicker to take
    one; then once more."""
    for _attempt in range(5):
        values = configure()
        program = Program(*command)
        if program.wait_for(lambda line: ready in line) is not None:
            return program, values
        lines = program.stop()
    raise SystemExit("%s does not start\n%s\n0 passed, 1 failed" % (command[0], "\n".join(lines)))


def go(**way):
    env = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
    env.update(way.pop("env", {}), WAY=json.dumps(way))
    return Program(ENGINE, "--headless", "-s", os.path.join(HERE, "ws_way.gd"), env=env).wait()


def arrives(name, compressing=False, **way):
    lines = go(**way)
    good = "open 101 %s" % str(compressing).lower() in lines and "echoed 5" in lines and any(line.startswith(CLEAN) for line in lines)
    check(name, good and not any("wrong" in line for line in lines), lines)


def fails(name, error, word="", **way):
    lines = go(**way)
    check(name, any((" error %d " % error) in line and word in line for line in lines) and not any("secret" in line for line in lines), lines)


def serve_python():
    """An echo server of Python's websockets; its port."""
    async def echo(connection, _path=None):
        try:
            async for message in connection:
                await connection.send(message)
        except websockets.ConnectionClosedError:
            pass

    port = []
    ready = threading.Event()

    async def main():
        server = await websockets.serve(echo, "127.0.0.1", 0, max_size=None)
        port.append(server.sockets[0].getsockname()[1])
        ready.set()
        await asyncio.Future()

    threading.Thread(target=lambda: asyncio.run(main()), daemon=True).start()
    ready.wait(LIMIT)
    return port[0]


async def python_through_nginx(plain, secure, authority):
    import ssl
    context = ssl.create_default_context(cafile=authority)
    for compression in (None, "deflate"):
        for url, tls in (("ws://127.0.0.1:%d/ours" % plain, None), ("wss://localhost:%d/ours" % secure, context)):
            async with websockets.connect(url, ssl=tls, compression=compression, max_size=None) as connection:
                for size in (0, 1000, 300000):
                    await connection.send("x" * size)
                    good = await asyncio.wait_for(connection.recv(), LIMIT) == "x" * size
                    check("nginx before our server: %s, %s, %d" % (url.split(":")[0], compression or "plain", size), good)
                await connection.send("close 4005 enough")
                await asyncio.wait_for(connection.wait_closed(), LIMIT)
                check("nginx before our server: the close passes", connection.close_code == 4005, connection.close_code)


def through_nginx(folder, certificates, python):
    if not shutil.which("nginx"):
        return results.skip("nginx is not installed (Debian: nginx-light)")
    ours = Program(ENGINE, "--headless", "-s", os.path.join(HERE, "ws_server.gd"), env=dict(os.environ, COMPRESSION="1"))
    port = int(ours.wait_line("port "))

    def configure():
        values = {"folder": folder, "user": "user root;" if os.getuid() == 0 else "", "plain": free_port(), "secure": free_port(), "python": python, "ours": port, "crt": certificates.path("good.chain.crt"), "key": certificates.path("good.key")}
        open(os.path.join(folder, "nginx.conf"), "w").write(NGINX % values)
        return values

    password = subprocess.run(["openssl", "passwd", "-apr1", "secret"], capture_output=True, text=True).stdout.strip()
    open(os.path.join(folder, "users"), "w").write("me:%s\n" % password)
    nginx, values = start(configure, "start worker process ", "nginx", "-c", os.path.join(folder, "nginx.conf"))
    try:
        base, secure, trust = "ws://127.0.0.1:%d" % values["plain"], "wss://localhost:%d" % values["secure"], certificates.path("ca.crt")
        for compression in (0, 1, 2):
            arrives("nginx as reverse proxy, compression %d" % compression, compression > 0, url=base + "/python", compression=compression)
            arrives("nginx as TLS terminator, compression %d" % compression, compression > 0, url=secure + "/python", trust=trust, compression=compression)
        fails("nginx: nobody asked for redirects", 4, "301", url=base + "/moved")
        arrives("nginx: a redirect", url=base + "/moved", max_redirects=3)
        arrives("nginx: a redirect to TLS", url=base.replace("127.0.0.1", "localhost") + "/upgraded", max_redirects=3, trust=trust)
        fails("nginx: a redirect from TLS to plain is refused", 16, "wss://", url=secure + "/down", max_redirects=3, trust=trust)
        fails("nginx: a circle ends", 16, "max_redirects", url=base + "/circle", max_redirects=3)
        fails("nginx: a password is wanted", 4, "401", url=base + "/guarded")
        arrives("nginx: the password stands in the URL", url=base.replace("ws://", "ws://me:secret@") + "/guarded")
        fails("nginx: it is the wrong one", 4, "401", url=base.replace("ws://", "ws://me:secretly@") + "/guarded")
        arrives("nginx: a cookie of a redirect opens the door", url=base + "/cookie", max_redirects=1)
        fails("nginx: without it the door is closed", 4, "403", url=base + "/needs-cookie")
        asyncio.run(python_through_nginx(values["plain"], values["secure"], trust))
    finally:
        nginx.stop()
        ours.stop()
    return values


def through_a_proxy(folder, python):
    if not shutil.which("tinyproxy"):
        return results.skip("tinyproxy is not installed (Debian: tinyproxy-bin)")
    path = os.path.join(folder, "tinyproxy.conf")

    def configure():
        port = free_port()
        open(path, "w").write('Port %d\nListen 127.0.0.1\nTimeout 60\nLogLevel Info\nPidFile "%s/tinyproxy.pid"\nBasicAuth me secret\nConnectPort %d\n' % (port, folder, python))
        return {"plain": port}

    proxy, values = start(configure, "Accepting connections", "tinyproxy", "-d", "-c", path)
    try:
        url, goal = "http://me:secret@127.0.0.1:%d" % values["plain"], "ws://127.0.0.1:%d/" % python
        arrives("tinyproxy: by CONNECT, with a password", url=goal, proxy=url)
        arrives("tinyproxy: compressed", True, url=goal, proxy=url, compression=2)
        fails("tinyproxy: the wrong password", 15, "password", url=goal, proxy=url.replace("secret", "secretly"))
        fails("tinyproxy: a port that it does not allow", 15, "403", url="ws://127.0.0.1:1/", proxy=url)
        arrives("tinyproxy: from the environment", url="ws://0.0.0.0:%d/" % python, proxy="environment", env={"http_proxy": url})
        arrives("no proxy is needed for this machine", url=goal, proxy="environment", env={"http_proxy": "http://127.0.0.1:1"})
        fails("a proxy that is not there", 15, "proxy", url=goal, proxy="http://127.0.0.1:1")
    finally:
        proxy.stop()


CURL = """
import sys
from curl_cffi import requests
socket = requests.Session().ws_connect(sys.argv[1])
for size in (0, 100, 70000):
    text = "x" * size
    socket.send(text.encode(), 1)
    data, flags = socket.recv()
    print("same", data.decode() == text)
socket.send(b"close 4005 enough", 1)
try:
    data, flags = socket.recv()
    print("end", int.from_bytes(data[:2], "big"), data[2:].decode())
except Exception as ended:
    print("end", getattr(ended, "code", ended))
"""


def curl_as_client():
    probe = subprocess.run(["python3", "-c", "import curl_cffi"], capture_output=True)
    if probe.returncode:
        return results.skip("curl's WebSocket client: the Python package curl_cffi is not installed")
    for compression in (0, 1):
        server = Program(ENGINE, "--headless", "-s", os.path.join(HERE, "ws_server.gd"), env=dict(os.environ, COMPRESSION=str(compression)))
        lines = Program("python3", "-c", CURL, "ws://127.0.0.1:%s/" % server.wait_line("port ")).wait()
        heard = server.stop()
        check("curl: everything comes back, and the close is understood", lines[:3] == ["same True"] * 3 and any(line.startswith("end") and "4005" in line for line in lines), lines)
        check("curl: our server is left in order", any(line.startswith("disconnected") for line in heard), heard)


with tempfile.TemporaryDirectory() as folder:
    os.chmod(folder, 0o755)
    certificates = Authority(folder)
    certificates.make("good")
    python = serve_python()
    through_nginx(folder, certificates, python)
    through_a_proxy(folder, python)
curl_as_client()
print(results.summary())
sys.stdout.flush()
os._exit(1 if results.failed else 0)  # The server's thread never ends by itself.
