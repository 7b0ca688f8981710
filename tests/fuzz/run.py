#!/usr/bin/env python3
"""Runs every fuzz target for a bounded time from its committed seeds.

    run.py [--seconds N | --runs N] [TARGET ...]      needs `scons fuzz=yes`; inputs that fail are left in build/fuzz; ends with "N passed, N failed"
"""
import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=30, help="for each target")
    parser.add_argument("--runs", type=int, help="inputs for each target, from a fixed seed: the same ones every time")
    parser.add_argument("targets", nargs="*")
    options = parser.parse_args()
    targets = options.targets or sorted(path.stem for path in (ROOT / "tests" / "fuzz").glob("fuzz_*.cpp"))
    passed = failed = 0
    for target in targets:
        work = ROOT / "build" / "fuzz" / target
        work.mkdir(parents=True, exist_ok=True)
        seeds = ROOT / "tests" / "fuzz" / "seeds" / target.removeprefix("fuzz_")
        repeatable = ["-seed=1", "-runs=%d" % options.runs] if options.runs else []
        if options.runs:
            for old in work.iterdir():
                old.unlink()
        command = [str(ROOT / "bin" / "fuzz" / target), "-max_total_time=%d" % options.seconds, "-max_len=4096", "-timeout=10", "-rss_limit_mb=4096", "-print_final_stats=1", "-artifact_prefix=%s/" % work, *repeatable, str(work)]
        done = subprocess.run(command + ([str(seeds)] if seeds.is_dir() else []), capture_output=True, text=True, errors="replace", env=dict(os.environ, ASAN_OPTIONS="detect_leaks=0:allocator_may_return_null=1", UBSAN_OPTIONS="halt_on_error=1:print_stacktrace=1:suppressions=%s" % (ROOT / "tests" / "support" / "ubsan_suppressions.txt")))
        runs = [line.split(":")[-1].strip() for line in done.stderr.split("\n") if line.startswith("stat::number_of_executed_units")]
        good = done.returncode == 0 and bool(runs)
        print("%s %s: %s runs" % ("ok  " if good else "FAIL", target, runs[0] if runs else "no"))
        if not good:
            print(done.stderr[-3000:])
        passed += good
        failed += not good
    print("%d passed, %d failed" % (passed, failed))
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
