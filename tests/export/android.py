#!/usr/bin/env python3
"""The Android export against Android's own tools, and its engine in an emulator of the processor.

    android.py ENGINE ANDROID_ENGINE ANDROID_TESTS      ends with "N passed, N failed, N skipped"

ENGINE exports; ANDROID_ENGINE and ANDROID_TESTS are what `scons platform=android` makes, without tests and with them.
"""
import glob
import mimetypes
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from pathlib import Path

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "..", ".."))
sys.path[:0] = [HERE, os.path.join(HERE, "..", "support"), os.path.join(HERE, "..", "browser")]
import no_network  # noqa: E402
from chromium import Chromium  # noqa: E402
from programs import Results  # noqa: E402

ENGINE, ANDROID_ENGINE, ANDROID_TESTS = (os.path.abspath(path) for path in sys.argv[1:4])
EMULATOR = "qemu-aarch64-static"
LIBRARIES = os.path.join(ROOT, "thirdparty", "android", "src")
JAVA = os.path.join(ROOT, "platform", "android", "java")
LARGEST_PACKAGE = 6 * 1024 * 1024
# Of those that programs with a C library make, what Android 8 to 15 end an app for (its filter lists what is allowed).
DENIED = {"accept", "set_robust_list", "rseq", "faccessat2", "openat2", "fchmodat2", "clone3", "epoll_pwait2", "close_range", "statx"}
PASSWORD = "only-for-tests"
results = Results()

PROJECT = 'config_version=5\n\n[application]\n\nconfig/name="Echo & Söhne"\nconfig/version="1.2.3"\nrun/main_scene="res://main.tscn"\n'
SCENE = '[gd_scene load_steps=2 format=3]\n\n[ext_resource type="Script" path="res://main.gd" id="1"]\n\n[node name="Main" type="Node"]\nscript = ExtResource("1")\n'
QUIET = 'extends Node\nfunc _ready():\n\tprint("runs on ", OS.get_name(), " ", OS.has_feature("mobile"))\n\tget_tree().quit(3)\n'
TALKING = QUIET + "var socket := WebSocketPeer.new()\n"
PRESET = """[preset.0]

name="Phone"
platform="Android"
export_filter="all_resources"
include_filter=""
exclude_filter=""

[preset.0.options]

version/code=7
package/unique_name="com.example.$genname"
permissions/internet=%s
permissions/vibrate=true
"""
RESOLVING = """extends SceneTree
func _initialize():
	print("addresses ", IP.resolve_hostname_addresses("asked.example"))
	print("none ", IP.resolve_hostname_addresses("unknown.example"))
func _process(_delta):
	return false
func _notification(what):
	if what == NOTIFICATION_APPLICATION_PAUSED:
		print("paused")
	elif what == NOTIFICATION_APPLICATION_RESUMED:
		print("resumed")
func _finalize():
	print("ends")
"""


def run(*command, limit=120, env=None, text=None):
    try:
        return subprocess.run([str(word) for word in command], capture_output=True, text=True, errors="replace", timeout=limit, env=dict(os.environ, **(env or {})), input=text)
    except subprocess.TimeoutExpired as late:
        return subprocess.CompletedProcess(command, -999, str(late.stdout), "ran longer than %d s" % limit)


def expect(name, done, code=0, words=()):
    output = done.stdout + done.stderr
    results.check(name, done.returncode == code and all(word in output for word in words), "exit %s\n%s" % (done.returncode, output))
    return output


def write(folder, files):
    for name, text in files.items():
        path = Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_shell(tmp):
    """The Java side on a plain Java machine."""
    path = ":".join(sorted(glob.glob(LIBRARIES + "/junit-*.jar") + glob.glob(LIBRARIES + "/hamcrest-*.jar")))
    sources = glob.glob(JAVA + "/shell/estragon/shell/*.java") + glob.glob(JAVA + "/test/estragon/shell/*.java")
    compiled = run("javac", "-encoding", "UTF-8", "--release", "8", "-Xlint:-options", "-d", tmp / "classes", "-cp", path, *sources)
    tested = run("java", "-cp", "%s:%s" % (path, tmp / "classes"), "org.junit.runner.JUnitCore", "estragon.shell.ShellTest") if compiled.returncode == 0 else compiled
    expect("the shell's classes pass their tests", tested, 0, ["OK ("])


