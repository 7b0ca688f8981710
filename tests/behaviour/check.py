#!/usr/bin/env python3
"""Compares the engine with recorded results of the stock engine, where they are at hand (ESTRAGON_BEHAVIOUR or ../shared/behaviour).

    check.py ENGINE      each folder must agree in at least the share that floors.json says; deliberate differences are in differences.json
"""
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def main():
    engine = os.path.abspath(sys.argv[1])
    with open(os.path.join(HERE, "floors.json")) as source:
        floors = json.load(source)
    cases = os.environ.get("ESTRAGON_BEHAVIOUR") or os.path.join(os.path.dirname(ROOT), "shared", "behaviour")
    if not os.path.exists(os.path.join(cases, "run.py")):
        print("There are no recorded results here (ESTRAGON_BEHAVIOUR says where).\n%d skipped" % len(floors))
        return
    with open(os.path.join(HERE, "differences.json")) as source:
        differences = json.load(source)
    with tempfile.TemporaryDirectory() as folder:
        verdict_file = os.path.join(folder, "verdicts.json")
        subprocess.run([sys.executable, os.path.join(cases, "run.py"), "--engine", engine, "--json", verdict_file] + [os.path.join(cases, name) for name in floors], check=False)
        with open(verdict_file) as source:
            verdicts = json.load(source)
    passed = failed = 0
    for name, floor in floors.items():
        own = {case: good for case, good in verdicts.items() if case.startswith(name + "/") and not any(re.fullmatch(pattern, case) for pattern in differences)}
        share = 100.0 * sum(own.values()) / max(len(own), 1)
        good = share >= floor and bool(own)
        print("%-10s %6.2f %% of %d cases agree (floor %.2f)%s" % (name, share, len(own), floor, "" if good else "  BELOW THE FLOOR"))
        passed += good
        failed += not good
    print("%d passed, %d failed" % (passed, failed))
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
