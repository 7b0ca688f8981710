#!/usr/bin/env python3
"""Checks of the tree that no compiler makes: layers, rooms, sizes, format, house rules, and that the guides name what exists.

    check.py [--no-format]      prints every finding as FILE:LINE: text; exit status 1 where there is one
    check.py --fix              formats what is not formatted and takes white space off the ends of lines first
"""
import argparse
import os
import re
import shutil
import subprocess
import sys

from guides import Guides

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
SOURCE = (".h", ".cpp", ".inc", ".c")
MAX_FILE_LINES = 1000
MAX_FUNCTION_LINES = 120

# A file may include from its own layer and from those above it in this list (DESIGN: "Layers and layout"); the first match counts.
LAYERS = [
    (0, r"core/(typedefs\.h|core_fwd\.h|version\.h|error/.*\.h)$"),
    (1, r"core/(templates/|os/memory\.)"),
    (2, r"core/(string/|math/|error/)"),
    (3, r"core/variant/"),
    (4, r"core/object/"),
    (5, r"core/(os|config|crypto|io)/"),
    (6, r"core/scene/"),
    (7, r"core/"),
]
# Inner rooms of a folder, in the order in which they may include each other: a file in a room includes from its own and from those named before it.
# What stands beside the rooms (registration) sees them all, and nobody in them sees it.
ROOMS = {
    "core/scene/": ["main", "2d", "3d", "gui", "animation", "resources", "animation_tree"],
    "modules/gdscript/": ["syntax", "analysis", "compiler", "vm", "runtime"],
}
# Where the public API itself closes a circle, one implementation file knows the other side; headers never do.
CIRCLES_OF_THE_API = {
    "core/scene/main/scene_tree_scenes.cpp": ("core/scene/resources/packed_scene.h", "SceneTree.change_scene_to_packed() takes a PackedScene, which makes nodes"),
    "core/scene/main/viewport.cpp": ("core/scene/gui/control.h", "Viewport.gui_get_focus_owner() returns a Control, which asks its viewport for it"),
}
# Put together here, so that this file has none itself.
OPEN_MARKER = re.compile(r"\b(%s)\b" % "|".join(("TO" + "DO", "FIX" + "ME", "X" * 3, "HA" + "CK")))
# Interfaces that start-up calls without knowing who answers.
START_UP = {"modules/register_module_types.h", "tests/test_runner.h"}
# (files, what they must not include, why)
FORBIDDEN = [
    (r"modules/(?!websocket/protocol/ws_session\.cpp)|core/|platform/", r"wslay/", "only ws_session.cpp knows wslay"),
    (r"modules/(?!regex/regex\.cpp)|core/|platform/", r"pcre2\.h$", "only regex.cpp knows PCRE2"),
    (r"modules/(?!mbedtls/)|core/|platform/", r"(mbedtls|psa)/", "only modules/mbedtls knows mbedTLS"),
    (r"modules/|core/|platform/(?!unix/zstd_codec_libzstd\.cpp)", r"zstd(_errors)?\.h$", "only zstd_codec_libzstd.cpp knows zstd"),
    (r"modules/|core/|platform/(?!unix/png_codec_libpng\.cpp)", r"^png\.h$", "only png_codec_libpng.cpp knows libpng"),
    (r"modules/|core/(?!templates/hashfuncs\.cpp)|platform/", r"xxhash\.h$", "only hashfuncs.cpp knows xxHash"),
    (r"modules/gdscript/(vm/|compiler/gdscript_(function|class)\.)", r"modules/gdscript/(syntax|analysis)/|modules/gdscript/compiler/gdscript_class_host", "the virtual machine knows opcodes and functions, never the syntax tree"),
    (r"core/io/http_codec\.", r"core/(object|variant|io/(?!http_codec\.h)|os/(?!memory)|scene|config)/", "the HTTP codec is sans-I/O and stands on the first layers alone"),
    (r"modules/websocket/(protocol|link|session)/", r"core/(object|variant|io/(?!http_codec\.h|byte_chunk\.h)|os/(?!memory)|scene|config)/", "protocol/, link/ and session/ are sans-I/O and stand on the first three layers and the HTTP codec alone"),
    (r"modules/websocket/protocol/", r"modules/websocket/link/", "link/ stands on protocol/"),
    (r"modules/websocket/(?!host/|tests/)", r"core/io/(net_socket|socket_poller|socket_watch|network_turn|tcp_connector|tcp_server|stream_peer_tcp|stream_peer_tls|file_system|path_mapping)\.h", "host/ alone knows whose sockets, streams and files they are"),
    (r"modules/websocket/(?!host/)", r"modules/websocket/host/(estragon|stock)/", "the headers of host/ choose between the two trees"),
    (r"modules/websocket/(protocol|link|session)/", r"modules/websocket/(transport|server)/", "protocol/, link/ and session/ know no socket"),
]
# Dispatch loops and tables may be as long as they are.
LONG_FUNCTIONS = re.compile(r"_bind_methods|bind_\w+|register_\w+|_run_loop|::execute\(|::run\(")
LONG_FILES = re.compile(r"_tables?\.(h|cpp|inc)$|global_constants_\w+\.(cpp|inc)$")

