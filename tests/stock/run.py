#!/usr/bin/env python3
"""Compiles modules/websocket against the headers of a stock 4.6 engine: a copy of the module shall be at home there, too.

    run.py      ends with "N passed, N failed, N skipped"

The stock source is $ESTRAGON_STOCK_SOURCE, or what Debian unstable has of it, fetched into build/stock once. Without it everything is
skipped. Nothing of it is linked; a file passes when the compiler takes it. modules/websocket/host settles what differs between the trees.
"""
import glob
import os
import subprocess
import sys
import tarfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FOLDER = os.path.join(ROOT, "build", "stock")
# What the module takes along.
BESIDES = ["core/io/http_codec.cpp"]
# The browser's part wants these of Emscripten.
EMSCRIPTEN = "#define EMSCRIPTEN_KEEPALIVE\nextern \"C\" double emscripten_get_now();\n"
WANTED = ("core/", "scene/main/", "scene/resources/", "platform/linuxbsd/", "modules/", "main/", "servers/", "drivers/", "misc/utility/")
GENERATE = """
import os, sys
root, out = sys.argv[1:]
sys.path[:0] = [root + "/core/extension", root + "/core/object", root]
os.chdir(root)
import make_interface_header, make_virtuals, make_wrappers
make_interface_header.run([out + "/core/extension/gdextension_interface.gen.h"], ["core/extension/gdextension_interface.json"], None)
make_wrappers.run([out + "/core/extension/ext_wrappers.gen.inc"], [], None)
make_virtuals.run([out + "/core/object/gdvirtual.gen.inc"], [], None)
"""


def fetch():
    """Folder of the unpacked source, or None."""
    own = os.environ.get("ESTRAGON_STOCK_SOURCE")
    found = [own] if own else glob.glob(os.path.join(FOLDER, "source", "*", ""))
    if found:
        return found[0].rstrip("/")
    os.makedirs(FOLDER, exist_ok=True)
    # The archive alone is wanted; that Debian's own part may be missing on a mirror does no harm.
    subprocess.run(["sh", os.path.join(ROOT, "thirdparty", "fetch_debian_source.sh"), "sid", "godot"], cwd=FOLDER, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)
    archives = glob.glob(os.path.join(FOLDER, "godot_4.6*.orig.tar.xz"))
    if not archives:
        return None
    with tarfile.open(archives[0]) as archive:
        members = [member for member in archive if member.isfile() and (member.name.split("/", 1)[1].startswith(WANTED) or member.name.count("/") == 1) and member.name.endswith((".h", ".inc", ".py", ".json"))]
        archive.extractall(os.path.join(FOLDER, "source"), members)
    os.remove(archives[0])
    return fetch()


def make_overlay(source):
    """The module and what goes with it, in front of the stock tree, with the headers that its build would make."""
    overlay = os.path.join(FOLDER, "overlay")
    for folder in ("modules", "core/io", "core/extension", "core/object"):
        os.makedirs(os.path.join(overlay, folder), exist_ok=True)
    for path in ("modules/websocket", "core/io/http_codec.h"):
        target = os.path.join(overlay, path)
        if not os.path.lexists(target):
            os.symlink(os.path.join(ROOT, path), target)
    open(os.path.join(overlay, "core", "disabled_classes.gen.h"), "w").close()
    os.makedirs(os.path.join(overlay, "emscripten"), exist_ok=True)
    with open(os.path.join(overlay, "emscripten", "emscripten.h"), "w") as out:
        out.write(EMSCRIPTEN)
    if not os.path.exists(os.path.join(overlay, "core/object/gdvirtual.gen.inc")):
        subprocess.run([sys.executable, "-c", GENERATE, source, overlay], check=True, stdout=subprocess.DEVNULL)
    return overlay


def main():
    source = fetch()
    if not source:
        print("skip: the source of a stock engine is not to be had here ($ESTRAGON_STOCK_SOURCE)\n0 passed, 0 failed, 1 skipped")
        return 0
    overlay = make_overlay(source)
    command = ["g++", "-std=gnu++17", "-fsyntax-only", "-fno-exceptions", "-w", "-DLINUXBSD_ENABLED", "-DUNIX_ENABLED", "-I" + overlay, "-I" + source, "-I" + source + "/platform/linuxbsd", "-I" + ROOT + "/thirdparty/wslay/src/lib/includes"]
    module = os.path.join(ROOT, "modules", "websocket")
    files = sorted(glob.glob(module + "/**/*.cpp", recursive=True))
    files = [path for path in files if "/host/estragon/" not in path]
    counts = [0, 0]
    for path in files + [os.path.join(ROOT, name) for name in BESIDES]:
        name = os.path.relpath(path, module)
        done = subprocess.run(command + [path], capture_output=True, text=True)
        counts[done.returncode != 0] += 1
        print("%s %s" % ("FAIL" if done.returncode else "ok  ", name), done.stderr[:2000] if done.returncode else "", flush=True)
    print("%d passed, %d failed" % tuple(counts))
    return counts[1] > 0


sys.exit(main())
