"""Spawners and synchronizers; a part of run.py."""
import os
import signal

from programs import Program

HERE = os.path.dirname(os.path.abspath(__file__))
# The server, "a", and "b", who comes late.
CASTS = [("stock", "stock", "stock"), ("ours", "ours", "ours"), ("ours", "stock", "stock"), ("stock", "ours", "ours"), ("ours", "ours", "stock"), ("stock", "stock", "ours")]
# What an engine may print beside what the scenario says.
QUIET = ("listening", "late", "kill", "Godot Engine v", "ERROR: Cannot open X509CertificateMbedTLS file", "   at: load (modules/mbedtls/crypto_mbedtls.cpp")


def play(engine, stock, cast, free_port, kill):
    env = dict(os.environ, KILL=kill)

    def start(who, name):
        return Program(*(stock if who == "stock" else [engine]), "--headless", "-s", os.path.join(HERE, "replication.gd"), "--", name, str(port), "2", env=env)

    for _ in range(5):  # Another program may take the port first.
        port = free_port()
        programs = {"server": start(cast[0], "server")}
        if programs["server"].wait_line("listening") is not None and "cannot listen" not in programs["server"].lines:
            break
        programs["server"].stop()
    if programs["server"].process.poll() is None:
        programs["a"] = start(cast[1], "a")
        if programs["server"].wait_line("late") is not None:
            programs["b"] = start(cast[2], "b")
    if kill and programs["server"].wait_line("kill") is not None:
        programs[kill].process.send_signal(signal.SIGKILL)
    lines = {name: program.wait() for name, program in programs.items()}
    lines.pop(kill, None)
    return lines


def said(lines):
    return [line[2:] for line in lines if line.startswith(": ")]


def expected(name, lines, record):
    path = os.path.join(HERE, "expected", name + ".txt")
    if record:
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in said(lines))
    with open(path, encoding="utf-8") as file:
        return file.read().split("\n")[:-1]


def check_wire(results, engine, stock, record, difference):
    """Every packet between two APIs in one program, as the stock engine sends them: case by case, and as the dice fall."""
    for scenario, *args in [("replication_wire",), ("replication_random", "1", "120"), ("replication_random", "2", "120"), ("replication_random", "3", "120")]:
        command = ["--headless", "-s", os.path.join(HERE, scenario + ".gd"), "--", *args]
        name = "_".join([scenario, *args[:1]])
        wanted = expected(name, Program(*stock, *command).wait() if record else [], record)
        problem = difference(said(Program(engine, *command).wait()), wanted)
        results.check("replication: every packet, %s" % name, not problem, problem)


def check_network(results, engine, stock, record, difference, free_port):
    """Real WebSockets: late comers, owners that are clients, visibility, and peers that are killed."""
    for kill in ["", "a", "server"]:
        for cast in CASTS:
            title = "replication: %s serves %s%s" % (cast[0], " and ".join(cast[1:]), ", %s is killed" % kill if kill else "")
            if "stock" in cast and not stock:
                results.skip(title)
                continue
            for name, lines in play(engine, stock, cast, free_port, kill).items():
                recording = record and set(cast) == {"stock"}
                problem = difference(said(lines), expected("replication%s.%s" % (kill and "_without_" + kill, name), lines, recording))
                ours = cast[["server", "a", "b"].index(name)] == "ours"
                noise = [line for line in lines if line and not line.startswith((": ",) + QUIET)] if ours else []
                results.check("%s, %s" % (title, name), not problem and not noise, problem + "\n" + "\n".join(noise))


def check_hostile_scripts(results, engine):
    """Scripts that free, move and reset whatever they can get at, in every callback; memory of the dead is overwritten."""
    program = Program(engine, "--headless", "-s", os.path.join(HERE, "replication_hostile.gd"), env=dict(os.environ, ESTRAGON_STRESS="graveyard,stack"))
    lines = program.wait()
    results.check("replication: hostile scripts", program.process.returncode == 0 and "survived 560" in lines, "\n".join(lines[-20:]))


def check(results, engine, stock, record, difference, free_port):
    check_wire(results, engine, stock, record and stock, difference)
    check_hostile_scripts(results, engine)
    check_network(results, engine, stock, record, difference, free_port)
