#!/usr/bin/env python3
"""Runs the engine as a user does and checks what it prints and how it ends.

    command_line.py ENGINE      ends with "N passed, N failed"
"""
import json
import os
import resource
import signal
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ENGINE = os.path.abspath(sys.argv[1])
LIMIT = 30
results = []


def check(name, good, detail=""):
    results.append(bool(good))
    print("%s %s%s" % ("ok  " if good else "FAIL", name, "" if good else "\n" + detail))


def estragon(*args, cwd=None):
    try:
        done = subprocess.run([ENGINE, *map(str, args)], cwd=cwd, capture_output=True, text=True, errors="replace", timeout=LIMIT, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(args, -999, "", "ran longer than %d s" % LIMIT)
    return done


def expect(name, done, code=None, out=(), err=()):
    """code: an int, or "error" for any other than 0; out, err: texts that must appear."""
    good = (code is None) or (done.returncode != 0 and done.returncode > 0 if code == "error" else done.returncode == code)
    good = good and all(text in done.stdout for text in out) and all(text in done.stderr for text in err)
    check(name, good, "exit %s\nstdout: %s\nstderr: %s" % (done.returncode, done.stdout[-1500:], done.stderr[-1500:]))


def write(folder, files):
    for name, text in files.items():
        path = Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


NODE = 'extends Node\nfunc _ready():\n\tprint("args ", OS.get_cmdline_user_args())\n\tget_tree().quit(7)\n'
TREE = 'extends SceneTree\nfunc _initialize():\n\tprint("tree")\n\tquit(3)\n'
LOOP = 'extends MainLoop\nvar n := 0\nfunc _process(_d):\n\tn += 1\n\treturn n == 3\nfunc _finalize():\n\tprint("frames ", n)\n'
SERVE = 'extends Node\nfunc _ready():\n\tprint("up")\nfunc _exit_tree():\n\tprint("left the tree")\n'


SAVES = """extends SceneTree
func _initialize():
	var one := FileAccess.open("one.txt", FileAccess.WRITE)
	var two := FileAccess.open("two.txt", FileAccess.WRITE)
	print("printed")
	printerr("complained")
	push_error("an error")
	one.store_string("one")
	two.store_string("two")
	quit()
"""
PICTURE = """extends SceneTree
func _initialize():
	var image := Image.create(400, 400, false, Image.FORMAT_RGBA8)
	for i in 160000:
		image.set_pixel(i % 400, i / 400, Color(sin(i), cos(i), sin(i * i)))
	quit(0 if image.save_png("picture.png") == OK else 13)
"""


def streams(tmp):
    tmp = Path(tmp)
    write(tmp, {"saves.gd": SAVES, "picture.gd": PICTURE})
    subprocess.run('"%s" saves.gd <&- >&- 2>&-' % ENGINE, shell=True, cwd=tmp, timeout=LIMIT)
    check("what is printed without streams does not get into files", [(tmp / name).read_text() for name in ("one.txt", "two.txt")] == ["one", "two"])
    done = subprocess.run([ENGINE, "picture.gd"], cwd=tmp, capture_output=True, text=True, timeout=LIMIT, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000)))
    check("a picture that the disk has no room for is refused, and no part of it stays", done.returncode == 13 and not list(tmp.glob("*.png*")), done.stderr)


def scripts(tmp):
    write(tmp, {"node.gd": NODE, "tree.gd": TREE, "loop.gd": LOOP})
    expect("a script that extends Node runs and its exit code counts", estragon("node.gd", "a", "b", cwd=tmp), 7, ['args ["a", "b"]'])
    expect("a script that extends SceneTree", estragon("tree.gd", cwd=tmp), 3, ["tree"])
    expect("a script that extends MainLoop", estragon("loop.gd", cwd=tmp), 0, ["frames 3"])
    expect("-s with user arguments", estragon("--headless", "-s", "node.gd", "--", "x", cwd=tmp), 7, ['args ["x"]'])
    expect("--quit-after ends an endless program", estragon("--quit-after", "5", "loop.gd", cwd=tmp), 0, ["frames 3"])
    expect("--check-only does not run the script", estragon("--check-only", "node.gd", cwd=tmp), 0)
    expect("a script that extends neither", estragon(make(tmp, "other.gd", "extends RefCounted\n"), cwd=tmp), "error", err=["Node, SceneTree or MainLoop"])


