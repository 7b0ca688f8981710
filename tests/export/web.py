#!/usr/bin/env python3
"""Exports for the web: the files they consist of, what is refused, and pages in headless Chromium.

    web.py ENGINE      ends with "N passed, N failed, N skipped"; the pages need `scons platform=web` and chromium
"""
import functools
import gzip
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import urllib.parse
import zipfile
from pathlib import Path

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))
sys.path.insert(0, os.path.join(HERE, "..", "browser"))
from chromium import Chromium  # noqa: E402
from programs import Results  # noqa: E402

ENGINE = os.path.abspath(sys.argv[1])
TEMPLATE = os.path.join(os.path.dirname(ENGINE), "estragon.web.zip")
SHELL = os.path.join(HERE, "..", "..", "platform", "web", "template")
SECONDS = 60
results = Results()

PROJECT = 'config_version=5\n\n[application]\n\nconfig/name="A <b>bold</b> </script> page"\nrun/main_scene="res://main.tscn"\n'
SCENE = '[gd_scene load_steps=2 format=3]\n\n[ext_resource type="Script" path="res://main.gd" id="1"]\n\n[node name="Main" type="Node"]\nscript = ExtResource("1")\n'
MAIN = 'extends Node\nfunc _ready():\n\tprint("runs on ", OS.get_name(), " ", OS.has_feature("beta"), " ", FileAccess.get_file_as_string("res://a.txt"))\n\tpush_error("as it should")\n'
PRESET = '[preset.0]\n\nname="Page"\nplatform="Web"\ncustom_features="beta"\nexport_filter="all_resources"\ninclude_filter="*.txt"\nexclude_filter=""\n\n[preset.0.options]\n\n'


def write(folder, files):
    for name, text in files.items():
        path = Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def export(game, out):
    return subprocess.run([ENGINE, "--path", game, "--export-release", "Page", out], capture_output=True, text=True, errors="replace", timeout=SECONDS)


def make_template(path, without=""):
    parts = {"estragon.web.js": "engine", "estragon.web.wasm": "wasm" * 1000, "estragon.web.facts": "facts", "estragon.web.wasm.br": "packed", "loader.js": Path(SHELL, "loader.js").read_text(), "shell.html": Path(SHELL, "shell.html").read_text()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            if name != without:
                archive.writestr(name, text)


def test_files(tmp):
    game, out = tmp / "game", tmp / "out" / "play.html"
    make_template(tmp / "template.zip")
    options = 'custom_template/release="%s"\n' % (tmp / "template.zip")
    write(game, {"project.godot": PROJECT, "main.tscn": SCENE, "main.gd": MAIN, "a.txt": "text", "export_presets.cfg": PRESET + options + 'html/head_include="<meta name=\\"x\\">"\nestragon/precompress=true\n'})
    done = export(game, out)
    names = {"play.html", "play.js", "play.engine.js", "play.wasm", "play.facts", "play.pck"}
    results.check("all files and their compressed copies", done.returncode == 0 and set(os.listdir(tmp / "out")) == names | {name + ".gz" for name in names} | {"play.wasm.br"}, done.stderr + str(os.listdir(tmp / "out")))
    page = out.read_text()
    config = json.loads(re.search(r"GODOT_CONFIG = (.*);", page)[1])
    results.check("the page knows names and sizes", config["executable"] == "play" and config["fileSizes"] == {"play.engine.js": 6, "play.wasm": 4000, "play.pck": (tmp / "out" / "play.pck").stat().st_size}, str(config))
    results.check("the project's name cannot break out of the page", "<title>A &lt;b&gt;bold&lt;/b&gt; &lt;/script&gt; page</title>" in page and "<b>" not in page, page)
    results.check("the head has what the preset adds", '<meta name="x">' in page and "$GODOT" not in page)
    results.check("compressed copies are what they are copies of", all(gzip.decompress((tmp / "out" / (name + ".gz")).read_bytes()) == (tmp / "out" / name).read_bytes() for name in names))
    shutil.rmtree(tmp / "out")
    write(game, {"own.html": "<script src=\"$GODOT_URL\"></script><script>new Engine($GODOT_CONFIG).startGame()</script>", "export_presets.cfg": PRESET + options + 'html/custom_html_shell="res://own.html"\n'})
    results.check("a page of one's own", export(game, out).returncode == 0 and 'src="play.js"' in out.read_text() and "play.pck" in out.read_text())
    write(game, {"own.html": "$GODOT_HEAD_INCLUDE|$GODOT_CONFIG|$GODOT_SPLASH|$GODOT_SPLASH_COLOR|$GODOT_SPLASH_CLASSES|$GODOT_THREADS_ENABLED|$GODOT_WHAT_IS_THIS", "export_presets.cfg": PRESET + options + 'html/custom_html_shell="res://own.html"\nhtml/head_include="$GODOT_URL"\n'})
    done = export(game, tmp / "out" / "<!--<script>$GODOT_URL.html")
    filled = (tmp / "out" / "<!--<script>$GODOT_URL.html").read_text().split("|")
    results.check("what comes into a page is not looked at again, and closes nothing", filled[0] == "$GODOT_URL" and json.loads(filled[1])["executable"] == "<!--<script>$GODOT_URL" and "<" not in filled[1], str(filled))
    results.check("what other pages name is filled in, or told", filled[2:] == ["", "transparent", "", "false", "$GODOT_WHAT_IS_THIS"] and "$GODOT_WHAT_IS_THIS" in done.stderr, str(filled) + done.stderr)
    shutil.rmtree(tmp / "out")
    write(game, {"export_presets.cfg": PRESET.replace("*.txt", "*") + options + "estragon/precompress=true\n"})
    packs = []
    for _time in range(3):
        export(game, game / "build" / "index.html")
        packs.append((game / "build" / "index.pck").read_bytes())
    results.check("an export into the project leaves out the one before", packs[0] == packs[1] == packs[2], str([len(pack) for pack in packs]))
    shutil.rmtree(game / "build")
    (tmp / "out").mkdir()
    make_template(tmp / "less.zip", "estragon.web.wasm")
    write(game, {"bad.html": "no engine"})
    for line, words in {'custom_template/release="%s"' % (tmp / "less.zip"): ["estragon.web.wasm"], 'custom_template/release="/nowhere.zip"': ["/nowhere.zip"], options + 'html/custom_html_shell="res://none.html"': ["none.html"],
                        options + 'html/custom_html_shell="res://bad.html"': ["$GODOT_CONFIG"], options + "variant/thread_support=true": ["variant/thread_support"]}.items():
        write(game, {"export_presets.cfg": PRESET + line + "\n"})
        done = export(game, out)
        results.check("refused: " + line.split("\n")[-1].replace(str(tmp), ""), done.returncode == 1 and 'preset "Page"' in done.stderr and all(word in done.stderr for word in words) and not list((tmp / "out").iterdir()), done.stderr)
    write(game, {"export_presets.cfg": PRESET})
    done = export(game, tmp / "out" / "page.txt")
    results.check("another ending is refused", done.returncode == 1 and ".html" in done.stderr, done.stderr)


class Server(http.server.SimpleHTTPRequestHandler):
    # As plain servers are set up: they know neither WebAssembly nor that scripts are some.
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".wasm": "application/octet-stream", ".js": "text/plain"}

    def log_message(self, *_arguments):
        pass


