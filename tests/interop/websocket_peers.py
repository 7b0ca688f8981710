#!/usr/bin/env python3
"""The engine's WebSockets against ones that we did not write: Python websockets and Node ws, each as client and as server.

    websocket_peers.py ENGINE      ends with "N passed, N failed, N skipped"
"""
import asyncio
import http
import logging
import os
import subprocess
import sys

try:
    import websockets
except ImportError:
    if sys.executable != "/usr/bin/python3" and os.path.exists("/usr/bin/python3"):
        os.execv("/usr/bin/python3", ["/usr/bin/python3"] + sys.argv)  # Where Debian's python3-websockets is.
    raise SystemExit("websocket_peers.py needs the package python3-websockets\n0 passed, 1 failed")

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))
from programs import LIMIT, Program, Results  # noqa: E402

ENGINE = os.path.abspath(sys.argv[1])
SIZES = [0, 1, 125, 126, 65535, 65536, 1048576]
results = Results()
check = results.check
logging.disable(logging.CRITICAL)  # What ends a connection here is meant to.


compression = 0  # That of the engine's side and of Node's, see ws_server.gd.


def engine(script, *args, **env):
    return Program(ENGINE, "--headless", "-s", os.path.join(HERE, script), "--", *args, env=dict(os.environ, COMPRESSION=str(compression), **env))


