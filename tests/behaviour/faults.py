#!/usr/bin/env python3
"""Runs the fault cases that are kept elsewhere, where they are at hand (ESTRAGON_FAULTS or ../shared/faults): small self-checking projects.

    faults.py ENGINE [--no-limits]      those that faults.txt names, which have passed once; --no-limits for a build with sanitizers
    faults.py ENGINE --all              every case there is: what passes and is not in faults.txt yet belongs there
"""
import argparse
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


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
    return subprocess.run(command + ([] if options.all else names), check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
