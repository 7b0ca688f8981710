#!/usr/bin/env python3
"""The high-level multiplayer of this engine, alone and together with the stock engine of the same API, over real WebSockets.

    run.py ENGINE      ends with "N passed, N failed, N skipped"

ESTRAGON_STOCK names the command that starts the stock engine; without it what needs one is skipped. Scenarios are programs that print what happens to a peer; the
lines are compared with those in expected/, which the stock engine has written (ESTRAGON_RECORD=1 writes them again).
"""
import os
import shlex
import socket
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))
from programs import Program, Results  # noqa: E402
import replication  # noqa: E402

ENGINE = os.path.abspath(sys.argv[1])
STOCK = shlex.split(os.environ.get("ESTRAGON_STOCK", ""))
RECORD = bool(os.environ.get("ESTRAGON_RECORD"))
results = Results()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(who, scenario, name, port, clients, *more):
    command = STOCK if who == "stock" else [ENGINE]
    return Program(*command, "--headless", "-s", os.path.join(HERE, scenario), "--", name, str(port), str(clients), *more)


def play(scenario, server, clients, tls=()):
    """Lines of each peer by its name. Clients are called a, b ... and start one after the other."""
    port = free_port()
    names = [chr(ord("a") + i) for i in range(len(clients))]
    programs = {"server": start(server, scenario, "server", port, len(clients), *tls)}
    if programs["server"].wait_line("listening") is None:
        programs["server"].stop()
        return {"server": programs["server"].lines}
    for name, who in zip(names, clients):
        programs[name] = start(who, scenario, name, port, len(clients), *tls[:1])
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


def main():
    os.makedirs(os.path.join(HERE, "expected"), exist_ok=True)
    for path in ["matrix.gd"]:
        for server, clients in [("stock", ["stock", "stock"]), ("ours", ["ours", "ours"]), ("ours", ["stock", "stock"]), ("stock", ["ours", "ours"]), ("ours", ["ours", "stock"])]:
            scenario(path, server, clients)
    replication.check_wire(results, ENGINE, STOCK, RECORD, HERE, difference)
    print(results.summary())
    sys.exit(bool(results.failed))


main()
