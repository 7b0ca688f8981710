#!/usr/bin/env python3
"""Tests of the runner: what it makes of the programs that it runs. Run it without arguments."""
import contextlib
import io
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import run
from run import Result


def quietly(function, *arguments, **options):
    with contextlib.redirect_stdout(io.StringIO()):
        return function(*arguments, **options)


def python(text, limit=60):
    return quietly(run.run, [sys.executable, "-c", text], limit)


class Counting(unittest.TestCase):
    def test_the_last_closing_line_counts(self):
        self.assertEqual(run.counted("1 passed, 1 failed\n3 passed, 0 failed\n", True), Result(3, 0, 0))
        self.assertEqual(run.counted("3 passed, 0 failed, 2 skipped\n", True), Result(3, 0, 2))

    def test_what_is_skipped_is_not_passed(self):
        self.assertEqual(run.counted("There are no cases here.\n4 skipped\n", True), Result(0, 0, 4))
        self.assertEqual(run.counted("", True), Result(0, 1, 0))

    def test_a_bad_end_is_a_failure(self):
        self.assertEqual(run.counted("3 passed, 0 failed\n", False), Result(3, 1, 0))
        self.assertEqual(run.counted("3 passed, 2 failed\n", False), Result(3, 2, 0))
        self.assertEqual(run.counted("4 skipped\n", False), Result(0, 1, 0))
        self.assertEqual(run.counted("Segmentation fault\n", False), Result(0, 1, 0))

    def test_without_what_is_kept_elsewhere(self):
        with tempfile.TemporaryDirectory() as nothing:
            for script, name in (("tests/behaviour/check.py", "ESTRAGON_BEHAVIOUR"), ("tests/behaviour/faults.py", "ESTRAGON_FAULTS")):
                result = quietly(run.script, script, "no-such-engine", limit=60, env={name: nothing})
                self.assertEqual((result.passed, result.failed), (0, 0), script)
                self.assertGreater(result.skipped, 0, script)


class Android(unittest.TestCase):
    def test_only_a_registry_that_is_not_there_skips_it(self):
        def stage(text):
            return quietly(run.stage_android, [sys.executable, "-c", "print(%r); raise SystemExit(1)" % text])

        self.assertEqual(stage("thirdparty/zig/fetch.sh: the Python Package Index cannot be reached, or so"), Result(0, 0, 1))
        self.assertEqual(stage("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES"), Result(0, 1, 0))
        self.assertEqual(stage("E: Unable to locate package apktool"), Result(0, 1, 0))


class Running(unittest.TestCase):
    def test_output_and_end(self):
        self.assertEqual(python("print('a')"), ("a\n", True))
        self.assertEqual(python("print('a'); raise SystemExit(1)"), ("a\n", False))

    def test_a_silent_program_ends_at_its_limit_with_its_children(self):
        text, ok = python("import subprocess; print('up', flush=True); subprocess.run(['sleep', '1000'])", limit=4)
        self.assertEqual((text, ok), ("up\n", False))


if __name__ == "__main__":
    unittest.main()
