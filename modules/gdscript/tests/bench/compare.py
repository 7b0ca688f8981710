#!/usr/bin/env python3
"""Runs suite.gd on two engines, interleaved, and prints the ratio of their times (how many times faster the first is).

    compare.py "bin/estragon" "godot" [--rounds N]

An engine is a command that takes --headless --path FOLDER -s SCRIPT; where that does not do, write the whole command with {} for the
folder, e.g. "sh -c 'cd {} && godot-template-release --headless -s res://suite.gd'".
"""
import argparse
import math
import os
import shlex
import shutil
import subprocess
import tempfile


def run(engine, folder):
    command = shlex.split(engine.replace("{}", folder)) if "{}" in engine else shlex.split(engine) + ["--headless", "--path", folder, "-s", "res://suite.gd"]
    out = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False).stdout
    lines = [line.split() for line in out.splitlines()]
    return {line[0]: int(line[1]) for line in lines if len(line) == 2 and line[1].isdigit()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ours")
    parser.add_argument("theirs")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    best = [{}, {}]
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(os.path.join(os.path.dirname(os.path.abspath(__file__)), "suite.gd"), folder)
        with open(os.path.join(folder, "project.godot"), "w", encoding="utf-8") as settings:
            settings.write('config_version=5\n\n[application]\n\nconfig/name="bench"\n')
        for _ in range(options.rounds):
            for times, engine in zip(best, (options.ours, options.theirs)):
                for name, value in run(engine, folder).items():
                    times[name] = min(value, times.get(name, value))
    ratios = []
    for name, ours in best[0].items():
        theirs = best[1].get(name)
        if theirs:
            ratios.append(theirs / ours)
            print(f"{name:20} {ours:9} us {theirs:9} us  {theirs / ours:6.2f} x")
    if ratios:
        print(f"geometric mean of {len(ratios)}: {math.exp(sum(map(math.log, ratios)) / len(ratios)):.2f} x")


if __name__ == "__main__":
    main()
