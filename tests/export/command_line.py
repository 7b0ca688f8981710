#!/usr/bin/env python3
"""Exports small projects as a user does: what goes into a pack, what is refused and how, and that nothing half-made stays.

    command_line.py ENGINE      ends with "N passed, N failed"
"""
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..", "support")]
import no_network  # noqa: E402
from programs import Results  # noqa: E402

ENGINE = os.path.abspath(sys.argv[1])
LIMIT = 60
results = Results()

PROJECT = 'config_version=5\n\n[application]\n\nconfig/name="Packed"\nrun/main_scene="res://main.tscn"\n\n[autoload]\n\nGlobals="*res://globals.gd"\n'
SCENE = '[gd_scene load_steps=2 format=3]\n\n[ext_resource type="Script" path="res://main.gd" id="1"]\n\n[node name="Main" type="Node"]\nscript = ExtResource("1")\n'
MAIN = """extends Node
func list(folder: String, into: PackedStringArray) -> void:
	for name in DirAccess.get_files_at(folder):
		into.append(folder.path_join(name))
	for name in DirAccess.get_directories_at(folder):
		list(folder.path_join(name), into)
func _ready():
	var files := PackedStringArray()
	list("res://", files)
	files.sort()
	print(" ".join(files).replace("res://", ""))
	print("beta ", OS.has_feature("beta"), " template ", OS.has_feature("template"), " editor ", OS.has_feature("editor"), " ", Globals.value)
	get_tree().quit(5)
"""
FILES = {
    "project.godot": PROJECT, "main.tscn": SCENE, "main.gd": MAIN, "main.gd.uid": "uid://abc\n", "globals.gd": "extends Node\nvar value := 42\n",
    "notes.txt": "a", "data/level.txt": "b", "data/level.json": "{}", "secret/key.txt": "c", "unused.tres": '[gd_resource type="Resource" format=3]\n\n[resource]\n',
    "hidden/.gdignore": "", "hidden/x.gd": "extends Node\n", ".private/x.gd": "extends Node\n", "override.cfg": "", "art.png": "no picture", "art.png.import": '[remap]\n\nimporter="texture"\npath="res://.godot/imported/art.ctex"\n',
    ".godot/imported/art.ctex": "imported",
}
PRESET = '[preset.0]\n\nname="Pack"\nplatform="Linux"\ncustom_features="beta"\nexport_filter="%s"\ninclude_filter="%s"\nexclude_filter="%s"\nexport_path=""\n%s\n[preset.0.options]\n\n'


def write(folder, files):
    for name, text in files.items():
        path = Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def estragon(*arguments):
    return subprocess.run([ENGINE, *map(str, arguments)], capture_output=True, text=True, errors="replace", timeout=LIMIT, stdin=subprocess.DEVNULL)


def packed(tmp, kind, preset):
    """The files that the program in the pack sees."""
    game, out = tmp / "game", tmp / ("out." + kind)
    write(game, {"export_presets.cfg": preset})
    made = estragon("--path", game, "--export-pack", "Pack", out)
    run = estragon("--main-pack", out)
    results.check("a %s pack is made and runs" % kind, made.returncode == 0 and run.returncode == 5, made.stdout + made.stderr + run.stdout + run.stderr)
    lines = run.stdout.split("\n")
    results.check("it has the preset's feature tags and the project's autoloads", "beta true template true editor false 42" in lines, run.stdout)
    return set(lines[0].split())


def contents(tmp):
    write(tmp / "game", FILES)
    usual = {"project.godot", "main.tscn", "main.gd", "main.gd.uid", "globals.gd"}
    for kind in ("pck", "zip"):
        seen = packed(tmp, kind, PRESET % ("all_resources", "", "", ""))
        results.check("all resources, and what was imported in the place of its source", seen == usual | {"data/level.json", "unused.tres", "art.png.import"}, str(seen))
    seen = packed(tmp, "pck", PRESET % ("all_resources", "*.txt, secret/*", "secret/*,unused.tres", ""))
    results.check("filters include and exclude", seen == usual | {"data/level.json", "art.png.import", "notes.txt", "data/level.txt"}, str(seen))
    seen = packed(tmp, "pck", PRESET % ("scenes", "", "", 'export_files=PackedStringArray("res://main.tscn")'))
    results.check("chosen scenes with what they need", seen == usual, str(seen))
    seen = packed(tmp, "pck", PRESET % ("exclude", "", "", 'export_files=PackedStringArray("res://unused.tres")'))
    results.check("all but the chosen", seen == usual | {"data/level.json", "art.png.import"}, str(seen))


def inside(tmp):
    """An export that lies in the project does not go into the next one."""
    game = tmp / "game"
    for arguments in (["--export-pack", "Pack"], ["--export-pack", "Pack", game / "." / "data" / ".." / "own.zip"]):
        write(game, {"export_presets.cfg": (PRESET % ("all_resources", "*.zip", "", "")).replace('export_path=""', 'export_path="own.zip"')})
        for _again in range(2):
            done = estragon("--path", game, *arguments)
            results.check("into the project's folder", done.returncode == 0 and str(game / "own.zip") in done.stdout, done.stdout + done.stderr)
        with zipfile.ZipFile(game / "own.zip") as archive:
            results.check("without what was there", "main.gd" in archive.namelist() and "own.zip" not in archive.namelist(), str(archive.namelist()))
        os.remove(game / "own.zip")