async def python_client(port):
    url = "ws://127.0.0.1:%s/" % port
    async with websockets.connect(url, max_size=None, compression="deflate" if compression else None) as socket:
        for size in SIZES:
            for message in (bytes(i * 31 % 256 for i in range(size)), "ž" * (size // 2)):
                await socket.send(message)
                answer = await asyncio.wait_for(socket.recv(), LIMIT)
                check("python client: %s of %d comes back" % (type(message).__name__, size), answer == message, repr(answer)[:200])
        await socket.send(["frag", "men", "", "ted"])
        check("python client: fragments come back whole", await asyncio.wait_for(socket.recv(), LIMIT) == "fragmented")
        await asyncio.wait_for(await socket.ping(b"here"), LIMIT)
        check("python client: a ping is answered", True)
        await socket.close(4001, "python is done")
        check("python client: its close is answered with its code", socket.close_code == 4001, socket.close_code)
    async with websockets.connect(url, compression=None) as socket:
        await socket.send("close 4005 enough")
        await asyncio.wait_for(socket.wait_closed(), LIMIT)
        check("python client: the server's close arrives", (socket.close_code, socket.close_reason) == (4005, "enough"), (socket.close_code, socket.close_reason))
    try:
        await websockets.connect(url, subprotocols=["chat"], compression=None)
        check("python client: an unknown sub-protocol is refused", False)
    except websockets.InvalidStatusCode as refused:
        check("python client: an unknown sub-protocol is refused", refused.status_code == 400, refused)
    async with websockets.connect(url, compression="deflate") as socket:
        await socket.send("x" * 1000)
        check("python client: offered compression is taken where it is wanted", len(socket.extensions) == int(compression > 0), socket.extensions)
        check("python client: offering compression does no harm", await asyncio.wait_for(socket.recv(), LIMIT) == "x" * 1000)


async def python_topics(port):
    url = "ws://127.0.0.1:%s/" % port
    ways = ["deflate", None, "deflate", None]
    members = [await websockets.connect(url, compression=way) for way in ways]
    for i, socket in enumerate(members):
        await socket.send("join room%d" % (i // 3))
        await asyncio.wait_for(socket.recv(), LIMIT)
    message = "tell room0 " + "the same words " * 500
    await members[0].send(message)
    await members[3].send(message)
    heard = [await asyncio.wait_for(members[i].recv(), LIMIT) for i in (1, 2, 1, 2, 0)]
    check("python clients: the members of a topic hear, each as it compresses", heard == [message] * 5, [text[:40] for text in heard])
    for socket in members:
        await socket.close()


def against_our_server():
    server = engine("ws_server.gd")
    port = server.wait_line("port ")
    check("the engine's server listens", port, server.lines)
    if port:
        asyncio.run(python_client(port))
        asyncio.run(python_topics(port))
        node_client(port)
    lines = server.stop()
    check("the server knows whether it compresses", ("compressing %s" % str(compression > 0).lower()) in lines, lines)
    check("the server heard the client's close", "close request 4001 python is done" in lines and "disconnected true" in lines, lines)
    server = engine("ws_server.gd", "chat", "other")
    port = server.wait_line("port ")
    asyncio.run(python_protocol(port))
    lines = server.stop()
    check("the server knows the sub-protocol", "connected chat" in lines, lines)


async def python_protocol(port):
    async with websockets.connect("ws://127.0.0.1:%s/" % port, subprotocols=["none", "chat"], compression=None) as socket:
        check("python client: a common sub-protocol is chosen", socket.subprotocol == "chat", socket.subprotocol)


async def python_decided(port):
    url = "ws://127.0.0.1:%s/rooms/anna?token=" % port
    async with websockets.connect(url + "good", origin="https://game.example", compression=None) as socket:
        check("a script accepts a handshake some frames later", socket.response_headers.get("X-Player") == "anna", socket.response_headers)
        await socket.send("x")
        check("and the connection is as any other", await asyncio.wait_for(socket.recv(), LIMIT) == "x")
    for name, token, origin, status in (("a script rejects a handshake", "bad", None, 401), ("a page of another origin is refused", "good", "https://evil.example", 403)):
        try:
            await websockets.connect(url + token, origin=origin, compression=None)
            check(name, False)
        except websockets.InvalidStatusCode as refused:
            check(name, refused.status_code == status, refused)


def curl(*args):
    return subprocess.run(["curl", "-sS", "-i", "--max-time", str(LIMIT), *args], capture_output=True, text=True).stdout


def against_deciding_server():
    server = engine("ws_server.gd", DECIDES="1")
    port = server.wait_line("port ")
    asyncio.run(python_decided(port))
    upgrade = ["-H", "Connection: Upgrade", "-H", "Upgrade: websocket", "-H", "Sec-WebSocket-Version: 13", "-H", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="]
    answer = curl(*upgrade, "http://127.0.0.1:%s/rooms/anna" % port)
    check("curl: a rejection has its headers and body", answer.startswith("HTTP/1.1 401 ") and "WWW-Authenticate: Bearer" in answer and answer.endswith("no token"), answer)
    answer = curl("http://127.0.0.1:%s/" % port)
    check("curl: who asks for a page hears that there is none", answer.startswith("HTTP/1.1 426 "), answer)
    answer = curl("http://127.0.0.1:%s/metrics" % port)
    check("curl: the counters are there", 'websocket_refused_total{reason="origin"} 1' in answer and "websocket_clients_accepted_total 1" in answer, answer)
    answer = curl("-I", "http://127.0.0.1:%s/metrics" % port)
    check("curl: HEAD has a length and no body", answer.startswith("HTTP/1.1 200 ") and answer.endswith("\n\n"), answer)
    server.stop()


def node_environment():
    return dict(os.environ, COMPRESSION=str(compression), NODE_PATH=":".join(filter(None, [os.environ.get("NODE_PATH"), "/usr/share/nodejs", "/usr/lib/nodejs"])))


def has_node():
    try:
        return subprocess.run(["node", "-e", "require('ws')"], env=node_environment(), capture_output=True).returncode == 0
    except OSError:
        return False


def node(*args):
    return Program("node", os.path.join(HERE, "ws_node.js"), *args, env=node_environment())


def node_client(port):
    if not has_node():
        results.skip("node client: Node with the package ws (Debian: node-ws) is not installed")
        return
    lines = node("client", "ws://127.0.0.1:%s/" % port).wait()
    check("node client: everything comes back, also a fragmented message", "echoed %d" % (2 * len(SIZES) + 1) in lines and not any("wrong" in line for line in lines), lines)
    check("node client: a ping inside a fragmented message is answered", "pong between" in lines, lines)
    check("node client: its close is answered", "closed 4002 node is done" in lines, lines)


seen_by_python_server = []


async def python_echo(socket, path=None):
    try:
        async for message in socket:
            if isinstance(message, str) and message.startswith("close "):
                await socket.close(int(message.split(" ")[1]), " ".join(message.split(" ")[2:]))
            elif isinstance(message, str) and len(message) == 63:
                await socket.send([message[:20], message[20:21], "", message[21:]])  # Fragmented.
            else:
                await socket.send(message)
    except websockets.ConnectionClosedError:
        pass  # Any code but 1000 and 1001.
    seen_by_python_server.append((socket.close_code, socket.close_reason))


async def run_our_client(*args, script="ws_client.gd"):
    client = engine(script, *args)
    return await asyncio.get_event_loop().run_in_executor(None, client.wait)


def check_client(who, lines, protocol, end):
    check("engine's client with %s: the answer is told, and a ping measures" % who, "answer 101 true" in lines and "latency true" in lines, lines)
    check("engine's client with %s: opens" % who, ("open " + protocol) in lines, lines)
    check("engine's client with %s: everything comes back" % who, "echoed %d" % (2 * len(SIZES)) in lines and not any("wrong" in line for line in lines), lines)
    check("engine's client with %s: the end is told" % who, end in lines, lines)
    check("engine's client with %s: compression is as wanted" % who, ("compressing %s" % str(compression > 0).lower()) in lines, lines)


LIFE = ["established chat", "data hello", "close request 1001 restart", "closed true", "reconnecting 1", "established chat", "data hello", "close request 4003 enough", "closed true"]


async def against_python_server():
    async with websockets.serve(python_echo, "127.0.0.1", 0, max_size=None, subprotocols=["chat"], compression="deflate", ping_interval=0.05) as server:
        url = "ws://127.0.0.1:%d/" % server.sockets[0].getsockname()[1]
        check_client("python", await run_our_client(url, "close", "chat"), "chat", "closed 4002 client is done error 0")
        check("python server sees the client's close", seen_by_python_server == [(4002, "client is done")], seen_by_python_server)
        check_client("python", await run_our_client(url, "ask", "chat"), "chat", "closed 4003 server is done error 0")
        lines = await run_our_client(url, "2", "chat", script="ws_signal_client.gd")
        check("WebSocketClient with python: its signals tell two connections, the second made by itself", lines == LIFE, lines)
        lines = await run_our_client(url, "close", "unknown")
        check("engine's client: a server without its sub-protocol is refused", any(line.startswith("closed -1") and line.endswith("error 6") for line in lines), lines)

    async def forbid(path, headers):
        return http.HTTPStatus.FORBIDDEN, [], b"no\n"

    async with websockets.serve(python_echo, "127.0.0.1", 0, process_request=forbid) as server:
        lines = await run_our_client("ws://127.0.0.1:%d/" % server.sockets[0].getsockname()[1], "close")
        check("engine's client: an HTTP refusal is told", any(line.startswith("closed -1") and line.endswith("error 4") for line in lines), lines)


def against_node_server():
    if not has_node():
        results.skip("node server: Node with the package ws (Debian: node-ws) is not installed")
        return
    server = node("server", "chat")
    port = server.wait_line("port ")
    url = "ws://127.0.0.1:%s/" % port
    check_client("node", engine("ws_client.gd", url, "close", "chat").wait(), "chat", "closed 4002 client is done error 0")
    check_client("node", engine("ws_client.gd", url, "ask", "chat").wait(), "chat", "closed 4003 server is done error 0")
    lines = engine("ws_signal_client.gd", url, "2", "chat").wait()
    check("WebSocketClient with node: its signals tell two connections, the second made by itself", lines == LIFE, lines)
    lines = server.stop()
    check("node server sees the client's close", "closed 4002 client is done" in lines, lines)


for compression in (0, 1, 2):
    print("compression %d" % compression)
    seen_by_python_server.clear()
    against_our_server()
    asyncio.run(against_python_server())
    against_node_server()
compression = 0
against_deciding_server()
print(results.summary())
sys.exit(1 if results.failed else 0)
