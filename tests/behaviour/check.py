#!/usr/bin/env python3
"""Compares the engine with recorded results of the stock engine, where they are at hand (ESTRAGON_BEHAVIOUR or ../shared/behaviour).

    check.py ENGINE [--sanitized]      each folder must agree in at least the share that floors.json says

Deliberate differences are in differences.json. --sanitized is for a build with sanitizers: whatever they report is a failure, too.
"""
import argparse
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SUPPRESSIONS = os.path.join(ROOT, "tests", "support", "ubsan_suppressions.txt")
SHOWN_REPORTS = 5


def read_json(path):
    with open(path) as source:
        return json.load(source)


def compare(cases, engine, folders, env):
    """{case: whether it agrees} of all folders."""
    with tempfile.TemporaryDirectory() as folder:
        verdicts = os.path.join(folder, "verdicts.json")
        command = [sys.executable, os.path.join(cases, "run.py"), "--engine", engine, "--json", verdicts]
        subprocess.run(command + [os.path.join(cases, name) for name in folders], check=False, env=env)
        return read_json(verdicts)


def judge_folder(name, floor, verdicts, differences):
    own = {case: good for case, good in verdicts.items() if case.startswith(name + "/") and not any(re.fullmatch(pattern, case) for pattern in differences)}
    share = 100.0 * sum(own.values()) / max(len(own), 1)
    good = share >= floor and bool(own)
    print("%-10s %6.2f %% of %d cases agree (floor %.2f)%s" % (name, share, len(own), floor, "" if good else "  BELOW THE FLOOR"))
    return good


def reports_in(folder):
    """What sanitizers wrote into a folder; prints the first few."""
    reports = sorted(glob.glob(os.path.join(folder, "*")))
    for path in reports[:SHOWN_REPORTS]:
        with open(path, errors="replace") as report:
            print("REPORT " + report.read(5000))
    return len(reports)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine")
    parser.add_argument("--sanitized", action="store_true")
    options = parser.parse_args()
    floors = read_json(os.path.join(HERE, "floors.json"))
    cases = os.environ.get("ESTRAGON_BEHAVIOUR") or os.path.join(os.path.dirname(ROOT), "shared", "behaviour")
    if not os.path.exists(os.path.join(cases, "run.py")):
        print("There are no recorded results here (ESTRAGON_BEHAVIOUR says where).\n%d skipped" % len(floors))
        return
    differences = read_json(os.path.join(HERE, "differences.json"))
    with tempfile.TemporaryDirectory() as reports:
        env = dict(os.environ)
        if options.sanitized:
            # The comparison keeps nothing but the scripts' lines, so reports go to files. Some scripts leak on purpose.
            env["ASAN_OPTIONS"] = "detect_leaks=0:detect_stack_use_after_return=1:log_path=%s/memory" % reports
            env["UBSAN_OPTIONS"] = "halt_on_error=1:print_stacktrace=1:suppressions=%s:log_path=%s/undefined" % (SUPPRESSIONS, reports)
        verdicts = compare(cases, os.path.abspath(options.engine), floors, env)
        good = [judge_folder(name, floor, verdicts, differences) for name, floor in floors.items()]
        findings = reports_in(reports)
    print("%d passed, %d failed" % (sum(good), len(good) - sum(good) + findings))
    sys.exit(not all(good) or findings > 0)


if __name__ == "__main__":
    main()
