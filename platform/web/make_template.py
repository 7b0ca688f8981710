"""The template of web exports: the engine's two files, the loader and the page around them.

    make_template.py OUT.zip ENGINE.js ENGINE.wasm
"""
import os
import sys
import zipfile

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "template")


def main():
    out, engine, wasm = sys.argv[1:4]
    parts = {"estragon.web.js": engine, "estragon.web.wasm": wasm, "loader.js": os.path.join(HERE, "loader.js"), "shell.html": os.path.join(HERE, "shell.html")}
    with zipfile.ZipFile(out + ".new", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, path in sorted(parts.items()):
            with open(path, "rb") as source:
                archive.writestr(zipfile.ZipInfo(name), source.read(), zipfile.ZIP_DEFLATED)
    os.replace(out + ".new", out)


if __name__ == "__main__":
    main()
