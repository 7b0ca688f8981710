#!/usr/bin/env python3
"""Runs the checks of the project and ends with a line "N passed, N failed, N skipped".

    tests/run.py [--install] [STAGE ...]      what a change must pass; --install gets what the stages need first (Debian)
    tests/run.py --all                        also what takes longer; without it those stages are counted as skipped
"""
import argparse
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import namedtuple

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), ".."))
JOBS = str(os.cpu_count() or 1)
RELEASE = "bin/estragon"
RELEASE_TESTS = "bin/estragon.tests"
RACES = "bin/estragon.debug.llvm.thread"
SANITIZED = "bin/estragon.debug.llvm.address.undefined.fuzz"
# What a sanitizer finds ends the program; memory that nobody gives back counts as found.
STRICT = {"ASAN_OPTIONS": "detect_leaks=1:detect_stack_use_after_return=1", "UBSAN_OPTIONS": "halt_on_error=1:print_stacktrace=1",
          "LSAN_OPTIONS": "print_suppressions=0:suppressions=" + os.path.join(ROOT, "tests/support/leaks_of_others.txt")}

STRESS = {"ESTRAGON_STRESS": "graveyard,stack,reload"}

Result = namedtuple("Result", "passed failed skipped", defaults=(0,))


def add(*results):
    return Result(*map(sum, zip(*results)))


def one(ok):
    return Result(1, 0) if ok else Result(0, 1)