def make(folder, name, text):
    write(folder, {name: text})
    return name


def write_project(tmp):
    write(tmp, {
        "project.godot": 'config_version=5\n\n[application]\n\nconfig/name="p"\nrun/main_scene="res://main.tscn"\n\n[autoload]\n\nHub="*res://hub.gd"\n',
        "hub.gd": 'extends Node\nvar word := "hub"\nfunc _ready():\n\tprint("hub ready")\n',
        "thing.gd": 'class_name Thing extends RefCounted\nfunc say(): return "thing"\n',
        "main.gd": 'extends Node\n@export var n := 1\nfunc _ready():\n\tprint(Hub.word, " ", n, " ", Thing.new().say(), " ", $Child.name, " ", %Deep.get_path())\n\tget_tree().quit()\n',
        "main.tscn": '[gd_scene load_steps=2 format=3]\n\n[ext_resource type="Script" path="res://main.gd" id="1"]\n\n[node name="Main" type="Node"]\nscript = ExtResource("1")\nn = 5\n\n[node name="Child" type="Node" parent="."]\n\n[node name="Deep" type="Timer" parent="Child"]\nunique_name_in_owner = true\n',
        "other.tscn": '[gd_scene format=3]\n\n[node name="Other" type="Node"]\n',
        "bad.tscn": '[gd_scene format=3]\n\n[node name="R" type="Node"\n',
    })


def projects(tmp):
    write_project(tmp)
    expect("a project with autoload, class_name and main scene", estragon("--path", tmp), 0, ["hub ready", "hub 5 thing Child /root/Main/Child/Deep"])
    expect("another scene of the project", estragon("--path", tmp, "other.tscn", "--quit-after", "2"), 0, ["hub ready"])
    expect("a scene with a syntax error names file and line", estragon("--path", tmp, "bad.tscn"), "error", err=["bad.tscn:4", "']'"])
    expect("a scene that is missing", estragon("--path", tmp, "nope.tscn"), "error", err=["nope.tscn"])
    empty = Path(tmp) / "empty"
    empty.mkdir()
    expect("a folder without a project", estragon("--path", empty), "error", err=["project.godot"])
    expect("a folder that is missing", estragon("--path", Path(tmp) / "gone"), "error", err=["gone"])


def packs(tmp):
    """The project of projects() from packs: made by our packer, by Python, and at the end of the executable."""
    write_project(tmp)
    files = [path for path in Path(tmp).iterdir() if path.is_file()]
    adding = "".join('\tpacker.add_file("res://%s", "%s")\n' % (path.name, path) for path in files)
    folder = Path(tmp) / "packed"
    folder.mkdir()
    pack, archive, program = folder / "game.pck", folder / "game.zip", folder / "server"
    write(folder, {"pack.gd": 'extends SceneTree\nfunc _init():\n\tvar packer := PCKPacker.new()\n\tpacker.pck_start("%s")\n%s\tprint(packer.flush())\n\tquit()\n' % (pack, adding)})
    expect("a script makes a pack", estragon("-s", "pack.gd", cwd=folder), 0, ["0"])
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as writer:
        for path in files:
            writer.write(path, path.name)
    program.write_bytes(Path(ENGINE).read_bytes() + pack.read_bytes() + struct.pack("<Q", pack.stat().st_size) + b"GDPC")
    program.chmod(0o755)
    lines = ["hub ready", "hub 5 thing Child /root/Main/Child/Deep"]
    expect("--main-pack runs a pack", estragon("--main-pack", pack, cwd=tmp), 0, lines)
    expect("--main-pack runs a ZIP archive", estragon("--main-pack", archive, cwd="/"), 0, lines)
    done = subprocess.run([program], capture_output=True, text=True, timeout=60, cwd=folder, check=False)
    expect("an executable runs the pack at its end", done, 0, lines)
    check("which names its classes once", "is used by both" not in done.stderr)
    expect("a pack that is missing", estragon("--main-pack", folder / "gone.pck"), "error", err=["gone.pck"])
    expect("a pack that is none", estragon("--main-pack", folder / "pack.gd"), "error", err=["pack.gd", "neither a PCK pack nor a ZIP archive"])


