"""Checks that what the guides name exists: paths, environment variables, build options, command-line switches, names in the code."""
import fnmatch
import glob
import os
import re

# A word in backticks is taken for a path when it begins like one, or is a file name with one of these endings.
ENDINGS = (".h", ".cpp", ".inc", ".py", ".sh", ".md")
# Their switches are not ours.
OTHER_PROGRAMS = ("gdb", "perf", "valgrind")
# Made by the build or by a tool, so not in the tree; or an example of a name.
NOT_IN_THE_TREE = re.compile(r"(bin|build)/|compile_commands\.json$|\.\./")


def spans(line):
    """What stands in backticks on a line."""
    return re.findall(r"`([^`]+)`", line)


class Guides:
    """root: the tree; sources: {path: text} of everything that code and scripts consist of."""

    def __init__(self, root, sources):
        self.root = root
        self.names = {os.path.basename(path) for path in sources}
        self.tops = {entry for entry in os.listdir(root) if os.path.isdir(os.path.join(root, entry))}
        code = "\n".join(text for path, text in sources.items() if not path.endswith(".md"))
        self.words = set(re.findall(r"\w+", code))
        self.switches = set(re.findall(r"--[a-z][a-z0-9-]*", code))
        self.options = set(re.findall(r'vars\.Add\((?:\w+\()?"(\w+)"', sources.get("SConstruct", "")))

    def is_path(self, word):
        if NOT_IN_THE_TREE.match(word) or re.search(r"[\s<>()$\"'=:]|https?:|^/|^-", word):
            return False
        return word.split("/")[0] in self.tops if "/" in word else word.endswith(ENDINGS)

    def path_exists(self, word):
        if "/" not in word:
            return bool(fnmatch.filter(self.names, word)) or os.path.exists(os.path.join(self.root, word))
        # NAME in capitals stands for whatever the reader calls it.
        pattern = re.sub(r"\b[A-Z]{3,}\b", "*", word) if not os.path.exists(os.path.join(self.root, word)) else word
        patterns = [pattern]
        if match := re.search(r"\{([^}]*)\}", pattern):
            patterns = [pattern.replace(match[0], part) for part in match[1].split(",")]
        return all(glob.glob(os.path.join(self.root, p)) for p in patterns)

    def unknown(self, text):
        """[(line number, complaint)] for everything in a guide that is not there."""
        found = []
        in_block = False
        for number, line in enumerate(text.split("\n"), 1):
            if line.startswith("```"):
                in_block = not in_block
                continue
            quoted = [line] if in_block else spans(line)
            for span in quoted:
                for word in re.split(r"[\s,;]+(?![^{]*\})", span):
                    word = word.strip(".,;()'\"")
                    if self.is_path(word) and not self.path_exists(word):
                        found.append((number, "there is no %s" % word))
                    elif re.fullmatch(r"ESTRAGON_[A-Z_]+(=.*)?", word) and word.split("=")[0] not in self.words:
                        found.append((number, "nothing reads %s" % word.split("=")[0]))
                    elif re.fullmatch(r"--[a-z][a-z0-9-]*(=.*)?", word) and word.split("=")[0] not in self.switches and not span.startswith(OTHER_PROGRAMS):
                        found.append((number, "nothing takes %s" % word.split("=")[0]))
                    elif (match := re.fullmatch(r"([a-z_]+)=\S*", word)) and re.search(r"\bscons\b", span) and match[1] not in self.options:
                        found.append((number, "scons has no option %s" % match[1]))
                if not in_block:
                    for name in re.findall(r"\b[A-Z][a-z]+\w*[A-Z]\w*\b|\b\w+(?=::)|(?<=::)\w+|\b[a-z]+_\w+(?=\(\))", span):
                        if name not in self.words and not any(self.is_path(word) for word in span.split()):
                            found.append((number, "the code has no %s" % name))
        return found
