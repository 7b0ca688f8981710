"""Spawners and synchronizers; a part of run.py."""
import os

from programs import Program


def check_wire(results, engine, stock, record, here, difference):
    """Every packet between two APIs in one program, as the stock engine sends them."""
    path = os.path.join(here, "expected", "replication_wire.txt")
    command = ["--headless", "-s", os.path.join(here, "replication_wire.gd")]
    if record and stock:
        lines = Program(*stock, *command).wait()
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(line[2:] + "\n" for line in lines if line.startswith(": "))
    with open(path, encoding="utf-8") as file:
        wanted = file.read().split("\n")[:-1]
    lines = Program(engine, *command).wait()
    problem = difference([line[2:] for line in lines if line.startswith(": ")], wanted)
    results.check("replication: every packet of spawners and synchronizers", not problem, problem)
