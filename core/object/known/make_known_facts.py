#!/usr/bin/env python3
"""Makes known_classes.facts, the facts of the 4.6 scripting API that the binary carries for classes it does not have.

    make_known_facts.py CLASSES.json PROPERTIES.json > known_classes.facts

CLASSES.json: {"classes": {name: {inherits, new, ref, api, properties, methods, signals, enums, constants}}}. PROPERTIES.json: what ClassDB
says of each class's own properties ({"classes": {name: {"p": [[name, type, hint, hint_string, usage, class, default?]]}}, "singletons": []}).
Both are names, types and values only. The file in the tree has more than this makes: defaults of what abstract classes leave to those below
them, and properties with parts in their names ("joint/0/bone"), which were read from objects of the stock engine. So compare and merge; do not overwrite. The build compresses the result (SCsub); core/object/known/known_facts.h says how a line reads.
"""
import json
import sys

GROUPS = 64 | 128 | 256
ZERO = {"bool": "false", "int": "0", "float": "0.0", "String": '""', "StringName": '&""', "Vector2": "Vector2(0, 0)", "Vector2i": "Vector2i(0, 0)",
        "Vector3": "Vector3(0, 0, 0)", "Vector3i": "Vector3i(0, 0, 0)", "Rect2": "Rect2(0, 0, 0, 0)", "Array": "[]", "Dictionary": "{}", "RID": "RID()",
        "NodePath": 'NodePath("")', "Color": "Color(0, 0, 0, 1)", "Transform2D": "Transform2D(1, 0, 0, 1, 0, 0)"}
KEPT_HINTS = {23, 31, 38}  # What typed containers hold.


def short(text, cls):
    """The types of the API in fewer letters: @ an enum, ^ a bitfield, [ a typed array, { a typed dictionary; a leading dot is the class itself."""
    for long, mark in (("enum::", "@"), ("bitfield::", "^"), ("typedarray::", "["), ("typeddictionary::", "{")):
        if text.startswith(long):
            rest = text[len(long):]
            return mark + (rest[len(cls):] if rest.startswith(cls + ".") else rest)
    return "" if text == "void" else text


def argument(entry, cls):
    text = "%s %s" % (entry[0], short(entry[1], cls))
    return text if len(entry) < 3 else text + "=" + entry[2]


def method_line(name, method, cls):
    return "\t".join(["+" + name, short(method[0], cls), method[1]] + [argument(a, cls) for a in method[2]])


def is_plain(type_name, classes):
    return type_name not in classes and "," not in type_name and type_name != "Variant"


def property_lines(cls, facts, shown, implied, classes):
    """In the order of the class, groups included. Accessors of the usual form are not listed among the methods again (r_implied)."""
    properties, methods = facts.get("properties", {}), facts.get("methods", {})
    for entry in shown:
        name, _, hint, hint_string, usage = entry[:5]
        if usage & GROUPS:
            yield "*%s\t%s\t%d" % (name, hint_string, usage)
            continue
        fact = properties.get(name)
        if fact is None:
            continue
        type_name, setter, getter = fact[0], fact[1] or "", fact[2] or ""
        index = fact[3] if len(fact) > 3 else None
        get = methods.get(getter)
        if "," in type_name:
            type_name = get[0] if get else "Object"
        if get and (type_name == "int" or get[0].startswith("typed")) and "::" in get[0]:
            type_name = get[0]
        # Where the two differ, what the setter takes is what an object keeps.
        taken = (methods.get(setter) or [None, None, []])[2]
        if len(taken) == 1 and is_plain(taken[0][1], classes) and is_plain(type_name, classes) and taken[0][1] != type_name and "::" not in type_name + taken[0][1]:
            type_name = taken[0][1]
        elif len(taken) == 1 and taken[0][1] == "Array" and not is_plain(type_name, classes):
            type_name = "Array"
        argument_name = ""
        if index is None:
            if get and get[1] == "c" and not get[2] and get[0] == type_name:
                implied.add(getter)
                getter_mark = ""
            else:
                getter_mark = "!"
            set_ = methods.get(setter)
            if set_ and set_[0] == "void" and set_[1] == "" and len(set_[2]) == 1 and set_[2][0][1:] == [type_name]:
                implied.add(setter)
                argument_name = "" if set_[2][0][0] == name else set_[2][0][0]
            elif setter:
                argument_name = "!"
        else:
            getter_mark, argument_name = "!", "!"
        if getter == "get_" + name:
            getter = ""
        elif getter == "is_" + name:
            getter = "?"
        elif getter == "":
            getter = "-"
        if setter == "set_" + name:
            setter = ""
        elif setter == "":
            setter = "-"
        default = entry[6] if len(entry) > 6 else ""
        plain = "int" if "::" in type_name and "[" not in type_name and not type_name.startswith("typed") else type_name
        if default == ZERO.get(plain) or "\n" in default or "Object(" in default or "Resource(" in default:
            default = ""
        fields = [name, short(type_name, cls), setter, argument_name, getter, getter_mark, "" if index is None else str(index), default,
                  "" if usage == 6 else str(usage), str(hint) if hint in KEPT_HINTS and hint_string else "", hint_string if hint in KEPT_HINTS else ""]
        while fields[-1] == "":
            fields.pop()
        yield "-" + "\t".join(fields)


def class_lines(cls, facts, shown, classes):
    flags = ("n" if facts["new"] else "") + ("e" if facts["api"] == "editor" else "")
    yield "\t".join(["=" + cls, facts["inherits"] or "", flags]).rstrip("\t")
    implied = set()
    yield from property_lines(cls, facts, shown, implied, classes)
    for name, method in facts.get("methods", {}).items():
        if len(method[2]) > 16:
            sys.exit("%s.%s has more arguments than a MethodBind takes" % (cls, name))
        if name not in implied:
            yield method_line(name, method, cls)
    for name, arguments in facts.get("signals", {}).items():
        yield "\t".join(["!" + name] + [argument(a, cls) for a in arguments])
    for name, enum in facts.get("enums", {}).items():
        yield "\t".join(["#" + name, "b" if enum["bitfield"] else ""] + ["%s=%d" % value for value in enum["values"].items()])
    constants = facts.get("constants", {})
    if constants:
        yield "\t".join(["#", ""] + ["%s=%d" % value for value in constants.items()])


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    classes = json.load(open(sys.argv[1]))["classes"]
    shown = json.load(open(sys.argv[2]))
    print("$" + "\t".join(sorted(name for name in shown["singletons"] if name in classes)))
    for name in sorted(classes, key=lambda text: text.encode()):
        print("\n".join(class_lines(name, classes[name], shown["classes"].get(name, {}).get("p", []), classes)))


if __name__ == "__main__":
    main()
