"""Clients that break every rule of the protocol, on a real connection, while two honest peers go on talking."""
import asyncio
import glob
import os
import random

try:
    import websockets
except ImportError:
    websockets = None

PACKETS = {
    "nothing": "",
    "every command alone": ["00", "01", "02", "03", "04", "05", "06", "07"],
    "calls of unknown nodes": ["800500", "90050000", "a00500000000", "a00600008000005500"],
    "node numbers of no width": ["b0050000"],
    "paths beyond the packet": ["a0ffffffff00", "a0ff00008000", "a00000008000"],
    "paths upwards": ["a006000080002e2e00", "a006000080002e2e2f2e2e00", "a006000080002f726f6f7400"],
    "text that is none": ["a00600008000fffefd00", "01" + "30" * 32 + "0001000000fffe00"],
    "announcements cut short": ["01" + "30" * 32, "01" + "30" * 32 + "0001000000"],
    "confirmations of nothing": ["020101000000", "0200ffffffff"],
    "system messages of the server": ["070105000000", "070205000000", "0702ffffffff", "0704000000000000"],
    "authentication that nobody asked for": ["070001020304"],
    "relayed system messages": ["07030000000007010c000000", "07030100000007010c000000"],
    "relays in relays": ["07030000000007030000000007030000000003aa"],
    "relays to nobody": ["070363000000" + "03aabb", "0703" + "00000080" + "03aa"],
    "objects and signals": ["200d000080000118000000000000005461" + "6c6b00"],
    "nested arrays": ["20ffff00800001" + "1c00000001000000" * 2000],
    "huge counts": ["200d0000800001" + "1c000000ffffff7f", "200d0000800001" + "1d000000ffffff7f", "200d0000800001" + "04000000ffffff7f"],
    "spawns and syncs": ["0400000000", "0400" + "ff" * 40, "0500000000", "06" + "00" * 20, "0e" + "ff" * 20],
}


def seeds():
    """Well-formed packets of all kinds, to be spoilt."""
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fuzz", "seeds")
    for path in sorted(glob.glob(os.path.join(folder, "multiplayer_codec", "*")) + glob.glob(os.path.join(folder, "replication_codec", "*"))):
        with open(path, "rb") as seed:
            yield seed.read()
    yield b"\x01" + b"0" * 32 + b"\0\x05\0\0\0Talk\0"


def spoil(draw, packets):
    spoilt = bytearray(draw.choice(packets))
    for _ in range(draw.randrange(4)):
        place = draw.randrange(len(spoilt) + 1)
        what = draw.randrange(4)
        if what == 0 and place < len(spoilt):
            spoilt[place] = draw.randrange(256)
        elif what == 1:
            del spoilt[place:]
        elif what == 2:
            spoilt[place:place] = draw.randbytes(draw.randrange(9))
        else:
            spoilt += draw.choice(packets)
    return bytes(spoilt)


async def misbehave(port):
    """Sends all of that, and more by chance, each kind over a connection of its own."""
    url = "ws://127.0.0.1:%d" % port
    for packets in PACKETS.values():
        async with websockets.connect(url, compression=None, max_queue=None) as connection:
            await connection.recv()
            for packet in [packets] if isinstance(packets, str) else packets:
                await connection.send(bytes.fromhex(packet))
    draw = random.Random(1)
    async with websockets.connect(url, compression=None, max_queue=None) as connection:
        await connection.recv()
        for _ in range(5000):
            await connection.send(draw.randbytes(1 + draw.randrange(60)))
    packets = list(seeds())
    for _ in range(5):
        async with websockets.connect(url, compression=None, max_queue=None) as connection:
            await connection.recv()
            for _ in range(2000):
                await connection.send(spoil(draw, packets))
    async with websockets.connect(url, compression=None, max_queue=None) as connection:
        await connection.recv()
        for number in range(66000):
            await connection.send(bytes.fromhex("01" + "30" * 32 + "00") + number.to_bytes(4, "little") + b"Talk\0")


def hostile_clients(start, free_port, results):
    if websockets is None:
        results.skip("hostile: python3-websockets is not installed")
        return
    port = free_port()
    server = start("ours", "crowd.gd", "server", port, 1)
    server.wait_line("listening")
    honest = start("ours", "crowd.gd", "a", port, 1)
    try:
        results.check("hostile: an honest client is served", honest.wait_line("! heard server") == "")
        asyncio.run(asyncio.wait_for(misbehave(port), 120))
        results.check("hostile: the server lives", server.process.poll() is None, server.lines[-10:])
        late = start("ours", "crowd.gd", "b", port, 1)
        results.check("hostile: who comes afterwards is served", sorted([late.wait_line("! heard"), late.wait_line("! heard")], key=str) == ["a", "server"], late.lines[-10:])
        with open("/proc/%d/status" % server.process.pid) as status:
            peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
        results.check("hostile: memory stays bounded", peak < 200 * 1024, "%d KiB" % peak)
        late.process.kill()
    finally:
        server.process.kill()
        honest.process.kill()
        lines = server.wait() + honest.wait()
    told = [line for line in lines if line.startswith(("WARNING", "ERROR"))]
    results.check("hostile: what was refused is told at most some hundred times", 10 < len(told) < 400, "%d lines" % len(told))
    results.check("hostile: and never as an error of the engine", not [line for line in told if line.startswith("ERROR")], "\n".join(told[:20]))
    honest_lines = [line for line in lines if "out of order" in line or "false sender" in line]
    results.check("hostile: the honest are undisturbed", not honest_lines, honest_lines[:5])
