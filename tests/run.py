#!/usr/bin/env python3
"""Runs every check of the project and ends with a line "N passed, N failed".

    tests/run.py [--install] [STAGE ...]      all stages without names; --install gets what they need first (Debian)
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile
import time

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), ".."))
JOBS = str(os.cpu_count() or 1)


def run(command, limit, **options):
    """Output of a command, and whether it ended well within its limit (seconds). Its output is also shown."""
    print("$ " + " ".join(command), flush=True)
    env = dict(os.environ, **options.pop("env", {}))
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", env=env)
    lines = []
    deadline = time.monotonic() + limit
    quiet = options.pop("quiet", False)
    for line in child.stdout:
        lines.append(line)
        if not quiet:
            sys.stdout.write(line)
            sys.stdout.flush()
        if time.monotonic() > deadline:
            child.kill()
            lines.append("ended after %d s\n" % limit)
    child.wait()
    text = "".join(lines)
    if child.returncode and quiet:
        sys.stdout.write(text[-6000:])
    return text, child.returncode == 0


def one(ok):
    return (1, 0) if ok else (0, 1)


def counted(text, ok):
    """The numbers of a closing line "N passed, N failed"; a crash without one counts as one failure."""
    found = re.findall(r"^(?:\w+: )?(\d+) passed, (\d+) failed", text, re.M)
    if not found:
        return one(False) if not ok else (1, 0)
    passed, failed = map(int, found[-1])
    return passed, failed if ok or failed else failed + 1


def doctest(binary, limit, **options):
    text, ok = run([binary, "--test"], limit, quiet=True, **options)
    match = re.search(r"test cases:\s*(\d+) \|\s*(\d+) passed \|\s*(\d+) failed", text)
    if not match:
        return 0, 1
    print(match[0])
    return int(match[2]), int(match[3]) + (0 if ok or int(match[3]) else 1)


def build(*arguments, limit=1500):
    return run(["scons", "-j", JOBS, *arguments], limit, quiet=True)[1]


def stage_lint():
    return one(run(["python3", "tests/lint/check.py"], 120)[1])


def stage_release():
    return one(build())


def stage_docs():
    with tempfile.TemporaryDirectory() as folder:
        dump = os.path.join(folder, "api.json")
        if not run(["bin/estragon", "--dump-extension-api", dump], 60, quiet=True)[1]:
            return 0, 1
        return one(run(["python3", "tests/lint/check_docs.py", dump], 60)[1])


def stage_unit():
    if not build("target=debug", "tests=yes"):
        return 0, 1
    return doctest("bin/estragon.debug", 300)


def stage_sanitizers():
    if not build("target=debug", "tests=yes", "sanitize=address,undefined"):
        return 0, 1
    return doctest("bin/estragon.debug.address.undefined", 600, env={"ASAN_OPTIONS": "detect_leaks=1", "UBSAN_OPTIONS": "print_stacktrace=1"})


def stage_fuzz():
    # Also the proof that clang takes the whole engine.
    if not build("fuzz=yes"):
        return 0, 1
    return counted(*run(["python3", "tests/fuzz/run.py", "--runs", "20000"], 900))


def stage_command_line():
    return counted(*run(["python3", "tests/interop/command_line.py", "bin/estragon"], 300))


def stage_interop():
    return counted(*run(["python3", "tests/interop/websocket_peers.py", "bin/estragon"], 300))


def stage_autobahn():
    return counted(*run(["python3", "tests/conformance/autobahn.py", "bin/estragon"], 900))


def stage_tutorial():
    return counted(*run(["python3", "tests/interop/tutorial.py", "bin/estragon"], 120))


def stage_behaviour():
    return counted(*run(["python3", "tests/behaviour/check.py", "bin/estragon"], 900))


def stage_web():
    if not build("platform=web"):
        return 0, 1
    return counted(*run(["python3", "tests/browser/run.py"], 300))


STAGES = {name.removeprefix("stage_"): function for name, function in list(globals().items()) if name.startswith("stage_")}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--install", action="store_true", help="install the dependencies of all stages first")
    parser.add_argument("stages", nargs="*", metavar="STAGE", help=", ".join(STAGES))
    options = parser.parse_args()
    unknown = [name for name in options.stages if name not in STAGES]
    if unknown:
        parser.error("unknown stage %s; there are: %s" % (unknown[0], ", ".join(STAGES)))
    if options.install and not run(["sh", "thirdparty/install.sh", "tests", "web"], 1800, quiet=True)[1]:
        print("0 passed, 1 failed")
        sys.exit(1)
    total_passed = total_failed = 0
    for name in options.stages or STAGES:
        print("\n== " + name, flush=True)
        start = time.monotonic()
        passed, failed = STAGES[name]()
        print("== %s: %d passed, %d failed (%d s)" % (name, passed, failed, time.monotonic() - start), flush=True)
        total_passed += passed
        total_failed += failed
    print("\n%d passed, %d failed" % (total_passed, total_failed))
    sys.exit(bool(total_failed) or not total_passed)


if __name__ == "__main__":
    main()