def bad_input(tmp):
    write(tmp, {"broken.gd": "extends Node\nfunc _ready():\n\tvar x = = 1\n", "fails.gd": 'extends Node\nfunc _ready():\n\tinner()\n\tprint("goes on")\n\tget_tree().quit()\nfunc inner():\n\tvar a = null\n\ta.call_me()\n\tprint("never")\n'})
    expect("a syntax error names file, line and the source", estragon("broken.gd", cwd=tmp), "error", err=["broken.gd", "3", "var x = = 1"])
    expect("--check-only reports it as well", estragon("--check-only", "broken.gd", cwd=tmp), "error", err=["broken.gd"])
    done = estragon("fails.gd", cwd=tmp)
    expect("a run-time error ends its call, not the program, with a stack trace", done, 0, ["goes on"], ["call_me", "inner", "fails.gd:8"])
    check("and what comes after it in that call does not run", "never" not in done.stdout)
    expect("a script that is missing", estragon("gone.gd", cwd=tmp), "error", err=["gone.gd"])
    expect("an option without its value", estragon("--path"), 2, err=["--path DIR"])


def reports(tmp):
    write(tmp, {
        "where.gd": 'extends SceneTree\nclass Inner:\n\tfunc fails(x):\n\t\tx.nothing()\nfunc warn():\n\tpush_warning("from a script")\nfunc _initialize():\n\twarn()\n\troot.get_node("nobody")\n\tInner.new().fails(null)\n\tquit()\n',
        "doubtful.gd": 'extends SceneTree\nfunc _initialize():\n\tvar never_read := 1\n\tprint("ran")\n\tquit()\n',
        "large.gd": "extends SceneTree\nfunc _initialize():\n\tprint(99999999999999999999)\n\tprint(-9223372036854775808)\n\tquit()\n",
    })
    done = estragon("where.gd", cwd=tmp)
    expect("a warning names the script calls that led to it", done, 0, err=[
        "WARNING: from a script\n     at: push_warning (", "     GDScript backtrace (most recent call first):\n         [0] warn (", "where.gd:6)\n         [1] _initialize (", "where.gd:8)\n"])
    expect("so does an error of the engine", done, err=["   GDScript backtrace (most recent call first):\n       [0] _initialize (", "where.gd:9)\n"])
    expect("a run-time error names its class", done, err=["          at: Inner.fails (", "where.gd:4)\n          GDScript backtrace (most recent call first):\n              [0] fails ("])
    done = estragon("doubtful.gd", cwd=tmp)
    check("warnings of scripts are not shown in a plain run", "never_read" not in done.stderr and "ran" in done.stdout, done.stderr)
    done = estragon("-d", "doubtful.gd", cwd=tmp)
    expect("-d shows them, with their names for @warning_ignore", done, 0, ["ran"], ["WARNING: ", '"never_read"', "(unused_variable)", "doubtful.gd:3"])
    check("each once", done.stderr.count('"never_read"') == 1, done.stderr)
    done = estragon("large.gd", cwd=tmp)
    expect("a number that is too large is told, and the largest used", done, 0, ["9223372036854775807\n-9223372036854775808"], ["ERROR: ", "99999999999999999999", "large.gd:3"])
    check("once", done.stderr.count("ERROR: ") == 1, done.stderr)