def lines_of(url, last):
    seen = []
    with Chromium() as browser:
        browser.open(url)
        for line in browser.console(SECONDS):
            seen.append(line)
            if last in line or "cannot start" in line:
                break
        text = browser.call("Runtime.evaluate", expression="document.body.innerText + '|' + document.getElementById('problem').hidden")  # The page shows a line in the task in which it logs it.
    return seen, text["result"]["value"]


def test_pages(tmp):
    game, out = tmp / "game", tmp / "page" / "index.html"
    write(game, {"export_presets.cfg": PRESET})
    done = export(game, out)
    results.check("the template is found without configuration", done.returncode == 0, done.stderr)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Server, directory=str(tmp / "page")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = "http://127.0.0.1:%d/" % server.server_address[1]
    seen, text = lines_of(url, "as it should")
    results.check("the page runs the project, from a server that does not know the type of its files", "runs on Web true text" in seen, str(seen))
    results.check("and shows what it prints, errors too", "runs on Web true text" in text and "as it should" in text and text.endswith("|true"), text)
    for name in ("index.pck", "index.wasm", "index.engine.js"):
        whole = (tmp / "page" / name).read_bytes()
        (tmp / "page" / name).unlink()
        _seen, text = lines_of(url, "cannot start")
        results.check("a file that is missing is named to the user: " + name, "The program cannot start." in text and name in text and "404" in text, text)
        # Half of it, none of it, a page in its place, bytes that are something else.
        for kind, content in {"cut": whole[: len(whole) // 2], "empty": b"", "a page": b"<html>" + b" " * len(whole), "overwritten": whole[:100] + bytes(len(whole))}.items():
            (tmp / "page" / name).write_bytes(content)
            _seen, text = lines_of(url, "cannot start")
            results.check("so is a damaged one: %s, %s" % (name, kind), "The program cannot start." in text and name in text, text)
        (tmp / "page" / name).write_bytes(whole)
    for name in ("a#1", "what? & why", "50%41", "a:b", "q'\"uote", "<!--<script>", "x$GODOT_CONFIG", "\u00fc\U0001f600"):
        export(game, tmp / "page" / (name + ".html"))
        seen, _text = lines_of(url + urllib.parse.quote(name) + ".html", "as it should")
        results.check("any name: " + name, "runs on Web true text" in seen, str(seen))
    _seen, text = lines_of(out.as_uri(), "cannot start")
    results.check("so is a page that was opened as a file", "web server" in text, text)


def main():
    with tempfile.TemporaryDirectory() as folder:
        test_files(Path(folder))
        if os.path.exists(TEMPLATE) and shutil.which(os.environ.get("CHROMIUM", "chromium")):
            test_pages(Path(folder))
        else:
            results.skip("pages in a browser: `scons platform=web` and chromium are needed")
    print(results.summary())
    sys.exit(bool(results.failed))


if __name__ == "__main__":
    main()
