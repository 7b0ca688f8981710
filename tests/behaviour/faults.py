#!/usr/bin/env python3
"""Runs the fault cases that are kept elsewhere, where they are at hand (ESTRAGON_FAULTS or ../shared/faults): small self-checking projects.

    faults.py ENGINE [--no-limits]      those that faults.txt names, which have passed once; --no-limits for a build with sanitizers
    faults.py ENGINE --all              every case there is: what passes and is not in faults.txt yet belongs there
"""
import argparse
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

# A driver that looks at the engine's process may find it gone between two looks: it breaks down, and its case was not judged.
NOT_JUDGED = re.compile(r"^FAIL  (\S+): .*peer\.py ended with exit 1: (?:FileNotFound|ProcessLookup)Error: .*'/proc/\d+/")
TALLY = re.compile(r"^(\d+) passed, (\d+) failed$")
MOST_TURNS = 5


def judge(command, names):
    """Prints what the runner says of the cases of these names (of all without); those passed, failed, and the names of those not judged."""
    child = subprocess.Popen(command + names, stdout=subprocess.PIPE, text=True, errors="replace")
    passed, failed, again = 0, 0, []
    for line in child.stdout:
        if tally := TALLY.match(line):
            passed, failed = int(tally[1]), int(tally[2])
        elif broken := NOT_JUDGED.match(line):
            again.append(broken[1])
            print(line.replace("FAIL", "again", 1), end="", flush=True)
        else:
            print(line, end="", flush=True)
    if child.wait() not in (0, 1) or passed + failed == 0:
        failed += 1
    return passed, failed, again


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine")
    parser.add_argument("--no-limits", action="store_true")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    with open(os.path.join(HERE, "faults.txt")) as source:
        names = [line.strip() for line in source if line.strip() and not line.startswith("#")]
    cases = os.environ.get("ESTRAGON_FAULTS") or os.path.join(os.path.dirname(ROOT), "shared", "faults")
    if not os.path.exists(os.path.join(cases, "run.py")):
        print("There are no fault cases here (ESTRAGON_FAULTS says where).\n%d skipped" % len(names))
        return 0
    command = [sys.executable, os.path.join(cases, "run.py"), "--engine", os.path.abspath(options.engine)]
    command += ["--no-limits"] if options.no_limits else []
    passed, failed, again = judge(command, [] if options.all else names)
    for _ in range(MOST_TURNS):
        if not again:
            break
        more, failed_again, still = judge(command, again)
        passed, failed, again = passed + more, failed - len(again) + failed_again, still
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
