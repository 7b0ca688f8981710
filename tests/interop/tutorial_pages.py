#!/usr/bin/env python3
"""Runs the programs in doc/tutorials, exactly as they stand there, and compares what they print with what the page says.

    tutorial_pages.py ENGINE      ends with "N passed, N failed"

A comment before a program says what becomes of it: `start: NAME until "WORDS"` goes on in the background while the rest of the page runs,
`run: NAME` runs to its end, and prints what the next block of text says; `compile` is only compiled. Ports are replaced by free ones.
"""
import os
import re
import socket
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))
from programs import LIMIT, Program, Results  # noqa: E402

ENGINE = os.path.abspath(sys.argv[1])
PAGES = os.path.join(HERE, "..", "..", "doc", "tutorials")
BLOCK = re.compile(r"(?:^<!-- (?P<order>.+?) -->\n)?^```(?P<kind>\w+)\n(?P<code>.*?)^```$", re.M | re.S)
results = Results()
check = results.check


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return str(probe.getsockname()[1])


class Page:
    def __init__(self, path, folder):
        self.name = os.path.basename(path)
        self.folder = folder
        self.ports = {}
        self.started = []
        self.printed = None  # By the last program that ran to its end.
        self.text = open(path, encoding="utf-8").read()

    def go(self):
        try:
            for block in BLOCK.finditer(self.text):
                self.take(block["order"], block["kind"], block["code"])
        finally:
            for program in self.started:
                program.stop()
        check("%s: every program's lines are compared" % self.name, self.printed is None)

    def take(self, order, kind, code):
        if kind == "text":
            lines, self.printed = self.printed, None
            check("%s: the lines are these" % self.name, lines == code.splitlines(), lines)
        if kind != "gdscript":
            return
        if not order:
            return check("%s: somebody says what becomes of a program" % self.name, False, code[:200])
        for port in set(re.findall(r"\b90\d\d\b", code)):
            code = code.replace(port, self.ports.setdefault(port, free_port()))
        verb, _, rest = order.partition(": ")
        path = os.path.join(self.folder, rest.split(" ")[0] or "part.gd")
        with open(path, "w", encoding="utf-8") as out:
            out.write(code)
        if verb == "compile":
            done = subprocess.run([ENGINE, "--check-only", "-s", path], capture_output=True, text=True, timeout=LIMIT)
            check("%s: a part compiles" % self.name, done.returncode == 0 and "ERROR" not in done.stderr, done.stderr)
        elif verb == "start":
            self.started.append(Program(ENGINE, "--headless", "-s", path))
            words = re.search(r'until "(.+?)"', rest)[1]
            check("%s: %s starts" % (self.name, rest), self.started[-1].wait_line(words) is not None, self.started[-1].lines)
        else:
            program = Program(ENGINE, "--headless", "-s", path)
            self.printed = program.wait()
            check("%s: %s ends well" % (self.name, rest), program.process.returncode == 0, self.printed)


for name in sorted(os.listdir(PAGES)):
    if name.endswith(".md"):
        with tempfile.TemporaryDirectory() as folder:
            Page(os.path.join(PAGES, name), folder).go()
print(results.summary())
sys.exit(1 if results.failed else 0)