def checking(tmp):
    write(tmp, {
        "project.godot": 'config_version=5\n\n[application]\n\nconfig/name="p"\n\n[debug]\n\ngdscript/warnings/unused_parameter=0\n',
        "fine.gd": 'extends Node\nstatic var made = make()\nstatic func make():\n\tprint("RAN")\nfunc f(unused): return func(): return made\n',
        "doubtful.gd": "extends Node\nfunc f():\n\tvar never_read := 1\n",
        "wrong.gd": "extends Node\nvar health := 1\nfunc f():\n\treturn helth\nfunc g():\n\tprint(1\nfunc h():\n\treturn 1\n",
        "needs.gd": "extends Node\nfunc f():\n\treturn Broken.new()\nfunc g():\n\treturn Broken.new()\n",
        "deep/broken.gd": "class_name Broken\nfunc f():\n\treturn 1 +\n",
        "addons/theirs.gd": "extends Node\nfunc f():\n\tvar never_read := 1\n",
    })
    done = estragon("--check-only", "fine.gd", cwd=tmp)
    expect("--check-only runs nothing, not even static variables", done, 0)
    check("and says nothing of what is fine", not done.stdout and not done.stderr, done.stdout + done.stderr)
    done = estragon("--check-only", "doubtful.gd", cwd=tmp)
    expect("warnings have their names, and are no failure", done, 0, err=["doubtful.gd:3:2: warning: ", "[unused_variable]"])
    expect("unless --warnings-as-errors", estragon("--check-only", "--warnings-as-errors", "doubtful.gd", cwd=tmp), 1, err=["doubtful.gd:3:2: error: "])
    done = estragon("--check-only", "wrong.gd", cwd=tmp)
    expect("errors are in GNU form, with notes", done, 1, err=["wrong.gd:7:1: error: ", "wrong.gd:6:7: note: "])
    done = estragon("--check-only", "needs.gd", cwd=tmp)
    expect("what a script needs is checked, too", done, 1, err=["deep/broken.gd:3:", "needs.gd:3:"])
    check("and a broken class is told once", done.stderr.count("error: ") == 2, done.stderr)
    expect("a run tells it as well", estragon("needs.gd", cwd=tmp), "error", err=["needs.gd:3)", "deep/broken.gd:3)"])
    done = estragon("--check-only", ".", cwd=tmp)
    expect("--check-only of a folder checks all scripts in it", done, 1, err=["deep/broken.gd:3:", "doubtful.gd:3:", "needs.gd:3:", "wrong.gd:7:"])
    check("addons are not warned about", "theirs.gd" not in done.stderr, done.stderr)
    check("as does --check-only with --path", estragon("--check-only", "--path", tmp, cwd=tmp).stderr == done.stderr)
    expect("--check-only of what is not there", estragon("--check-only", "nowhere", cwd=tmp), "error", err=["nowhere"])
    write(tmp, {"near.gd": "extends Node\nvar health := 1\nfunc f():\n\treturn helth\n"})
    done = estragon("--check-only", "--format=json", "near.gd", cwd=tmp)
    report = json.loads(done.stdout)
    found = report["diagnostics"][0]
    check("--format=json tells place, kind and mend", done.returncode == 1 and report["errors"] == 1 and (found["file"], found["line"], found["column"], found["end_column"], found["severity"], found["code"], found["fix"]) == ("near.gd", 4, 9, 14, "error", "unknown_name", "health"), done.stdout)
    check("an empty report is JSON as well", json.loads(estragon("--check-only", "--format", "json", "fine.gd", cwd=tmp).stdout)["diagnostics"] == [])
    expect("a format that there is not", estragon("--check-only", "--format=xml", "fine.gd", cwd=tmp), 2, err=["gnu or json"])
    expect("--warnings-as-errors refuses to run", estragon("--warnings-as-errors", "doubtful.gd", cwd=tmp), "error", err=["unused_variable"])
    done = estragon("--disassemble", "fine.gd", cwd=tmp)
    expect("--disassemble prints the instructions of every function", done, 0, ["make  # res://fine.gd:3", "CALL_UTILITY", "f.<anonymous lambda>", "RETURN"])
    check("and runs nothing", '\nRAN' not in done.stdout and not done.stdout.startswith("RAN"), done.stdout)
    expect("--disassemble of a script with errors", estragon("--disassemble", "wrong.gd", cwd=tmp), 1, err=["wrong.gd:7:1: error: "])


