"""Turns known_classes.facts into a source: the packed text, and sorted hashes that say at no cost that a name is not in it."""
import glob
import re
import zlib


def fnv(text):
    value = 2166136261
    for letter in text.encode():
        value = ((value ^ letter) * 16777619) & 0xFFFFFFFF
    return value


def member_hash(class_name, member):
    """As KnownFacts::hash_member()."""
    return ((fnv(class_name) * 0x85EBCA6B) ^ fnv(member)) & 0xFFFFFFFF


def native_classes(top):
    """Names of the classes that the tree declares: members that they lack are looked up in the facts."""
    names = set()
    for path in glob.glob(top + "/core/**/*.h", recursive=True) + glob.glob(top + "/modules/**/*.h", recursive=True):
        with open(path, encoding="utf-8", errors="replace") as source:
            names.update(re.findall(r"\bGDCLASS\((\w+),", source.read()))
    return sorted(names | {"Object"})


def read(text, natives):
    classes, members, singletons, current = [], set(), [], ""
    for line in text.split("\n"):
        fields = line[1:].split("\t")
        if line.startswith("$"):
            singletons = fields
        elif line.startswith("="):
            current = fields[0]
            classes.append(current)
        elif line and current in natives:
            names = [fields[0]]
            if line[0] == "#":
                names += [value.split("=")[0] for value in fields[2:]]
            elif line[0] == "-":
                setter, getter = (fields + [""] * 5)[2], (fields + [""] * 5)[4]
                names += [setter or "set_" + fields[0], {"": "get_", "?": "is_"}[getter] + fields[0] if getter in ("", "?") else getter]
            members.update(member_hash(current, name) for name in names)
    return classes, members, singletons


def array(name, values):
    return "const uint32_t known_%s[] = { %s };\nconst uint32_t known_%s_count = %d;\n" % (name, ", ".join("%du" % value for value in sorted(values)), name, len(values))


def source(path, natives, with_text):
    text = open(path, "rb").read()
    classes, members, singletons = read(text.decode(), set(natives))
    packed = zlib.compress(text, 9) if with_text else b""
    out = '// Generated from known_classes.facts.\n#include "core/object/known/known_data.h"\n\n'
    out += array("class_hashes", {fnv(name) for name in classes})
    out += array("member_hashes", members)
    out += array("singleton_hashes", {fnv(name) for name in singletons})
    out += "const uint8_t known_text[] = { %s };\n" % ",".join(str(byte) for byte in packed or b"\0")
    out += "const uint32_t known_text_packed_size = %d;\nconst uint32_t known_text_size = %d;\n" % (len(packed), len(text))
    return out
