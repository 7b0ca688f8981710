#!/usr/bin/env python3
"""Runs the programs beside this file, which start threads or do not end by themselves, and compares what they print and how they end.

    run.py BINARY [--sanitized] [NAME ...]      NAME: part of a program's name; --sanitized: BINARY was built with sanitize=thread

Comments of a program: `# expect: TEXT` the next line of stdout; `# signal: TERM` is sent when it prints "ready"; `# exit: N` its exit code (0).
"""
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "programs")
LIMIT = 60  # Seconds, for a program that hangs.


def run(binary, path, env):
    text = open(path, encoding="utf-8").read()
    expected = re.findall(r"^# expect: (.*)$", text, re.M)
    number = re.search(r"^# signal: (\w+)$", text, re.M)
    code = int((re.search(r"^# exit: (\d+)$", text, re.M) or [0, 0])[1])
    with tempfile.TemporaryDirectory() as home:
        env = dict(os.environ, XDG_DATA_HOME=home, **env)
        child = subprocess.Popen([binary, "--headless", "-s", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env)
        errors = []
        reader = threading.Thread(target=lambda: errors.extend(child.stderr))
        reader.start()
        timer = threading.Timer(LIMIT, child.kill)
        timer.start()
        printed = []
        for line in child.stdout:
            line = line.rstrip("\n")
            if line == "ready" and number:
                child.send_signal(getattr(signal, "SIG" + number[1]))
            else:
                printed.append(line)
        child.wait()
        reader.join()
        timer.cancel()
    good = printed == expected and child.returncode == code and not any("ThreadSanitizer" in line for line in errors)
    print("%s %s" % ("ok  " if good else "FAIL", os.path.basename(path)), flush=True)
    if not good:
        print("  exit %s, printed %s\n%s" % (child.returncode, printed, "".join(errors[:200])))
    return good


def main():
    binary, *names = [name for name in sys.argv[1:] if name != "--sanitized"]
    env = {"TSAN_OPTIONS": "halt_on_error=0 exitcode=66 second_deadlock_stack=1"} if "--sanitized" in sys.argv else {}
    paths = sorted(os.path.join(HERE, name) for name in os.listdir(HERE) if name.endswith(".gd") and all(part in name for part in names))
    results = [run(binary, path, env) for path in paths]
    print("%d passed, %d failed" % (results.count(True), results.count(False)))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
