#!/usr/bin/env python3
"""Compares the XML class reference with an API dump: the same methods, members, signals and constants in both.

    tests/lint/check_docs.py API.json      from `estragon --dump-extension-api API.json`

Getters and setters of members count as described with their member. Prints "FILE: text" for every difference and exits with 1.
"""
import glob
import json
import os
import sys
import xml.etree.ElementTree as ET

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
FOLDERS = ["doc/classes", "modules/*/doc_classes"]
KINDS = {"method": "methods", "member": "members", "signal": "signals", "constant": "constants"}


def api_names(api):
    """What a class of the dump has: {kind: {name: parameter names, or None where there are none to compare}}."""
    properties = api.get("properties", [])
    accessors = {p.get("setter") for p in properties} | {p.get("getter") for p in properties}
    constants = [c["name"] for c in api.get("constants", [])]
    for enum in api.get("enums", []):
        constants += [value["name"] for value in enum["values"]]
    return {
        "method": {m["name"]: parameters(m) for m in api.get("methods", []) if m["name"] not in accessors},
        "member": {p["name"]: None for p in properties},
        "signal": {s["name"]: parameters(s) for s in api.get("signals", [])},
        "constant": {name: None for name in constants},
    }


def native_part(api):
    """A class of the dump without what it has by its facts alone."""
    return {key: [m for m in value if not m.get("known")] if isinstance(value, list) else value for key, value in api.items()}


def parameters(function):
    return [argument["name"] for argument in function.get("arguments", [])]


def check_entry(kind, element, expected_parameters):
    """Complaints about one entry that exists on both sides."""
    name = element.get("name")
    text = element if kind in ("member", "constant") else element.find("description")
    if text is None or not (text.text or "").strip():
        yield "%s %s has no description" % (kind, name)
    if expected_parameters is not None:
        described = [p.get("name") for p in element.findall("param")]
        if described != expected_parameters:
            yield "%s %s takes (%s), not (%s)" % (kind, name, ", ".join(expected_parameters), ", ".join(described))


def check_class(root, api):
    """Complaints about a class that has an XML file."""
    if root.get("inherits", "") != api.get("inherits", "") and root.get("inherits") is not None:
        yield "inherits %s, not %s" % (api.get("inherits", "nothing"), root.get("inherits"))
    for tag in ("brief_description", "description"):
        if not (root.findtext(tag) or "").strip():
            yield "has no " + tag
    allowed = dict.fromkeys(KINDS, set())
    allowed["method"] = {m["name"] for m in api.get("methods", [])}  # An accessor may be described on its own, too.
    for kind, expected in api_names(api).items():
        found = {}
        for element in root.findall("%s/%s" % (KINDS[kind], kind)):
            if element.get("name") in found:
                yield "%s %s is described twice" % (kind, element.get("name"))
            found[element.get("name")] = element
        for name in sorted(expected.keys() - found.keys()):
            yield "%s %s is not described" % (kind, name)
        for name in sorted(found.keys() - expected.keys() - allowed[kind]):
            yield "%s %s does not exist" % (kind, name)
        for name in sorted(expected.keys() & found.keys()):
            yield from check_entry(kind, found[name], expected[name])


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        classes = {c["name"]: native_part(c) for c in json.load(file)["classes"] if not c.get("known")}
    files = sorted(path for folder in FOLDERS for path in glob.glob(os.path.join(ROOT, folder, "*.xml")))
    documented = set()
    complaints = 0
    for path in files:
        try:
            root = ET.parse(path).getroot()
        except ET.ParseError as error:
            found = [str(error)]
        else:
            name = root.get("name", "")
            documented.add(name)
            if name.startswith("@"):
                continue  # Functions of the language and of the global scope are no class of the dump.
            found = check_class(root, classes[name]) if name in classes else ["there is no class " + name]
        for text in found:
            print("%s: %s" % (os.path.relpath(path, ROOT), text))
            complaints += 1
    print("%d classes described, %d not yet" % (len(documented & classes.keys()), len(classes.keys() - documented)))
    sys.exit(bool(complaints))


if __name__ == "__main__":
    main()
