"""The template that exports are made of: engines, the shell's classes in Android's bytecode, an icon.

    make_template.py OUT.zip CLASSES_FOLDER ARCHITECTURE=ENGINE...
"""
import os
import shutil
import struct
import subprocess
import sys
import zipfile
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
LIBRARIES = os.path.join(HERE, "..", "..", "thirdparty", "android", "src")
ABIS = {"arm64": "arm64-v8a", "x86_64": "x86_64"}
OLDEST_SDK = "24"  # As AndroidApp::OLDEST_SDK. Refuses what older systems cannot run, lambdas above all.
ICON_SIZE = 192


def library(prefix):
    return next(os.path.join(LIBRARIES, name) for name in sorted(os.listdir(LIBRARIES)) if name.startswith(prefix))


def java_files(*folders):
    return sorted(os.path.join(at, name) for folder in folders for at, _, names in os.walk(os.path.join(HERE, "java", folder)) for name in names if name.endswith(".java"))


def compile_shell(folder, sources, class_path):
    shutil.rmtree(folder, ignore_errors=True)  # Classes whose source is gone are none of ours.
    os.makedirs(folder)
    subprocess.run(["javac", "-encoding", "UTF-8", "--release", "8", "-Xlint:-options", "-Xlint:-deprecation", "-nowarn", "-d", folder, "-cp", class_path] + sources, check=True)


def make_dex(folder):
    """classes.dex from the shell and the Activity."""
    classes = os.path.join(folder, "classes")
    compile_shell(classes, java_files("shell", "app"), library("android-all-"))
    out = os.path.join(folder, "classes.dex")
    subprocess.run(["java", "-cp", library("dalvik-dx-"), "com.android.dx.command.Main", "--dex", "--min-sdk-version=" + OLDEST_SDK, "--output=" + out, "."], cwd=classes, check=True)
    return out


def make_icon():
    """A leaf on a dark ground, as PNG."""
    ground, leaf, vein = (0x1F, 0x2A, 0x24), (0x7F, 0xB8, 0x5A), (0xE8, 0xF2, 0xDC)
    rows = bytearray()
    for y in range(ICON_SIZE):
        rows.append(0)  # No filter.
        for x in range(ICON_SIZE):
            # In the leaf's own frame: u along its stem, v across.
            u, v = (x - y) / (ICON_SIZE * 0.62), (x + y - ICON_SIZE) / (ICON_SIZE * 0.62)
            inside = abs(u) < 1 and abs(v) < 0.42 * (1 - u * u)
            rows += bytes(vein if inside and abs(v) < 0.022 else leaf if inside else ground)

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", ICON_SIZE, ICON_SIZE, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(rows), 9)) + chunk(b"IEND", b"")


def main():
    out, folder, engines = sys.argv[1], sys.argv[2], [word.split("=", 1) for word in sys.argv[3:]]
    parts = {"classes.dex": open(make_dex(folder), "rb").read(), "res/icon.png": make_icon()}
    for architecture, path in engines:
        parts["lib/%s/libestragon.so" % ABIS[architecture]] = open(path, "rb").read()
    with zipfile.ZipFile(out + ".new", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(parts.items()):
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    os.replace(out + ".new", out)


if __name__ == "__main__":
    main()
