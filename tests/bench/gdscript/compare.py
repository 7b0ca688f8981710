#!/usr/bin/env python3
"""Runs suite.gd on two engines, interleaved, and prints the ratio of their times (how many times faster the first is).

    compare.py "bin/estragon" "godot" [--rounds N]

An engine is a command that takes --headless --path FOLDER -s SCRIPT; where that does not do, write the whole command with {} for the
folder. Release templates that take no path run the pack that lies beside them: with --template FILE the second engine is such a one, copied
into the folder, and "theirs" is what its command begins with ("env", "chroot ROOT", where /tmp is the same inside).
"""
import argparse
import math
import os
import shlex
import shutil
import struct
import subprocess
import tempfile


def run(engine, folder):
    command = shlex.split(engine.replace("{}", folder)) if "{}" in engine else shlex.split(engine) + ["--headless", "--path", folder, "-s", "res://suite.gd"]
    out = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False).stdout
    lines = [line.split() for line in out.splitlines()]
    return {line[0]: int(line[1]) for line in lines if len(line) == 2 and line[1].isdigit()}


MAIN_SCENE = '[gd_scene load_steps=2 format=3]\n[ext_resource type="Script" path="res://main.gd" id="1"]\n[node name="Main" type="Node"]\nscript = ExtResource("1")\n'
MAIN_SCRIPT = 'extends Node\nfunc _ready() -> void:\n\tload("res://suite.gd").new().free()\n\tget_tree().quit()\n'


def write_pack(path, files):
    """A pack of format 2 (docs of the export format): header, directory, contents; no checksums are looked at."""
    entries, contents = b"", b""
    for name, data in files.items():
        text = ("res://" + name).encode()
        text += b"\0" * (-len(text) % 4)
        entries += struct.pack("<I", len(text)) + text + struct.pack("<QQ16xI", len(contents), len(data), 0)
        contents += data
    with open(path, "wb") as out:
        head = struct.pack("<5II", 0x43504447, 2, 4, 4, 0, 0)
        out.write(head + struct.pack("<Q64xI", len(head) + 76 + len(entries), len(files)) + entries + contents)


def prepare_template(template, folder, prefix):
    """The command that runs the suite as the main scene of a pack beside a copy of the template."""
    with open(os.path.join(folder, "suite.gd"), "rb") as suite:
        files = {"suite.gd": suite.read(), "main.gd": MAIN_SCRIPT.encode(), "main.tscn": MAIN_SCENE.encode()}
    files["project.godot"] = b'config_version=5\n[application]\nrun/main_scene="res://main.tscn"\n'
    write_pack(os.path.join(folder, "template.pck"), files)
    shutil.copy(template, os.path.join(folder, "template"))
    return prefix + " {}/template --headless"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ours")
    parser.add_argument("theirs")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--template", help="a release template, see above")
    options = parser.parse_args()
    best = [{}, {}]
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(os.path.join(os.path.dirname(os.path.abspath(__file__)), "suite.gd"), folder)
        with open(os.path.join(folder, "project.godot"), "w", encoding="utf-8") as settings:
            settings.write('config_version=5\n\n[application]\n\nconfig/name="bench"\n')
        theirs = prepare_template(options.template, folder, options.theirs) if options.template else options.theirs
        for _ in range(options.rounds):
            for times, engine in zip(best, (options.ours, theirs)):
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