# Every path, switch and name in these must exist.
GUIDES = ["README.md", "doc/architecture.md", "doc/contributing.md"]

findings = []


def report(path, line, text):
    findings.append("%s:%d: %s" % (path, line, text))


def tracked_files():
    out = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    return sorted({p for p in out if p and os.path.isfile(os.path.join(ROOT, p))})


def tracked_sources():
    return [p for p in tracked_files() if p.endswith(SOURCE) and p.split("/")[0] in ("core", "modules", "platform", "tests")]


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8", errors="replace") as source:
        return source.read()


def layer_of(path):
    for level, pattern in LAYERS:
        if re.match(pattern, path):
            return level
    return None


# The folder with rooms that a file is in, and the position of its room there; None where there is no such folder, -1 beside the rooms.
def room_of(path):
    for house, rooms in ROOMS.items():
        if path.startswith(house):
            room = path[len(house) :].split("/")[0]
            return house, rooms.index(room) if room in rooms else -1
    return None


def check_rooms(path, number, target):
    here, there = room_of(path), room_of(target)
    if not here or not there or here[0] != there[0] or here[1] < 0 or 0 <= there[1] <= here[1]:
        return
    if CIRCLES_OF_THE_API.get(path, ("", ""))[0] == target:
        return
    rooms = ROOMS[here[0]]
    report(path, number, "%s%s includes %s; the order is %s" % (here[0], rooms[here[1]], target, " <- ".join(rooms)))


def check_includes(path, lines):
    own = layer_of(path)
    for number, line in enumerate(lines, 1):
        match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
        if not match:
            continue
        target = match[1]
        level = layer_of(target)
        if own is not None and level is not None and level > own:
            report(path, number, "layer %d includes %s of layer %d" % (own, target, level))
        if "/tests/" not in path:
            check_rooms(path, number, target)
        if path.startswith("core/") and re.match(r"(modules|platform|tests)/", target) and not (own == 7 and target in START_UP):
            report(path, number, "the core includes %s" % target)
        if path.startswith("modules/") and "/tests/" not in path and target.startswith(("tests/", "platform/")):
            report(path, number, "a module includes %s" % target)
        for files, included, why in FORBIDDEN:
            if re.match(files, path) and "/tests/" not in path and re.match(included, target):
                report(path, number, "includes %s: %s" % (target, why))


def check_sizes(path, lines):
    if len(lines) > MAX_FILE_LINES and not LONG_FILES.search(path):
        report(path, 1, "%d lines; %d is the limit: split it by concern" % (len(lines), MAX_FILE_LINES))
    start, name = None, ""
    for number, line in enumerate(lines, 1):
        if start is None:
            if re.match(r"[A-Za-z_\[].*\(.*(\{|:)$", line) and not re.match(r"(namespace|class|struct|enum|union|extern|typedef|using|case|default)\b", line):
                start, name = number, line
        elif line.startswith("}"):
            length = number - start + 1
            if length > MAX_FUNCTION_LINES and not LONG_FUNCTIONS.search(name):
                report(path, start, "a function of %d lines; %d is the limit" % (length, MAX_FUNCTION_LINES))
            start = None


