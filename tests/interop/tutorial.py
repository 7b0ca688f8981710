#!/usr/bin/env python3
"""Runs the two programs of the WebSocket tutorial, exactly as written there, against each other.

    tutorial.py ENGINE      ends with "N passed, N failed, N skipped"

The programs are cut out of spec/websocket_tutorial.txt in ../shared (or $ESTRAGON_SHARED) while this runs; without it the test is skipped.
"""
import os
import socket
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ENGINE = os.path.abspath(sys.argv[1])
TUTORIAL = os.path.join(os.environ.get("ESTRAGON_SHARED") or os.path.join(os.path.dirname(ROOT), "shared"), "spec", "websocket_tutorial.txt")
PORT = 9080  # The tutorial's own.
LIMIT = 20

# The client's URL is an exported variable: a scene sets it, so that the script stays as it is.
PROJECT = 'config_version=5\n\n[application]\n\nconfig/name="Tutorial"\nrun/main_scene="res://client.tscn"\n'
SCENE = '[gd_scene load_steps=2 format=3]\n\n[ext_resource type="Script" path="res://client.gd" id="1"]\n\n[node name="Client" type="Node"]\nscript = ExtResource("1")\nwebsocket_url = "ws://127.0.0.1:%d"\n' % PORT
results = []


def check(name, good, detail=""):
    results.append(bool(good))
    print("%s %s%s" % ("ok  " if good else "FAIL", name, "" if good else "\n" + str(detail)[-2000:]))


def finish(skipped=0):
    print("%d passed, %d failed, %d skipped" % (results.count(True), results.count(False), skipped))
    sys.exit(0 if all(results) else 1)


def cut_programs(text):
    """Both begin with `extends Node` and end where the page says what they print."""
    programs = []
    at = text.find("\nextends Node\n")
    while at >= 0:
        end = text.index("\nThis will print", at)
        programs.append(text[at + 1:end] + "\n")
        at = text.find("\nextends Node\n", end)
    return programs


def listening():
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", PORT)) == 0


def read_until(path, words):
    give_up = time.time() + LIMIT
    while time.time() < give_up:
        text = open(path).read()
        if all(word in text for word in words):
            break
        time.sleep(0.05)
    return open(path).read()


def run(folder, client_code, server_code):
    files = {"server.gd": server_code, "client.gd": client_code, "client.tscn": SCENE, "project.godot": PROJECT}
    for name, text in files.items():
        with open(os.path.join(folder, name), "w") as out:
            out.write(text)
    logs = [os.path.join(folder, name) for name in ("server.log", "client.log")]
    server = subprocess.Popen([ENGINE, "server.gd"], cwd=folder, stdout=open(logs[0], "w"), stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    give_up = time.time() + LIMIT
    while not listening() and server.poll() is None and time.time() < give_up:
        time.sleep(0.05)
    client = subprocess.Popen([ENGINE, "--path", folder], stdout=open(logs[1], "w"), stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    client_said = read_until(logs[1], ["Got data from server: Test packet"])
    client.terminate()
    client.wait(LIMIT)
    server_said = read_until(logs[0], ["disconnected"])
    server.terminate()
    check("the server ends on SIGTERM", server.wait(LIMIT) == 0, server.returncode)
    return server_said, client_said


if not os.path.exists(TUTORIAL):
    print("SKIPPED: the tutorial's text is not there (%s)" % TUTORIAL)
    finish(2)
if listening():
    print("SKIPPED: another program listens on port %d" % PORT)
    finish(2)
client_code, server_code = cut_programs(open(TUTORIAL).read())
with tempfile.TemporaryDirectory() as folder:
    server_said, client_said = run(folder, client_code, server_code)
check("the server tells of the client, its packet and its going", all(word in server_said for word in ("connected with protocol: ", ": Test packet ... echoing", "disconnected, clean: ")), server_said)
check("the client gets its packet back", "Got data from server: Test packet" in client_said, client_said)
check("neither prints an error", "ERROR" not in server_said + client_said, server_said + client_said)
finish()