def export(game, out, kind="debug", *more, env=None):
    return run(ENGINE, "--path", game, "--export-" + kind, "Phone", out, *more, env=env)


def badging(package):
    return run("aapt2", "dump", "badging", package).stdout + run("aapt2", "dump", "permissions", package).stdout


def test_packages(tmp):
    game, package = tmp / "game", tmp / "game.apk"
    write(game, {"project.godot": PROJECT, "main.tscn": SCENE, "main.gd": QUIET, "export_presets.cfg": PRESET % "true"})
    data = {"XDG_DATA_HOME": str(tmp / "data")}
    expect("a debug package is made, with a key of its own", export(game, package, env=data), 0, ["Made a key", "Exported"])
    results.check("it has at most 6 MiB", 0 < package.stat().st_size <= LARGEST_PACKAGE, package.stat().st_size)
    first = package.read_bytes()
    expect("and again, with the same key", export(game, package, env=data))
    results.check("byte for byte", package.read_bytes() == first)
    verified = expect("apksigner accepts it", run("apksigner", "verify", "--verbose", "--print-certs", package), 0, ["v2 scheme (APK Signature Scheme v2): true", "v3 scheme (APK Signature Scheme v3): true"])
    results.check("without a warning", "WARNING" not in verified, verified)
    expect("so does zipalign", run("zipalign", "-c", "4", package))
    text = badging(package)
    words = ["package: name='com.example.echoshne' versionCode='7' versionName='1.2.3'", "sdkVersion:'24'", "targetSdkVersion:'36'", "native-code: 'arm64-v8a'", "application-debuggable"]
    words += ["application-label:'Echo & Söhne'", "launchable-activity: name='estragon.shell.EngineActivity'", "icon='res/icon.png'", "android.permission.INTERNET", "android.permission.VIBRATE"]
    results.check("aapt2 reads what the preset says", all(word in text for word in words), text)
    expect("apktool takes it apart", run("apktool", "d", "--no-src", "-f", "-o", tmp / "apart", "-p", tmp / "frameworks", package))
    results.check("to an XML manifest", 'android:name="android.permission.INTERNET"' in (tmp / "apart" / "AndroidManifest.xml").read_text())
    test_damage(tmp, package)
    write(game, {"export_presets.cfg": PRESET % "false"})
    expect("without the permission", export(game, tmp / "quiet.apk", env=data))
    with_it, without = text.split("\n"), badging(tmp / "quiet.apk").split("\n")
    missing = [line for line in with_it if line not in without]
    results.check("the two differ by that line alone", set(missing) == {"uses-permission: name='android.permission.INTERNET'"} and all(line in with_it for line in without), str(missing))
    test_permission(tmp, game, data)
    test_icons(tmp, game, data)
    test_keys(tmp, game)
    test_refusals(tmp, game, data)
    return package


