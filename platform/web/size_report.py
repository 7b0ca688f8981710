"""What the browser build consists of, by part of the tree, and what it weighs on its way.

    size_report.py OBJECTS ENGINE.js ENGINE.wasm     OBJECTS: their folder; sizes of parts are those before the optimiser goes over the whole
"""
import collections
import gzip
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# "    -   1f2a3   4c1         build/web.release/core/io/json.o:(_ZN4JSON...)"
LINE = re.compile(r"^\s*\S+\s+[0-9a-f]+\s+([0-9a-f]+)\s+(\S+\.(?:o|a)(?:\([^)]*\))?):\(")
DEPTH = {"core": 2, "modules": 2, "thirdparty": 2, "platform": 2}


def part_of(path):
    path = re.sub(r"^.*?build/[^/]+/", "", path)
    names = path.split("/")
    if names[0] not in DEPTH:
        return "libraries of the tool chain"
    return "/".join(names[: DEPTH[names[0]]]) if len(names) > DEPTH[names[0]] else names[0]


def map_of(folder):
    """What the linker keeps of the objects. The tool chain's own front end takes no map."""
    objects = sorted(str(path) for path in Path(folder).rglob("*.o"))
    roots = ["--export=" + name for name in ("main", "__main_argc_argv", "estragon_iteration", "estragon_take_event")]
    with tempfile.TemporaryDirectory() as tmp:
        subprocess.run(["wasm-ld", "--no-entry", "--allow-undefined", "--gc-sections", *roots, *objects, "-o", tmp + "/all.wasm", "-Map=" + tmp + "/map"], check=True)
        return Path(tmp, "map").read_text(errors="replace").split("\n")


def main():
    folder, script, wasm = sys.argv[1:4]
    parts = collections.Counter()
    for line in map_of(folder):
        match = LINE.match(line)
        if match:
            parts[part_of(match[2])] += int(match[1], 16)
    total = sum(parts.values()) or 1
    print("%-36s %10s %6s" % ("part", "bytes", "%"))
    for name, size in parts.most_common():
        print("%-36s %10d %6.1f" % (name, size, 100 * size / total))
    print("%-36s %10d" % ("all, linked", total))
    for path in (script, wasm):
        with open(path, "rb") as source:
            content = source.read()
        sizes = [("as it is", len(content)), ("gzip", len(gzip.compress(content, 9)))]
        if shutil.which("brotli"):
            sizes.append(("brotli", len(subprocess.run(["brotli", "--best", "--stdout", "-"], input=content, stdout=subprocess.PIPE, check=True).stdout)))
        print("%-36s %s" % (path.split("/")[-1], ", ".join("%s %d" % size for size in sizes)))


if __name__ == "__main__":
    main()