def run(command, limit, quiet=False, env=None):
    """Output of a command, and whether it ended well within its limit (seconds). Its output is shown, with quiet only where it failed."""
    print("$ " + " ".join(["%s=%s" % item for item in (env or {}).items()] + command), flush=True)
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", env=dict(os.environ, **(env or {})), start_new_session=True)
    late = threading.Event()

    def end(reason=None):
        if reason:
            late.set()
        try:
            os.killpg(child.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    timer = threading.Timer(limit, end, ["late"])
    timer.start()
    lines = []
    try:
        for line in child.stdout:
            lines.append(line)
            if not quiet:
                sys.stdout.write(line)
                sys.stdout.flush()
        child.wait()
    finally:
        timer.cancel()
        if child.poll() is None:
            end()
        child.stdout.close()
    text = "".join(lines)
    if child.returncode and quiet:
        sys.stdout.write(text[-6000:])
    if late.is_set():
        print("ended after its %d s" % limit)
    return text, child.returncode == 0


def counted(text, ok):
    """The numbers of a closing line "N passed, N failed", with "N skipped" or that alone; without such a line the program itself failed."""
    if ok and (skipped := re.search(r"^(\d+) skipped\s*\Z", text, re.M)):
        return Result(0, 0, int(skipped[1]))
    found = re.findall(r"^(?:\w+: )?(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$", text, re.M)
    if not found:
        return Result(0, 1)
    passed, failed, skipped = (int(number or 0) for number in found[-1])
    return Result(passed, failed if ok or failed else 1, skipped)


def script(path, *arguments, limit, env=None):
    return counted(*run(["python3", path, *arguments], limit, env=env))


def doctest(binary, limit, env=None, only=()):
    text, ok = run([binary, "--test", *only], limit, quiet=True, env=env)
    match = re.search(r"test cases:\s*(\d+) \|\s*(\d+) passed \|\s*(\d+) failed(?: \|\s*(\d+) skipped)?", text)
    if not match:
        return Result(0, 1)
    print(match[0])
    passed, failed, skipped = int(match[2]), int(match[3]), int(match[4] or 0)
    return Result(passed, failed if ok or failed else 1, skipped)


def build(*arguments, limit=1800):
    start = time.monotonic()
    ok = run(["scons", "-j", JOBS, *arguments], limit, quiet=True)[1]
    print("built in %d s" % (time.monotonic() - start), flush=True)
    return ok


def build_sanitized():
    # One build serves the unit tests and the fuzz targets; it is also the proof that clang takes the whole engine.
    return build("fuzz=yes", "tests=yes")


def stage_lint():
    return add(*[one(run(["python3", "tests/" + name], 120)[1]) for name in ("lint/check.py", "lint/test_lint.py", "test_run.py")])


def stage_release():
    # The same objects with the unit tests and without them.
    return one(build("tests=yes") and build())


def stage_docs():
    with tempfile.TemporaryDirectory() as folder:
        dump = os.path.join(folder, "api.json")
        if not run([RELEASE, "--dump-extension-api", dump], 60, quiet=True)[1]:
            return Result(0, 1)
        return one(run(["python3", "tests/lint/check_docs.py", dump], 60)[1])


def stage_unit():
    # One case by itself: a class is bound once, and after other cases there is nothing left to hear.
    alone = doctest(RELEASE_TESTS, 60, only=["--no-skipped-summary", "-tc=*Every native class binds*"])
    return add(alone, doctest(RELEASE_TESTS, 300), script("tests/threads/run.py", RELEASE, limit=300))


def stage_command_line():
    return script("tests/interop/command_line.py", RELEASE, limit=300)


def stage_projects():
    return script("tests/projects/run.py", RELEASE, limit=300)


def stage_interop():
    return add(script("tests/interop/websocket_peers.py", RELEASE, limit=300), script("tests/interop/ways.py", RELEASE, limit=300), script("tests/interop/web_server.py", RELEASE, limit=300))


def stage_tls():
    return script("tests/tls/run.py", RELEASE, limit=300)


def stage_multiplayer():
    # With ESTRAGON_STOCK also together with the stock engine.
    return script("tests/multiplayer/run.py", RELEASE, limit=600)


def stage_http():
    return script("tests/http/run.py", RELEASE, limit=600)


def stage_export():
    return script("tests/export/command_line.py", RELEASE, limit=240)


def stage_tutorial():
    return add(script("tests/interop/tutorial.py", RELEASE, limit=120), script("tests/interop/tutorial_pages.py", RELEASE, limit=240))


def stage_behaviour():
    return script("tests/behaviour/check.py", RELEASE, limit=900)


def stage_faults():
    return script("tests/behaviour/faults.py", RELEASE, limit=1500)


def stage_sanitizers():
    if not build_sanitized():
        return Result(0, 1)
    return doctest(SANITIZED, 900, env=STRICT)


def stage_fuzz():
    if not build_sanitized():
        return Result(0, 1)
    return script("tests/fuzz/run.py", "--runs", "20000", limit=900)


def stage_stress():
    # Dead objects' memory is overwritten, every script frame moves and every script is compiled twice, in what the sanitizers watch.
    if not build_sanitized():
        return Result(0, 1)
    return add(doctest(SANITIZED, 900, env=dict(STRICT, **STRESS)), script("tests/behaviour/check.py", SANITIZED, "--sanitized", limit=1500, env=STRESS))


def stage_threads():
    # What has threads, in what finds data races.
    if not build("target=debug", "tests=yes", "sanitize=thread", "use_llvm=yes"):
        return Result(0, 1)
    only = ["-tc=*Thread*,*Mutex*,*ScriptInterrupt*,*ResourceLoader*,*Resolver*,*[IP]*,*SocketPoller*"]
    env = {"TSAN_OPTIONS": "exitcode=66"}
    return add(doctest(RACES, 600, env=env, only=only), script("tests/threads/run.py", RACES, "--sanitized", limit=600))


def stage_web():
    if not build("platform=web"):
        return Result(0, 1)
    return add(script("tests/browser/run.py", limit=300), script("tests/export/web.py", RELEASE, limit=600), script("tests/browser/controls.py", RELEASE, limit=600))


def stage_debug():
    # gcc's own warnings about what only debug builds contain, and code that no optimiser touched.
    return doctest("bin/estragon.debug", 600) if build("target=debug", "tests=yes") else Result(0, 1)


def stage_poll():
    return doctest(RELEASE_TESTS, 300, env={"ESTRAGON_POLLER": "poll"})


def stage_android(install=("sh", "thirdparty/install.sh", "android")):
    # The only stage that needs the Python Package Index and Maven Central: where one of them cannot be reached, it says so and is skipped.
    text, ok = run(list(install), 1800, quiet=True)
    if not ok:
        if not re.search(r"^thirdparty/\w+/fetch\.sh: .* cannot be reached", text, re.M):
            return Result(0, 1)
        print("SKIPPED: what the Android export is built and checked with cannot be installed here; see the messages above.", flush=True)
        return Result(0, 0, 1)
    if not (os.path.exists(RELEASE) or build()) or not build("platform=android", limit=3600) or not build("platform=android", "tests=yes", limit=3600):
        return Result(0, 1)
    return script("tests/export/android.py", RELEASE, "bin/estragon.android.arm64", "bin/estragon.android.arm64.tests", limit=3600)


def stage_stock():
    # modules/websocket in a stock source tree.
    return script("tests/stock/run.py", limit=1200)


def stage_autobahn():
    return script("tests/conformance/autobahn.py", RELEASE, "--install", limit=1200)


STAGES = {name.removeprefix("stage_"): function for name, function in list(globals().items()) if name.startswith("stage_")}
# Only with --all, or by name.
LONG = ["stress", "threads", "debug", "poll", "android", "stock", "autobahn"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--install", action="store_true", help="install the dependencies of all stages first")
    parser.add_argument("--all", action="store_true", help="also the long stages: " + ", ".join(LONG))
    parser.add_argument("stages", nargs="*", metavar="STAGE", help=", ".join(STAGES))
    options = parser.parse_args()
    unknown = [name for name in options.stages if name not in STAGES]
    if unknown:
        parser.error("unknown stage %s; there are: %s" % (unknown[0], ", ".join(STAGES)))
    if options.install and not run(["sh", "thirdparty/install.sh", "tests", "web"], 1800, quiet=True)[1]:
        print("0 passed, 1 failed")
        sys.exit(1)
    begin = time.monotonic()
    table = []
    for name in options.stages or STAGES:
        if name in LONG and not options.all and not options.stages:
            table.append((name, Result(0, 0, 1), 0))
            continue
        print("\n== " + name, flush=True)
        start = time.monotonic()
        result = STAGES[name]()
        table.append((name, result, time.monotonic() - start))
        print("== %s: %d passed, %d failed, %d skipped (%d s)" % (name, *result, table[-1][2]), flush=True)
    print("\n%-13s %6s %6s %7s %8s" % ("stage", "passed", "failed", "skipped", "seconds"))
    for name, result, seconds in table:
        print("%-13s %6d %6d %7d %8d" % (name, *result, seconds))
    total = add(*(result for _, result, _ in table))
    print("%d s in all\n%d passed, %d failed, %d skipped" % (time.monotonic() - begin, *total))
    sys.exit(bool(total.failed) or not (total.passed or total.skipped))


if __name__ == "__main__":
    main()