def printing(tmp):
    write(tmp, {"order.gd": (
        "extends SceneTree\nfunc _initialize():\n\tprint(1)\n\tprinterr(2)\n\tprint(3)\n"
        "\tprint(OS.execute(\"sh\", [\"-c\", \"true\"]))\n\tpush_warning(\"four\")\n\tprint(5)\n\tquit()\n")})
    done = subprocess.run([ENGINE, "order.gd"], cwd=tmp, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True, timeout=LIMIT)
    places = [done.stdout.find(text) for text in ("1\n", "2\n", "3\n0\n", "four", "5\n")]
    check("lines and errors keep their order in one pipe", -1 not in places and places == sorted(places), done.stdout)
    write(tmp, {"lines.gd": "extends SceneTree\nfunc _initialize():\n\tfor i in 1000:\n\t\tprint(i)\n\tOS.crash(\"over\")\n"})
    done = estragon("lines.gd", cwd=tmp)
    check("a crash loses no line", done.returncode < 0 and done.stdout.endswith("998\n999\n"), done.stdout[-100:])


DOCTOR_SCRIPT = 'extends Sprite2D\nfunc _ready():\n\tprint(get_rect())\n'
DOCTOR_SCENE = '[gd_scene format=3]\n[ext_resource type="Texture2D" path="res://gone.png" id="1"]\n[node name="M" type="Sprite2D"]\n[node name="T" type="Terrain3D" parent="."]\n'


def doctor(tmp):
    write(tmp, {"good/project.godot": 'config_version=5\n', "good/a.gd": NODE})
    done = estragon("--path", Path(tmp, "good"), "--doctor")
    expect("--doctor of a project that needs nothing", done, 0, ["nothing is missing"])
    check("and nothing of it runs", "args" not in done.stdout, done.stdout)
    write(tmp, {"ill/project.godot": 'config_version=5\n[application]\nrun/main_scene="res://gone.tscn"\n[autoload]\nA="*res://nope.gd"\n[editor_plugins]\nenabled=PackedStringArray("res://addons/x/plugin.cfg")\n',
                "ill/a.gd": DOCTOR_SCRIPT, "ill/b.gd": "var x: Nowhere\n", "ill/m.tscn": DOCTOR_SCENE, "ill/lib.gdextension": "[configuration]\n"})
    wanted = ["a.gd:3", "Sprite2D.get_rect()", "the renderer", "res://gone.png", "m.tscn:4", "Terrain3D", "native libraries", "res://gone.tscn", "res://nope.gd", "plugin.cfg", "b.gd:1", "1 Sprite2D kept as data"]
    expect("--doctor tells file by file what is missing", estragon("--path", Path(tmp, "ill"), "--doctor"), 1, wanted)
    report = json.loads(estragon("--path", Path(tmp, "ill"), "--doctor", "--format=json").stdout)
    check("--doctor as JSON", {"file": "res://a.gd", "line": 3, "uses": "Sprite2D.get_rect()", "needs": "the renderer"} in report["needs"] and report["kept_as_data"] == {"Sprite2D": 1}, report)
    write(tmp, {"strict/project.godot": 'config_version=5\n', "strict/a.gd": 'extends SceneTree\nfunc _initialize():\n\tprint(Sprite2D.new().get_rect())\n\tprint("on")\n\tquit()\n'})
    expect("a call that does nothing is told", estragon("--path", Path(tmp, "strict"), "-s", "a.gd"), 0, ["on"], ["Sprite2D.get_rect needs the renderer"])
    done = estragon("--path", Path(tmp, "strict"), "--strict", "-s", "a.gd")
    expect("and with --strict ends the program", done, 1, err=["Sprite2D.get_rect"])
    check("at once", "on" not in done.stdout, done.stdout)


