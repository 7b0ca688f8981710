#!/usr/bin/env python3
"""The high-level multiplayer of this engine, alone and together with the stock engine of the same API, over real WebSockets.

    run.py ENGINE [SCENARIO.gd ...]      ends with "N passed, N failed, N skipped"

ESTRAGON_STOCK names the command that starts the stock engine; without it what needs one is skipped. Scenarios are programs that print what happens to a peer; the
lines are compared with those in expected/, which the stock engine has written (ESTRAGON_RECORD=1 writes them again).
"""
import os
import shlex
import shutil
import socket
import sys
import tempfile

try:
    import websockets  # noqa: F401
except ImportError:
    if sys.executable != "/usr/bin/python3" and os.path.exists("/usr/bin/python3"):
        os.execv("/usr/bin/python3", ["/usr/bin/python3"] + sys.argv)  # Where Debian's python3-websockets is.

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))
sys.path.insert(0, os.path.join(HERE, "..", "tls"))
from authority import Authority  # noqa: E402
from hostile import hostile_clients  # noqa: E402
from programs import Program, Results  # noqa: E402
import replication  # noqa: E402
import resume  # noqa: E402

ENGINE = os.path.abspath(sys.argv[1])
STOCK = shlex.split(os.environ.get("ESTRAGON_STOCK", ""))
RECORD = bool(os.environ.get("ESTRAGON_RECORD"))
results = Results()


def free_port():
    """A port that nobody listens on; the stock engine cannot be asked which it took."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(who, scenario, name, port, clients, *more):
    """who: "stock", "ours", "signals" for ours with WebSocketServer and WebSocketClient, or "sessions" for ours with sessions that can be resumed."""
    command = STOCK if who == "stock" else [ENGINE]
    env = dict(os.environ, SIGNAL_CLASSES=str(int(who == "signals")), SESSIONS=str(int(who == "sessions")))
    return Program(*command, "--headless", "-s", os.path.join(HERE, scenario), "--", name, str(port), str(clients), *more, env=env)


def play(scenario, server, clients, tls=()):
    """Lines of each peer by its name. Clients are called a, b ... and start one after the other. tls: the server's certificate and key, and the one to trust."""
    port = free_port()
    names = [chr(ord("a") + i) for i in range(len(clients))]
    programs = {"server": start(server, scenario, "server", port, len(clients), *tls[:2])}
    if programs["server"].wait_line("listening") is None:
        programs["server"].stop()
        return {"server": programs["server"].lines}
    for name, who in zip(names, clients):
        programs[name] = start(who, scenario, name, port, len(clients), *tls[2:])
    return {name: program.wait() for name, program in programs.items()}


def compared(lines):
    return [line[2:] for line in lines if line.startswith(": ")]


def expected_path(scenario, name):
    return os.path.join(HERE, "expected", "%s.%s.txt" % (scenario[:-3], name))


def difference(got, wanted):
    for number, (one, other) in enumerate(zip(got + [None] * len(wanted), wanted + [None] * len(got))):
        if one != other:
            return "line %d is %r, not %r" % (number + 1, one, other)
    return ""


def scenario(path, server, clients, label="", tls=()):
    title = "%s: %s serves %s%s" % (path[:-3], server, " and ".join(clients), label)
    if "stock" in [server, *clients] and not STOCK:
        results.skip(title)
        return
    output = play(path, server, clients, tls)
    for name, lines in output.items():
        if RECORD and {server, *clients} == {"stock"} and not tls:
            with open(expected_path(path, name), "w", encoding="utf-8") as record:
                record.write("\n".join(compared(lines)) + "\n")
        with open(expected_path(path, name), encoding="utf-8") as record:
            wanted = record.read().split("\n")[:-1]
        problem = difference(compared(lines), wanted)
        results.check("%s, %s" % (title, name), not problem, problem)


