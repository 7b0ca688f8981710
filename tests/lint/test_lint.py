#!/usr/bin/env python3
"""Tests of the lint: what it must find in texts that break its rules, and what it must leave alone. Run it without arguments."""
import unittest

import check
from guides import Guides


def findings(function, *arguments):
    check.findings.clear()
    function(*arguments)
    return [finding.split(": ", 1)[1] for finding in check.findings]


class Includes(unittest.TestCase):
    def test_a_lower_layer_must_not_see_a_higher_one(self):
        self.assertEqual(findings(check.check_includes, "core/string/x.cpp", ['#include "core/object/object.h"']), ["layer 2 includes core/object/object.h of layer 4"])
        self.assertEqual(findings(check.check_includes, "core/object/x.cpp", ['#include "core/string/ustring.h"']), [])

    def test_a_room_must_not_see_those_to_its_right(self):
        wrong = [
            ("core/scene/main/x.cpp", "core/scene/gui/control.h"),
            ("core/scene/2d/x.h", "core/scene/resources/packed_scene.h"),
            ("modules/gdscript/vm/x.cpp", "modules/gdscript/runtime/gdscript.h"),
            ("modules/gdscript/runtime/x.cpp", "modules/gdscript/register_types.h"),
        ]
        for path, target in wrong:
            self.assertEqual(len(findings(check.check_includes, path, ['#include "%s"' % target])), 1, path)
        right = [
            ("core/scene/gui/x.cpp", "core/scene/main/node.h"),
            ("core/scene/register_scene_types.cpp", "core/scene/resources/packed_scene.h"),
            ("core/scene/main/viewport.cpp", "core/scene/gui/control.h"),
            ("modules/gdscript/runtime/x.cpp", "modules/gdscript/vm/gdscript_vm.h"),
        ]
        for path, target in right:
            self.assertEqual(findings(check.check_includes, path, ['#include "%s"' % target]), [], path)

    def test_a_circle_that_the_lint_excuses_must_still_be_there(self):
        for path, (target, _) in check.CIRCLES_OF_THE_API.items():
            self.assertIn('#include "%s"' % target, check.read(path))


class Words(unittest.TestCase):
    def setUp(self):
        sources = {
            "SConstruct": 'vars.Add("sanitize", "", "")\nvars.Add(BoolVariable("tests", "", False))',
            "core/main/main.cpp": 'class Main;\ngetenv("ESTRAGON_POLLER"); "--path"; void request_close();',
        }
        self.guides = Guides(check.ROOT, sources)

    def complaints(self, text):
        return [complaint for _, complaint in self.guides.unknown(text)]

    def test_a_path_that_is_not_there_is_found(self):
        self.assertEqual(self.guides.unknown("See `core/main`.\nSee `core/main/nothing.cpp`."), [(2, "there is no core/main/nothing.cpp")])
        self.assertEqual(self.complaints("```sh\npython3 tests/nothing.py\n```"), ["there is no tests/nothing.py"])
        self.assertEqual(self.complaints("`nothing.h` and `core/{main,nowhere}`"), ["there is no nothing.h", "there is no core/{main,nowhere}"])

    def test_switches_and_options_that_nobody_reads_are_found(self):
        self.assertEqual(self.complaints("`ESTRAGON_NOTHING=1`, `--nothing`, `scons nothing=yes`"), ["nothing reads ESTRAGON_NOTHING", "nothing takes --nothing", "scons has no option nothing"])
        self.assertEqual(self.complaints("`ESTRAGON_POLLER=poll`, `--path`, `scons tests=yes`, `gdb --args x`"), [])

    def test_names_that_the_code_has_not_are_found(self):
        self.assertEqual(self.complaints("`NoSuchClass`, `Main::nothing`, `no_such_function()`"), ["the code has no NoSuchClass", "the code has no nothing", "the code has no no_such_function"])
        self.assertEqual(self.complaints("`Main::request_close`, `bin/estragon`, `modules/NAME/tests`, `script.gd`"), [])


if __name__ == "__main__":
    unittest.main()