def refused(tmp, name, preset, arguments, words):
    game = tmp / "game"
    write(game, {"export_presets.cfg": preset})
    done = estragon("--path", game, *arguments)
    left = sorted(os.listdir(tmp / "new")) if (tmp / "new").exists() else []
    good = done.returncode == 1 and all(word in done.stderr for word in words) and not left
    results.check(name, good, "exit %d, left %s\n%s" % (done.returncode, left, done.stderr))


def problems(tmp):
    sound = PRESET % ("all_resources", "", "", "")
    out = tmp / "new" / "game.pck"
    refused(tmp, "a preset that is not there", sound, ["--export-pack", "Other", out], ['no preset "Other"', '"Pack"'])
    refused(tmp, "a platform without an exporter", sound, ["--export-release", "Pack", out], ['export_presets.cfg:4: preset "Pack"', "Android"])
    refused(tmp, "no place to export to", sound, ["--export-pack", "Pack"], ['export_presets.cfg:9: preset "Pack"', "export_path"])
    refused(tmp, "a wrong value", sound.replace('"all_resources"', "7"), ["--export-pack", "Pack", out], ['export_presets.cfg:6: preset "Pack": export_filter must be a text'])
    refused(tmp, "a broken file", sound + "x = [", ["--export-pack", "Pack", out], ["export_presets.cfg:13"])
    refused(tmp, "encryption", sound.replace('export_path=""', "encrypt_pck=true"), ["--export-pack", "Pack", out], ['export_presets.cfg:9: preset "Pack"', "encrypt_pck"])
    refused(tmp, "a file where the folder would be", sound, ["--export-pack", "Pack", tmp / "game" / "main.gd" / "x" / "game.pck"], ["cannot be made"])
    os.symlink("nowhere", tmp / "game" / "broken.json")
    for kind in ("pck", "zip"):
        old = tmp / ("old." + kind)
        old.write_text("what was there")
        refused(tmp, "a file that cannot be read, in a " + kind, sound, ["--export-pack", "Pack", old], ["broken.json"])
        results.check("leaves what was there", old.read_text(errors="replace") == "what was there")
    os.remove(tmp / "game" / "broken.json")
    os.remove(tmp / "game" / "export_presets.cfg")
    done = estragon("--path", tmp / "game", "--export-pack", "Pack", out)
    results.check("no file of presets", done.returncode == 1 and "no export_presets.cfg" in done.stderr, done.stderr)
    done = estragon("--path", tmp, "--export-pack", "Pack", out)
    results.check("no project", done.returncode == 1 and "no project.godot" in done.stderr, done.stderr)


F_SETSIG = 10  # Of Linux; Python has no name for it.
SOME_READS = 8  # The folder's list takes two at most, each file at least two.


def start_until_it_reads(folder, command):
    """The process, once it has read some of the files in the folder."""
    told = signal.SIGRTMIN  # Each one is queued.
    signal.pthread_sigmask(signal.SIG_BLOCK, [told])
    watched = os.open(folder, os.O_RDONLY)
    fcntl.fcntl(watched, F_SETSIG, told)
    fcntl.fcntl(watched, fcntl.F_NOTIFY, fcntl.DN_ACCESS | fcntl.DN_MULTISHOT)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    for _ in range(SOME_READS):
        signal.sigtimedwait([told], LIMIT)
    os.close(watched)
    return process


def interrupted(tmp):
    """SIGTERM on the way: the old file stays, and nothing beside it."""
    game, folder = tmp / "game", tmp / "ended"
    write(game, {"export_presets.cfg": PRESET % ("all_resources", "*.bin", "", "")})
    (game / "large").mkdir()
    for number in range(32):
        (game / "large" / ("%d.bin" % number)).write_bytes(os.urandom(4 << 20))
    folder.mkdir()
    out = folder / "old.pck"
    out.write_text("what was there")
    export = start_until_it_reads(game / "large", [ENGINE, "--path", str(game), "--export-pack", "Pack", str(out)])
    export.send_signal(signal.SIGTERM)
    told = export.communicate(timeout=LIMIT)[1]
    results.check("an interrupted export says so", export.returncode == 1 and "interrupted" in told, "exit %s\n%s" % (export.returncode, told))
    results.check("and leaves what was there, alone", os.listdir(folder) == ["old.pck"] and out.read_bytes() == b"what was there", str(os.listdir(folder)))
    shutil.rmtree(game / "large")


def main():
    with tempfile.TemporaryDirectory() as folder:
        contents(Path(folder))
        inside(Path(folder))
        interrupted(Path(folder))
        problems(Path(folder))
        no_network.check(results, Path(folder), ENGINE)
    print(results.summary())
    sys.exit(bool(results.failed))


if __name__ == "__main__":
    main()
