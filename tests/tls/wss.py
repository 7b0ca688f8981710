"""wss:// against Python's websockets and Node's ws, both ways, and the development certificate."""
import asyncio
import os
import shutil
import ssl
import subprocess

from programs import LIMIT, Program

try:
    import websockets
except ImportError:
    websockets = None

HERE = os.path.dirname(os.path.abspath(__file__))
SIZES = [1, 125, 126, 16384, 65536, 1048576]
NODE_CLIENT = """
const WebSocket = require('ws'), fs = require('fs');
const socket = new WebSocket('wss://localhost:%s/', { ca: fs.readFileSync('%s'), perMessageDeflate: false });
let first = true;
socket.on('message', (data) => { if (first) { first = false; socket.send(Buffer.alloc(200000)); return; } console.log('echoed ' + data.length); socket.close(); });
socket.on('error', (error) => { console.log('error ' + error.message); });
"""


def our_client(engine, url, ca):
    return Program(engine, "--headless", "-s", os.path.join(HERE, "wss_client.gd"), "--", url, *([ca] if ca else [])).wait()


async def python_client(port, certificates, check):
    context = ssl.create_default_context(cafile=certificates.path("ca.crt"))
    async with websockets.connect("wss://localhost:%s/" % port, ssl=context, max_size=None, compression=None) as connection:
        check("wss: python client: the server's first message", len(await asyncio.wait_for(connection.recv(), LIMIT)) == 4)
        for size in SIZES:
            message = bytes(i * 31 % 256 for i in range(min(size, 1000))) * (size // min(size, 1000))
            await connection.send(message)
            check("wss: python client: %d bytes come back" % size, await asyncio.wait_for(connection.recv(), LIMIT) == message)
    crowd = await asyncio.gather(*[websockets.connect("wss://localhost:%s/" % port, ssl=context, compression=None, open_timeout=LIMIT) for _ in range(50)])
    for connection in crowd:
        await connection.recv()
        await connection.send(b"x" * 2000)
    check("wss: python client: 50 at once", all([await asyncio.wait_for(connection.recv(), LIMIT) == b"x" * 2000 for connection in crowd]))
    for connection in crowd:
        await connection.close()


async def python_server(engine, certificates, check):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificates.path("good.chain.crt"), certificates.path("good.key"))

    async def echo(connection, *_):
        async for message in connection:
            await connection.send(message)

    async with websockets.serve(echo, "127.0.0.1", 0, ssl=context, max_size=None, compression=None) as server:
        port = server.sockets[0].getsockname()[1]
        for host in ("localhost", "127.0.0.1"):
            lines = await asyncio.to_thread(our_client, engine, "wss://%s:%d/" % (host, port), certificates.path("ca.crt"))
            check("wss: python server as %s" % host, "echoed %d" % len(SIZES) in lines and any(line.startswith("closed 1000 error 0") for line in lines), lines)
        lines = await asyncio.to_thread(our_client, engine, "wss://localhost:%d/" % port, certificates.path("strange-ca.crt"))
        check("wss: an unknown authority is told with a remedy", any(line.startswith("closed -1 error 3 ") and "TLSOptions.client" in line for line in lines), lines)
    async with websockets.serve(echo, "127.0.0.1", 0) as server:
        lines = await asyncio.to_thread(our_client, engine, "wss://localhost:%d/" % server.sockets[0].getsockname()[1], certificates.path("ca.crt"))
        check("wss: a port that speaks plain ws:// is told as such", any(line.startswith("closed -1 error 3 ") for line in lines), lines)


def development_certificate(engine, certificates, check):
    folder = certificates.path("development")
    done = subprocess.run([engine, "--make-dev-cert", folder], capture_output=True, text=True)
    modes = {name: os.stat(os.path.join(folder, name)).st_mode & 0o777 for name in os.listdir(folder)}
    check("--make-dev-cert: four files, keys for the owner alone", done.returncode == 0 and {name: mode for name, mode in modes.items() if name.endswith(".key")} == {"dev-ca.key": 0o600, "localhost.key": 0o600}, [done.stdout, modes])
    check("--make-dev-cert says what to do", "TLSOptions.server" in done.stdout and "update-ca-certificates" in done.stdout, done.stdout)
    authority = os.path.join(folder, "dev-ca.crt")
    before = open(authority).read()
    subprocess.run([engine, "--make-dev-cert", folder], capture_output=True)
    check("called again, it keeps the authority", open(authority).read() == before)
    server = Program(engine, "--headless", "-s", os.path.join(HERE, "tls_server.gd"), "--", "key=" + os.path.join(folder, "localhost.key"), "cert=" + os.path.join(folder, "localhost.crt"))
    port = server.wait_line("port ")
    for host in ("localhost", "127.0.0.1"):
        done = subprocess.run(["curl", "-sS", "--max-time", str(LIMIT), "--cacert", authority, "-o", "/dev/null", "-w", "%{http_code}", "https://%s:%s/bytes/10" % (host, port)], capture_output=True, text=True)
        check("--make-dev-cert: curl trusts it for %s" % host, done.stdout == "200", done.stdout + done.stderr)
    server.stop()


def test_wss(engine, certificates, results):
    path = certificates.path("good")
    server = Program(engine, "--headless", "-s", os.path.join(HERE, "wss_server.gd"), "--", path + ".key", path + ".chain.crt")
    port = server.wait_line("port ")
    results.check("wss: the server listens", port, server.lines)
    lines = our_client(engine, "wss://localhost:%s/" % port, certificates.path("ca.crt"))
    results.check("wss: both ends ours", "echoed %d" % len(SIZES) in lines, lines)
    environment = dict(os.environ, NODE_PATH=os.environ.get("NODE_PATH", "/usr/share/nodejs"))
    if shutil.which("node") and subprocess.run(["node", "-e", "require('ws')"], env=environment, capture_output=True).returncode == 0:
        text = subprocess.run(["node", "-e", NODE_CLIENT % (port, certificates.path("ca.crt"))], env=environment, capture_output=True, text=True, timeout=LIMIT).stdout
        results.check("wss: node client", "echoed 200000" in text, text)
    else:
        results.skip("wss: node with the package ws is not installed")
    if websockets:
        asyncio.run(python_client(port, certificates, results.check))
        asyncio.run(python_server(engine, certificates, results.check))
    else:
        results.skip("wss: python3-websockets is not installed")
    server.stop()
    development_certificate(engine, certificates, results.check)