def crowd(server, clients):
    """A crowd in which one is killed, one comes late, and in the end the server is killed."""
    title = "crowd: %s serves %s" % (server, " ".join(clients))
    if "stock" in [server, *clients] and not STOCK:
        results.skip(title)
        return
    port = free_port()
    names = [chr(ord("a") + i) for i in range(len(clients))]
    host = start(server, "crowd.gd", "server", port, len(clients))
    if host.wait_line("listening") is None:
        results.check(title, False, host.stop())
        return
    crowd = {name: start(who, "crowd.gd", name, port, len(clients)) for name, who in zip(names[:-1], clients)}

    def all_hear(listeners, news, start="! heard "):
        """Each of the listeners prints every piece of news, in any order."""
        for name, program in listeners.items():
            left = set(news) - {name} - {line[len(start):] for line in program.lines if line.startswith(start)}
            while left:
                line = program.wait_line(start)
                if line is None:
                    return "%s never said %s%s: %s" % (name, start, sorted(left), program.lines[-20:])
                left.discard(line)
        return ""

    try:
        everybody = dict(crowd, server=host)
        problem = all_hear(everybody, everybody)
        results.check("%s: everybody hears everybody" % title, not problem, problem)
        victim = names[0]
        crowd[victim].process.kill()
        crowd.pop(victim).wait()
        everybody.pop(victim)
        problem = all_hear(everybody, [victim], "! gone ")
        results.check("%s: all others hear that a killed client is gone" % title, not problem, problem)
        crowd[names[-1]] = everybody[names[-1]] = start(clients[-1], "crowd.gd", names[-1], port, len(clients))
        problem = all_hear(everybody, everybody) or all_hear({names[-1]: crowd[names[-1]]}, [str(len(clients) - 1)], "! state of ")
        results.check("%s: who comes late hears everybody and is heard" % title, not problem, problem)
        host.process.kill()
        problem = all_hear(crowd, [""], "! lost")
        results.check("%s: all clients hear that a killed server is gone" % title, not problem, problem)
        lines = [name + ": " + line for name, program in everybody.items() for line in program.wait()]
        bad = [line for line in lines if "ERROR" in line and "X509" not in line or "out of order" in line or "false sender" in line]
        results.check("%s: in order, and without an error" % title, not bad, "\n".join(bad[:10]))
    finally:
        for program in [host, *crowd.values()]:
            program.process.kill()


def lobby(server, bots):
    """The example of a lobby: all bots see the same winner."""
    title = "lobby: %s serves %s" % (server, " ".join(bots))
    if "stock" in [server, *bots] and not STOCK:
        results.skip(title)
        return
    with tempfile.TemporaryDirectory() as folder:
        # A copy: the stock engine keeps files of its own beside a project.
        project = shutil.copytree(os.path.join(HERE, "..", "..", "doc", "examples", "multiplayer_lobby"), os.path.join(folder, "lobby"))

        def engine(who, *arguments):
            return Program(*(STOCK if who == "stock" else [ENGINE]), "--headless", "--path", project, "--", *arguments)

        port = str(free_port())
        host = engine(server, "server", port)
        opened = host.wait_line("The lobby is open") is not None
        players = [engine(who, "bot", "bot%d" % number, "ws://localhost:" + port) for number, who in enumerate(bots)]
        said = [player.wait() for player in players]
        host.process.kill()
        told = host.wait()
    winners = [next((line for line in lines if line.endswith(" has won.")), None) for lines in said]
    results.check(title, opened and None not in winners and len(set(winners)) == 1 and winners[0].replace("has won", "wins") in told, said + [told])


# Scenario, and how many clients it wants.
SCENARIOS = [("matrix.gd", 2), ("pong.gd", 1), ("life.gd", 2), ("auth.gd", 3)]


def make_certificates(folder):
    """The server's certificate and key, and the one to trust."""
    certificates = Authority(folder)
    certificates.make("good")
    return [certificates.path(name) for name in ("good.crt", "good.key", "ca.crt")]


def main():
    only = sys.argv[2:]
    for path, count in SCENARIOS:
        if only and path not in only:
            continue
        for server, clients in [("stock", ["stock"] * count), ("ours", ["ours"] * count), ("ours", ["stock"] * count), ("stock", ["ours"] * count), ("ours", (["ours", "stock"] * count)[:count])]:
            scenario(path, server, clients)
    if not only or "signals" in only:
        for server, clients in [("signals", ["signals", "ours"]), ("signals", ["stock", "signals"]), ("stock", ["signals", "signals"])]:
            scenario("matrix.gd", server, clients)
    if not only or "sessions" in only:
        for server, clients in [("sessions", ["sessions", "ours"]), ("ours", ["sessions", "sessions"]), ("sessions", ["stock", "sessions"]), ("stock", ["sessions", "sessions"])]:
            scenario("matrix.gd", server, clients)
    if not only or "resume" in only:
        with tempfile.TemporaryDirectory() as folder:
            resume.check(start, results, make_certificates(folder) if shutil.which("openssl") else ())
    if not only or "wss" in only:
        if shutil.which("openssl"):
            with tempfile.TemporaryDirectory() as folder:
                tls = make_certificates(folder)
                for server, clients in [("ours", ["ours", "ours"]), ("ours", ["stock", "stock"]), ("stock", ["ours", "ours"])]:
                    scenario("matrix.gd", server, clients, " over wss", tls)
        else:
            results.skip("wss: openssl is not installed")
    if not only or "crowd" in only:
        crowd("ours", ["ours"] * 9)
        crowd("ours", ["stock", "stock", "ours", "ours", "stock"])
        crowd("stock", ["ours", "stock", "ours", "ours"])
    if not only or "lobby" in only:
        lobby("ours", ["ours"] * 3)
        lobby("ours", ["stock", "ours"])
        lobby("stock", ["ours", "stock"])
    if not only or "hostile" in only:
        hostile_clients(start, free_port, results)
    if not only or "replication" in only:
        replication.check(results, ENGINE, STOCK, RECORD, difference, free_port)
    print(results.summary())
    sys.exit(bool(results.failed))


main()
