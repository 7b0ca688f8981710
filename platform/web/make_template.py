"""The template of web exports: the engine's two files, the loader with the viewer of controls, the page around them, and the facts of classes that are only known by name.

    make_template.py OUT.zip ENGINE.js ENGINE.wasm
"""
import glob
import os
import shutil
import subprocess
import sys
import zipfile
import zlib

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "template")


def add(archive, name, content):
    """With its Brotli form where that program is there: what is the same in all exports is worth packing as well as can be, once."""
    archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    if shutil.which("brotli") and not name.endswith(".html"):
        packed = subprocess.run(["brotli", "--best", "--stdout", "-"], input=content, stdout=subprocess.PIPE, check=True).stdout
        if len(packed) < len(content):
            archive.writestr(zipfile.ZipInfo(name + ".br"), packed)


def main():
    out, engine, wasm = sys.argv[1:4]
    viewer = sorted(glob.glob(os.path.join(HERE, "..", "..", "..", "core", "scene", "gui", "viewer", "*.js")))  # The first names begin what the others extend.
    parts = {"estragon.web.js": [engine], "estragon.web.wasm": [wasm], "loader.js": [os.path.join(HERE, "loader.js"), *viewer], "shell.html": [os.path.join(HERE, "shell.html")]}
    with open(os.path.join(HERE, "..", "..", "..", "core", "object", "known", "known_classes.facts"), "rb") as source:
        facts = zlib.compress(source.read(), 9)
    with zipfile.ZipFile(out + ".new", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, paths in sorted(parts.items()):
            content = b""
            for path in paths:
                with open(path, "rb") as source:
                    content += source.read()
            add(archive, name, content)
        add(archive, "estragon.web.facts", facts)
    os.replace(out + ".new", out)


if __name__ == "__main__":
    main()