def links(tmp):
    """Folders that hold themselves: each file counts once."""
    write(tmp, {"project.godot": 'config_version=5\n', "node.gd": NODE + "var thing := Thing.new()\n", "a/thing.gd": 'class_name Thing extends RefCounted\n', "a/thing.gd.uid": "uid://b1a2c3\n",
                "export_presets.cfg": '[preset.0]\nname="P"\nplatform="Linux"\nexport_filter="all_resources"\ninclude_filter=""\nexclude_filter=""\nexport_path=""\n[preset.0.options]\n'})
    for name in ("loop", "loop2", "a/loop", "a/loop2"):
        os.symlink("." if "/" not in name else "..", Path(tmp, name))
    done = estragon("--path", tmp, "-s", "node.gd")
    expect("a project that links to itself starts", done, 7)
    check("and its classes are there once", "used by both" not in done.stderr, done.stderr)
    report = json.loads(estragon("--path", tmp, "--check-only", "--format=json").stdout)
    check("--check-only sees each script of it once", report["files"] == 2, report)
    expect("so does --doctor", estragon("--path", tmp, "--doctor"), 0, ["5 files: nothing is missing"])
    expect("and an export", estragon("--path", tmp, "--export-pack", "P", Path(tmp, "out.zip")), 0)
    check("packs each once", sorted(zipfile.ZipFile(Path(tmp, "out.zip")).namelist()) == ["a/thing.gd", "a/thing.gd.uid", "node.gd", "project.godot"], str(zipfile.ZipFile(Path(tmp, "out.zip")).namelist()))
    write(tmp, {"uid.gd": 'extends SceneTree\nfunc _initialize():\n\tprint(load("uid://b1a2c3").resource_path)\n\tquit()\n'})
    expect("and a uid is found", estragon("--path", tmp, "-s", "uid.gd"), 0, ["res://a/thing.gd"])


LOGGED = 'extends SceneTree\nfunc _initialize():\n\tprint("plain \\"x\\"\\nsecond")\n\tprinterr("aside")\n\tpush_error("bad")\n\tpush_warning("odd")\n\tvar n = null\n\tquit.call_deferred(5)\n\tn.f()\n'


def logs(tmp):
    write(tmp, {"log.gd": LOGGED})
    plain = estragon("log.gd", cwd=tmp)
    done = estragon("--log-file", "out.log", "log.gd", cwd=tmp)
    text = Path(tmp, "out.log").read_text()
    check("--log-file changes nothing of the streams", (done.stdout, done.stderr, done.returncode) == (plain.stdout, plain.stderr, 5), done.stdout + done.stderr)
    check("and writes everything once", [text.count(word) for word in ('plain "x"\nsecond\n', "aside", "ERROR: bad", "WARNING: odd", "log.gd:9")] == [1] * 5, text)
    done = estragon("--log-format=json", "--log-file=out.json", "log.gd", cwd=tmp)
    out, err = ([json.loads(line) for line in stream.splitlines()] for stream in (done.stdout, done.stderr))
    check("--log-format=json: lines of objects", [(entry["level"], entry["message"]) for entry in out] == [("info", 'plain "x"\nsecond')] and [entry["level"] for entry in err] == ["stderr", "error", "warning", "script_error"], done.stdout + done.stderr)
    check("with the place of a report", err[-1]["line"] == 9 and err[-1]["file"].endswith("log.gd"), done.stderr)
    check("and the same in the file", len(Path(tmp, "out.json").read_text().splitlines()) == 5)
    expect("a log that cannot be written", estragon("--log-file", "none/out.log", "log.gd", cwd=tmp), 1, err=["none/out.log"])
    expect("a format of logs that there is not", estragon("--log-format", "xml", "log.gd", cwd=tmp), 2, err=["text or json"])


LISTENS = """extends SceneTree
var reader := Thread.new()
func read_lines():
	while true:
		var line := OS.read_string_from_stdin(100).strip_edges()
		if line == "stop" or line.is_empty():
			quit.call_deferred(6)
			return
		print.call_deferred("heard ", line)
func _initialize():
	reader.start(read_lines)
	await create_timer(0.05).timeout
	print("ready")
func _finalize():
	reader.wait_to_finish()
"""