def test_damage(tmp, package):
    sound = package.read_bytes()
    damaged = tmp / "damaged.apk"
    for place in (100, len(sound) // 2, len(sound) - 40, len(sound) - 3000):
        damaged.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
        results.check("a bit that changed at %d is noticed" % place, run("apksigner", "verify", damaged).returncode != 0)


def test_permission(tmp, game, data):
    write(game, {"main.gd": TALKING})
    out = tmp / "refused.apk"
    expect("a project that uses the network needs the permission", export(game, out, env=data), 1, ["res://main.gd:5", "WebSocketPeer", 'export_presets.cfg:13: preset "Phone"', "permissions/internet=true"])
    results.check("and nothing is made", not out.exists())
    expect("unless it is told to", export(game, out, "debug", "--export-without-permissions", env=data), 0, ["WARNING", "INTERNET"])
    write(game, {"main.gd": QUIET, "export_presets.cfg": PRESET % "true"})


def test_icons(tmp, game, data):
    icon = Path(zipfile.ZipFile(os.path.join(os.path.dirname(ENGINE), "estragon.android.zip")).extract("res/icon.png", tmp)).read_bytes()
    for name in ("main", "front", "back"):
        (game / (name + ".png")).write_bytes(icon)
    names = {"main_192x192": "main", "adaptive_foreground_432x432": "front", "adaptive_background_432x432": "back"}
    write(game, {"export_presets.cfg": PRESET % "true" + "".join('launcher_icons/%s="res://%s.png"\n' % item for item in names.items()) + 'screen/orientation="sensor"\nestragon/keep_running=true\n'})
    expect("icons of one's own, an orientation, a service", export(game, tmp / "icons.apk", env=data))
    apart = tmp / "apart-icons"
    expect("apktool takes that apart", run("apktool", "d", "--no-src", "-f", "-o", apart, "-p", tmp / "frameworks", tmp / "icons.apk"))
    manifest = (apart / "AndroidManifest.xml").read_text()
    results.check("the manifest has them", all(word in manifest for word in ('android:icon="@mipmap/icon"', 'android:screenOrientation="fullSensor"', "KeepRunningService", "FOREGROUND_SERVICE")), manifest)
    found = [open(path).read() for path in glob.glob(str(apart / "res" / "**" / "*.xml"), recursive=True)]
    results.check("and the adaptive icon its layers", any("adaptive-icon" in text and "@mipmap/icon_foreground" in text and "@mipmap/icon_background" in text for text in found), str(found))
    write(game, {"export_presets.cfg": PRESET % "true"})


def test_keys(tmp, game):
    kinds = {"rsa": ["-keyalg", "RSA", "-keysize", "2048"], "ec": ["-keyalg", "EC", "-groupname", "secp256r1"]}
    for kind, options in kinds.items():
        store = tmp / (kind + ".p12")
        run("keytool", "-genkeypair", "-keystore", store, "-storetype", "PKCS12", "-alias", "Upload", *options, "-dname", "CN=" + kind, "-validity", "10000", "-storepass", PASSWORD)
        for engine in ("GODOT", "REDOT"):
            names = {"%s_ANDROID_KEYSTORE_RELEASE_%s" % (engine, name): value for name, value in (("PATH", str(store)), ("USER", "upload"), ("PASSWORD", PASSWORD))}
            expect("a release with %s's %s key" % (engine, kind), export(game, tmp / "release.apk", "release", env=names))
            expect("apksigner knows who signed", run("apksigner", "verify", "--print-certs", tmp / "release.apk"), 0, ["CN=" + kind])
        expect("a wrong password", export(game, tmp / "wrong.apk", "release", env=dict(names, REDOT_ANDROID_KEYSTORE_RELEASE_PASSWORD="guess")), 1, ["the password is wrong"])
        expect("a wrong alias", export(game, tmp / "wrong.apk", "release", env=dict(names, REDOT_ANDROID_KEYSTORE_RELEASE_USER="other")), 1, ['it has: "upload"'])
    results.check("and no package is left by those", not (tmp / "wrong.apk").exists())
    results.check("a release is not for debugging", "application-debuggable" not in badging(tmp / "release.apk"))
    expect("a release without a key", export(game, tmp / "none.apk", "release"), 1, ['preset "Phone"', "keystore/release"])


def test_refusals(tmp, game, data):
    cases = {
        'package/unique_name="game"': ["export_presets.cfg:15", "package/unique_name"], "version/code=0": ["export_presets.cfg:15", "version/code"],
        'gradle_build/min_sdk="21"': ["gradle_build/min_sdk", "24"], "gradle_build/use_gradle_build=true": ["gradle_build/use_gradle_build"], "gradle_build/export_format=1": ["APK"],
        "architectures/x86=true": ["no engine for x86"], "architectures/arm64-v8a=false": ["no architecture"], 'launcher_icons/main_192x192="res://main.gd"': ["PNG or WebP"],
        'custom_template/debug="res://main.gd"': ["export_presets.cfg:15", "no archive"], 'custom_template/debug="/nowhere.zip"': ["export_presets.cfg:15", "/nowhere.zip"],
        'screen/orientation="up"': ["landscape"], 'permissions/custom_permissions=PackedStringArray("a b")': ["a b"],
    }
    for line, words in cases.items():
        write(game, {"export_presets.cfg": PRESET % "true" + line + "\n"})
        expect("refused: " + line, export(game, tmp / "bad.apk", env=data), 1, ['preset "Phone"'] + words)
    results.check("none of them left a package", not (tmp / "bad.apk").exists())
    write(game, {"export_presets.cfg": PRESET % "true"})


WEB_TEMPLATE = os.path.join(os.path.dirname(ENGINE), "estragon.web.zip")
WEB_ORIGIN = "https://app.invalid/"  # Of WebAssets.java.


def test_web_view(tmp):
    """The package around a project's pages, and these pages as the package's Activity gives them to its web view."""
    if not os.path.exists(WEB_TEMPLATE) or not shutil.which(os.environ.get("CHROMIUM", "chromium")):
        return results.skip("a web view: `scons platform=web` and chromium are needed")
    game, package = tmp / "pages", tmp / "pages.apk"
    data = {"XDG_DATA_HOME": str(tmp / "data")}
    web_view = PRESET + 'estragon/flavour="web_view"\n'
    write(game, {"project.godot": PROJECT, "main.tscn": SCENE, "main.gd": QUIET, "export_presets.cfg": web_view % "false"})
    expect("a web view needs the permission", export(game, package, env=data), 1, ['preset "Phone"', "permissions/internet"])
    write(game, {"export_presets.cfg": web_view % "true"})
    expect("a package with a web view", export(game, package, env=data), 0, ["Exported"])
    expect("apksigner accepts it, too", run("apksigner", "verify", package))
    expect("and zipalign", run("zipalign", "-c", "4", package))
    text = badging(package)
    results.check("its Activity shows the pages, and it runs on every processor", "launchable-activity: name='estragon.shell.WebActivity'" in text and "native-code" not in text, text)
    with zipfile.ZipFile(package) as archive:
        assets = {name: archive.read(name) for name in archive.namelist() if name.startswith("assets/www/")}
    asked = []

    def answer(url):
        asked.append(url)
        name = url[len(WEB_ORIGIN):] if url.startswith(WEB_ORIGIN) else ""
        content = assets.get("assets/www/" + name)
        return content and (mimetypes.guess_type(name)[0] or "application/octet-stream", content)

    with Chromium() as browser:
        browser.serve(answer)
        browser.open(WEB_ORIGIN + "index.html")
        seen = []
        for line in browser.console(60):
            seen.append(line)
            if "runs on" in line:
                break
    results.check("the pages run the project from the package", any(line.startswith("runs on Web") for line in seen), "%s\nasked for %s" % (seen, asked))
    results.check("and ask for nothing that is not in it", all(url.startswith(WEB_ORIGIN) and "assets/www/" + url[len(WEB_ORIGIN):] in assets for url in asked if not url.endswith("/favicon.ico")), str(asked))


# A network of its own: the suites' ports are free there, however slowly the emulator starts.
ALONE = ["unshare", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]


def wrapper(tmp, name, *command):
    path = tmp / name
    path.write_text('#!/bin/sh\nexec %s "$@"\n' % " ".join("'%s'" % word for word in command))
    path.chmod(0o755)
    return path


def test_engine(tmp, package):
    with zipfile.ZipFile(package) as archive:
        archive.extract("lib/arm64-v8a/libestragon.so", tmp)
        archive.extract("assets/game.pck", tmp)
    engine = tmp / "lib" / "arm64-v8a" / "libestragon.so"
    engine.chmod(0o755)
    results.check("the package's engine is the one that was built", engine.read_bytes() == Path(ANDROID_ENGINE).read_bytes())
    emulated = wrapper(tmp, "emulated", EMULATOR, engine)
    expect("the engine runs the package's pack", run(emulated, "--main-pack", tmp / "assets" / "game.pck"), 3, ["runs on Android true"])
    alone = ALONE if run(*ALONE, "true").returncode == 0 else []
    # As each of these suites ends: "N passed, N failed".
    for name, limit in (("tests/interop/tutorial.py", 240), ("tests/interop/tutorial_pages.py", 600), ("tests/tls/run.py", 900)):
        done = run(*alone, "python3", os.path.join(ROOT, name), emulated, limit=limit)
        counts = re.findall(r"^(\d+) passed, (\d+) failed", done.stdout, re.M)
        results.check("%s in the emulator: %s" % (name, " ".join(counts[-1]) if counts else "?"), bool(counts) and int(counts[-1][1]) == 0 and int(counts[-1][0]) > 0, "\n".join(line for line in done.stdout.split("\n") if "FAIL" in line) + done.stdout[-600:] + done.stderr[-600:])
    return emulated


NETWORK_TESTS = "*[Net*,*[TCP*,*[UDP*,*[Socket*,*[StreamPeer*,*[PacketPeer*,*[IP]*,*[HTTP*,*[WebSocket*,*[TLS*,*[Mbed*,*[Crypto*,*[Android]*"


def test_unit(tmp):
    emulated = wrapper(tmp, "emulated-tests", EMULATOR, ANDROID_TESTS)
    done = run(emulated, "--test", "-tc=" + NETWORK_TESTS, limit=900)
    match = re.search(r"test cases:\s*(\d+) \|\s*(\d+) passed \|\s*(\d+) failed", done.stdout)
    results.check("unit tests of the network in the emulator: " + (match[2] if match else "?"), bool(match) and int(match[2]) > 100 and int(match[3]) == 0, done.stdout[-1500:])


def test_sandbox(tmp):
    """Android's limits as far as they can be imitated."""
    shutil.copy(os.path.join(HERE, "everything.gd"), tmp)
    traced = run(EMULATOR, "-strace", ANDROID_ENGINE, tmp / "everything.gd", limit=120)
    calls = set(re.findall(r"^\d+ ([a-z_0-9]+)\(", traced.stderr, re.M))
    results.check("a program with sockets, threads and files makes no call that Android denies", traced.returncode == 0 and "all done" in traced.stdout and "accept4" in calls and not calls & DENIED, "exit %d %s\n%s" % (traced.returncode, sorted(calls & DENIED), traced.stdout))
    no_network.check(results, tmp, EMULATOR, ANDROID_ENGINE)


def test_pipes(tmp):
    """The engine with the Activity's end of the pipes played by this program."""
    write(tmp, {"resolving.gd": RESOLVING})
    child = subprocess.Popen([EMULATOR, ANDROID_ENGINE, tmp / "resolving.gd"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ, ESTRAGON_SHELL="1"))

    late = threading.Timer(60, child.kill)
    late.start()

    def until(word):
        """Lines up to the one with the word; what the engine says besides is let pass."""
        lines = []
        for line in child.stdout:
            lines.append(line)
            if word in line:
                return line.strip()
        return "".join(lines)

    def tell(line):
        child.stdin.write(line + "\n")
        child.stdin.flush()

    asked = child.stderr.readline().split()
    results.check("the engine asks for a name", asked[:1] == ["resolve"] and asked[-1] == "asked.example", str(asked))
    tell("addresses %s 10.1.2.3 fd00::9" % asked[1])
    line = until("addresses")
    results.check("and gets its addresses", line == 'addresses ["10.1.2.3", "fd00:0:0:0:0:0:0:9"]', line)
    tell("addresses " + child.stderr.readline().split()[1])
    results.check("or hears that there are none", until("none") == "none []")
    for order, answer in (("pause", "paused"), ("resume", "resumed")):
        tell(order)
        results.check("it is told: " + order, until(answer) == answer)
    tell("stop")
    results.check("and ends in order", until("ends") == "ends" and child.wait() == 0)
    late.cancel()


def main():
    if not shutil.which(EMULATOR):
        results.skip("%s is not installed (thirdparty/install.sh android)" % EMULATOR)
    with tempfile.TemporaryDirectory() as folder:
        tmp = Path(folder)
        test_shell(tmp)
        package = test_packages(tmp)
        test_web_view(tmp)
        if shutil.which(EMULATOR):
            test_engine(tmp, package)
            test_unit(tmp)
            test_sandbox(tmp)
            test_pipes(tmp)
    print(results.summary())
    sys.exit(bool(results.failed))


if __name__ == "__main__":
    main()
