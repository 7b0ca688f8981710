#!/usr/bin/env python3
"""How much of a core a server of high-level multiplayer takes: clients that call it 20 times a second each, and a state that goes to all of them 20 times a second.

    run.py ENGINE [CLIENTS ...]      with ESTRAGON_STOCK (a command) also that engine as server, in turn, with the same bots
"""
import os
import shlex
import socket
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "support"))
from programs import Program  # noqa: E402

ENGINE = os.path.abspath(sys.argv[1])
STOCK = shlex.split(os.environ.get("ESTRAGON_STOCK", ""))
SECONDS = 8


def cpu_seconds(pid):
    with open("/proc/%d/stat" % pid) as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def leaf(pid):
    """The program itself where the command is a wrapper."""
    while True:
        with open("/proc/%d/task/%d/children" % (pid, pid)) as children:
            below = children.read().split()
        if not below:
            return pid
        pid = int(below[0])


def measure(name, command, clients):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    server = Program(*command, "--headless", "-s", os.path.join(HERE, "server.gd"), "--", port, str(SECONDS))
    server.wait_line("listening")
    bots = Program(ENGINE, "--headless", "-s", os.path.join(HERE, "bots.gd"), "--", port, str(clients))
    bots.wait_line("started")
    try:
        server.wait_line("peers")  # What it took to connect is not measured.
        server.wait_line("peers")
        pid = leaf(server.process.pid)
        used, begin = cpu_seconds(pid), time.monotonic()
        report = server.wait_line("peers")
        share = (cpu_seconds(pid) - used) / (time.monotonic() - begin)
        print("%-9s %5d clients: %5.1f %% of a core; peers %s" % (name, clients, 100 * share, report), flush=True)
    finally:
        bots.process.kill()
        server.process.kill()


for count in [int(each) for each in sys.argv[2:]] or [100, 500]:
    measure("estragon", [ENGINE], count)
    if STOCK:
        measure("stock", STOCK, count)