def console(tmp):
    write(tmp, {"listens.gd": LISTENS, "close.gd": 'extends Node\nfunc _ready():\n\tprint("up")\nfunc _notification(what):\n\tif what == NOTIFICATION_WM_CLOSE_REQUEST:\n\t\tprint("asked to close")\n'})
    child = subprocess.Popen([ENGINE, "listens.gd"], cwd=tmp, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    first = child.stdout.readline()
    out, err = child.communicate("one\n" + "two\n" + "stop\n", timeout=LIMIT)
    check("a thread reads lines while the program goes on", (first, out, child.returncode) == ("ready\n", "heard one\nheard two\n", 6), "%r %r %s %s" % (first, out, err, child.returncode))
    for number in (signal.SIGINT, signal.SIGTERM):
        child = subprocess.Popen([ENGINE, "close.gd"], cwd=tmp, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        child.stdout.readline()
        child.send_signal(number)
        out, err = child.communicate(timeout=LIMIT)
        check("%s is NOTIFICATION_WM_CLOSE_REQUEST" % number.name, (out, child.returncode) == ("asked to close\n", 0), out + err)


def network_errors(tmp):
    write(tmp, {"net.gd": (
        "extends Node\nfunc _ready():\n"
        "\tvar a := TCPServer.new()\n\tprint(\"listen \", a.listen(0, \"127.0.0.1\"))\n"
        "\tvar s := WebSocketServer.new()\n\tprint(\"in use \", s.listen(a.get_local_port()) != OK)\n"
        "\tvar p := WebSocketPeer.new()\n\tprint(\"bad url \", p.connect_to_url(\"ftp://x\"))\n"
        "\ta.stop()\n\tvar q := WebSocketPeer.new()\n\tprint(\"refused \", q.connect_to_url(\"ws://127.0.0.1:1\"))\n"
        "\tfor i in 500:\n\t\tq.poll()\n\t\tif q.get_ready_state() == WebSocketPeer.STATE_CLOSED:\n\t\t\tbreak\n\t\tawait get_tree().process_frame\n"
        "\tprint(\"state \", q.get_ready_state(), \" \", q.get_close_code())\n\tget_tree().quit()\n")})
    expect("network errors reach the script as codes", estragon("net.gd", cwd=tmp), 0, ["listen 0", "in use true", "bad url 31", "refused 0", "state 3 -1"])


def signals(tmp):
    write(tmp, {"serve.gd": SERVE})
    for number in (signal.SIGINT, signal.SIGTERM):
        child = subprocess.Popen([ENGINE, "serve.gd"], cwd=tmp, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        first = child.stdout.readline()
        child.send_signal(number)
        try:
            out, err = child.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            child.kill()
            out, err = child.communicate()
            err += "did not end"
        check("%s ends the program through its tree" % number.name, first == "up\n" and "left the tree" in out and child.returncode == 0, "%r %r %s %s" % (first, out, err, child.returncode))


def idle_cpu(tmp):
    child = subprocess.Popen([ENGINE, "serve.gd"], cwd=tmp, stdout=subprocess.PIPE, text=True)
    child.stdout.readline()
    span = 3.0
    time.sleep(span)  # What is measured is what happens in this time.
    fields = Path("/proc/%d/stat" % child.pid).read_text().rsplit(") ", 1)[1].split()
    used = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    child.terminate()
    child.wait(LIMIT)
    print("idle: %.2f %% of a core" % (100 * used / span))
    check("an idle program sleeps", used < span / 4, "used %.2f s of %.1f s" % (used, span))


SAVE = """extends SceneTree
func _initialize():
	var config := ConfigFile.new()
	config.set_value("a", "text", "x".repeat(200000))
	print("starts")
	if OS.get_cmdline_user_args().is_empty():
		print("saved ", config.save("saved.cfg") == OK)
		quit()
	while not OS.get_cmdline_user_args().is_empty():
		config.save("saved.cfg")
"""


def saves(tmp):
    write(tmp, {"save.gd": SAVE, "saved.cfg": "[a]\n\ntext=\"old\"\n"})
    limited = subprocess.run([ENGINE, "save.gd"], cwd=tmp, capture_output=True, text=True, timeout=LIMIT, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50000, 50000)))
    expect("a save past the limit of file sizes is an error", limited, 0, ["saved false"])
    check("and leaves the old file and no other", Path(tmp, "saved.cfg").read_text() == "[a]\n\ntext=\"old\"\n" and sorted(os.listdir(tmp)) == ["save.gd", "saved.cfg"], str(os.listdir(tmp)))
    whole = []
    for i in range(8):
        child = subprocess.Popen([ENGINE, "save.gd", "--", "again"], cwd=tmp, stdout=subprocess.PIPE, text=True)
        child.stdout.readline()
        time.sleep(0.003 * i)  # A different place in the save each time: no wait for anything.
        child.kill()
        child.wait(LIMIT)
        whole.append(len(Path(tmp, "saved.cfg").read_text()) in (16, 200013))
    check("a process killed while it saves leaves the old file or the new one", all(whole), str(whole))


UID_PROJECT = {
    "project.godot": 'config_version=5\n\n[application]\n\nconfig/name="uids"\nrun/main_scene="uid://cmainscene"\n\n[autoload]\n\nGlobal="*uid://cglobal"\n',
    "scenes/main.tscn": '[gd_scene format=3 uid="uid://cmainscene"]\n\n[ext_resource type="Script" uid="uid://cmainscript" path="res://old_place.gd" id="1"]\n\n[node name="Main" type="Node"]\nscript = ExtResource("1")\n\n[node name="Sound" type="NoSuchPlayer" parent="."]\n\n[node name="Other" type="NoSuchPlayer" parent="."]\n',
    "scripts/main.gd": 'extends "uid://cbasescript"\nconst Item = preload("uid://citem")\nfunc _ready():\n\tprint(base(), " ", Item.resource_name, " ", Global.name, " ", load("uid://citem") == Item, " ", FileAccess.file_exists("uid://citem"), " ", ResourceLoader.exists("uid://cnothing"))\n\tget_tree().quit()\n',
    "scripts/main.gd.uid": "uid://cmainscript\n",
    "scripts/base.gd": 'extends Node\nfunc base(): return "base"\n',
    "scripts/base.gd.uid": "uid://cbasescript\n",
    "global.gd": "extends Node\n",
    "global.gd.uid": "uid://cglobal\n",
    "item.tres": '[gd_resource type="Resource" format=3 uid="uid://citem"]\n\n[resource]\nresource_name = "item"\n',
}


def uids(tmp):
    write(tmp, UID_PROJECT)
    printed = ["base item Global true true false"]
    done = estragon("--path", tmp)
    expect("a project that names everything by uid runs without an editor's cache", done, 0, printed)
    check("a missing class is told once", done.stderr.count("NoSuchPlayer") == 1, done.stderr)
    cache = b"".join(struct.pack("<qi", 7, len(path)) + path for path in (b"res://gone.gd",))
    for name, content in (("old", struct.pack("<I", 1) + cache), ("cut off", struct.pack("<I", 9) + cache[:9])):
        Path(tmp, ".godot").mkdir(exist_ok=True)
        Path(tmp, ".godot", "uid_cache.bin").write_bytes(content)
        expect("and with one that is " + name, estragon("--path", tmp), 0, printed)
    expect("a uid that nothing has", estragon("--path", tmp, "uid://cnothing"), "error", err=["uid://cnothing"])


def main():
    expect("--version", estragon("--version"), 0, ["Estragon"])
    expect("--help", estragon("--help"), 0, ["--path DIR"])
    for part in (scripts, streams, projects, packs, bad_input, reports, checking, printing, doctor, links, logs, console, saves, uids, network_errors, signals):
        with tempfile.TemporaryDirectory() as tmp:
            part(tmp)
            if part is signals:
                idle_cpu(tmp)
    print("%d passed, %d failed" % (sum(results), len(results) - sum(results)))
    sys.exit(not all(results))


if __name__ == "__main__":
    main()