def check_house_rules(path, lines):
    if path.endswith((".h", ".cpp", ".inc")) and (not lines or not lines[0].startswith("//")):
        report(path, 1, "starts without a comment that says what the file is for")
    if path.endswith(".h") and not any(line.startswith("#pragma once") for line in lines[:30]):
        report(path, 1, "a header without #pragma once")
    for number, line in enumerate(lines, 1):
        if OPEN_MARKER.search(line):
            report(path, number, "an open marker: do it or write it down elsewhere")
        if line.rstrip("\n") != line.rstrip():
            report(path, number, "white space at the end of the line")
        if re.search(r"\b(dynamic_cast<|typeid\(|try \{|throw )", re.sub(r'"(?:\\.|[^"\\])*"', '""', line)) and not line.lstrip().startswith(("//", "*")):
            report(path, number, "exceptions and RTTI are off")


def check_every_file():
    """What no file may have, whatever it is: the marks of a merge that nobody finished, and shell scripts that no shell reads."""
    for path in tracked_files():
        for number, line in enumerate(read(path).split("\n"), 1):
            if re.match(r"(<{7}|>{7}) ", line):
                report(path, number, "the mark of an unfinished merge")
        if path.endswith(".sh"):
            problem = subprocess.run(["sh", "-n", path], cwd=ROOT, capture_output=True, text=True).stderr
            if problem:
                report(path, 1, "no shell script: " + problem.strip())


def check_format(paths):
    tool = shutil.which("clang-format-14") or shutil.which("clang-format")
    if not tool:
        report("tests/lint/check.py", 1, "clang-format-14 is not installed (thirdparty/install.sh does it)")
        return
    for at in range(0, len(paths), 100):
        out = subprocess.run([tool, "--dry-run", "-ferror-limit=1"] + paths[at : at + 100], cwd=ROOT, capture_output=True, text=True).stderr
        for match in re.finditer(r"^(\S+?):(\d+):\d+: (?:warning|error): code should be clang-formatted", out, re.M):
            report(match[1], int(match[2]), "not formatted: clang-format-14 -i %s" % match[1])


def check_guides():
    paths = tracked_files()
    readable = (".h", ".cpp", ".inc", ".py", ".sh", ".gd", ".js", "SConstruct", "SCsub", "run")
    guides = Guides(ROOT, {path: read(path) if path.endswith(readable) else "" for path in paths})
    for path in GUIDES:
        for line, text in guides.unknown(read(path)):
            report(path, line, text)


def fix(paths):
    tool = shutil.which("clang-format-14") or shutil.which("clang-format")
    for path in paths:
        text = read(path)
        stripped = re.sub(r"[ \t]+$", "", text, flags=re.M)
        if stripped != text:
            with open(os.path.join(ROOT, path), "w", encoding="utf-8") as out:
                out.write(stripped)
    formatted = [p for p in paths if p.endswith((".h", ".cpp"))]
    for at in range(0, len(formatted) if tool else 0, 100):
        subprocess.run([tool, "-i"] + formatted[at : at + 100], cwd=ROOT, check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--no-format", action="store_true", help="skip clang-format")
    parser.add_argument("--fix", action="store_true", help="mend format and white space first")
    options = parser.parse_args()
    paths = tracked_sources()
    if options.fix:
        fix(paths)
    for path in paths:
        lines = read(path).split("\n")
        check_includes(path, lines)
        check_sizes(path, lines)
        check_house_rules(path, lines)
    check_every_file()
    check_guides()
    if not options.no_format:
        check_format([p for p in paths if p.endswith((".h", ".cpp"))])
    for finding in findings:
        print(finding)
    print("lint: %d files, %d findings" % (len(paths), len(findings)))
    sys.exit(bool(findings))


if __name__ == "__main__":
    main()
