#!/usr/bin/env python3
"""Runs the small projects beside this file and compares what they print with what a stock engine printed.

    run.py ENGINE [NAME ...]              all, or those named
    run.py ENGINE --record [NAME ...]     writes expected.txt from what ENGINE prints: a stock engine, headless

A project is a folder with project.godot and expected.txt: the lines that it prints, then "exit: CODE". Each runs in a copy, with a home
folder of its own.
"""
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
LIMIT = 30  # Seconds; a project that has not ended by then has failed.


def output_of(engine, name, prepare):
    """What the project prints to its standard output, and its exit code."""
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, name)
        shutil.copytree(os.path.join(HERE, name), copy)
        home = os.path.join(folder, "home")
        os.mkdir(home)
        command = engine + ["--headless", "--path", copy]
        env = dict(os.environ, HOME=home, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home, XDG_CACHE_HOME=home)
        if prepare:  # A stock engine knows global classes from the cache that its editor writes.
            subprocess.run(command + ["--import"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, timeout=LIMIT, env=env)
        try:
            done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, timeout=LIMIT, env=env)
        except subprocess.TimeoutExpired:
            return "has not ended after %d seconds\n" % LIMIT, ""
        lines = [line for line in done.stdout.decode("utf-8", "replace").split("\n") if not line.startswith("Godot Engine v")]
        return "\n".join(lines).strip("\n") + "\nexit: %d\n" % done.returncode, done.stderr.decode("utf-8", "replace")


def first_difference(expected, found):
    for number, (one, other) in enumerate(zip(expected.split("\n"), found.split("\n")), 1):
        if one != other:
            return "line %d: expected %s\n%sfound %s" % (number, one, " " * 11, other)
    return "one ends before the other"


def main():
    engine = [os.path.abspath(sys.argv[1])] if os.path.exists(sys.argv[1]) else sys.argv[1].split()
    record = "--record" in sys.argv
    names = [name for name in sys.argv[2:] if not name.startswith("--")]
    names = names or sorted(name for name in os.listdir(HERE) if os.path.exists(os.path.join(HERE, name, "project.godot")))
    failed = 0
    for name in names:
        found, complaints = output_of(engine, name, record)
        path = os.path.join(HERE, name, "expected.txt")
        if record:
            with open(path, "w") as out:
                out.write(found)
            continue
        with open(path) as recorded:
            expected = recorded.read()
        if found != expected:
            failed += 1
            print("FAILED %s: %s\n%s" % (name, first_difference(expected, found), complaints[-3000:]))
    if not record:
        print("%d passed, %d failed" % (len(names) - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
