"""What SConstruct and the SCsub files share: flags per tool chain, source globbing, the final link."""
import glob
import importlib.util
import os
import shutil
import subprocess
import sys

# Interfaces name parameters that a default body ignores: the name is the documentation.
WARNINGS = ["-Wall", "-Wextra", "-Wno-unused-parameter"]


def fail(message):
    """Ends the build with one line that says what to change."""
    sys.stderr.write("estragon: %s\n" % message)
    sys.exit(2)


def note(message):
    """One line of something that whoever builds may want to change."""
    sys.stderr.write("estragon: %s\n" % message)


def child_environment():
    """SCons starts tools with an empty environment; these names are what compilers, ccache and Emscripten need."""
    wanted = ("PATH", "HOME", "TMPDIR", "NODE_PATH", "EM_CONFIG", "EM_CACHE", "CCACHE_DIR", "CCACHE_MAXSIZE", "CCACHE_NOHASHDIR", "CCACHE_DISABLE", "ANDROID_NDK_ROOT", "LANG", "LC_ALL", "ASAN_OPTIONS")
    return {name: os.environ[name] for name in wanted if name in os.environ}


def sanitizers(env):
    return [s for s in env["sanitize"].split(",") if s]


def variant_name(env):
    """Folder below build/ and suffix of the binary: one per set of flags that changes object files."""
    parts = [env["platform"]] + ([env["arch"]] if env["platform"] == "android" else []) + [env["target"]]
    parts += ["symbols"] if env["symbols"] else []
    parts += ["llvm"] if env["use_llvm"] else []
    parts += sanitizers(env)
    parts += ["fuzz"] if env["fuzz"] else []
    return ".".join(parts)


def program_name(env):
    """bin/estragon for the plain release build; every other variant says what it is."""
    parts = ["estragon"]
    parts += [] if env["platform"] == "linux" else [env["platform"]]
    parts += [env["arch"]] if env["platform"] == "android" else []
    parts += [] if env["target"] == "release" else [env["target"]]
    parts += ["symbols"] if env["symbols"] else []
    parts += ["llvm"] if env["use_llvm"] else []
    parts += sanitizers(env)
    parts += ["fuzz"] if env["fuzz"] else []
    parts += ["tests"] if env["tests"] and env["target"] == "release" else []
    return "#bin/" + ".".join(parts) + env["program_suffix"]


def configure(env):
    platform = load_python(env, "platform/%s/detect.py" % env["platform"])
    env.Append(CPPPATH=["#", "#" + "build/" + variant_name(env)])
    env.Append(CXXFLAGS=["-std=c++20", "-fno-exceptions", "-fno-rtti"])
    env.Append(CCFLAGS=["-pipe", "-fno-strict-aliasing", "-ffunction-sections", "-fdata-sections"] + WARNINGS)
    env.Append(CCFLAGS=["-Werror"] if env["werror"] else [])
    if env["target"] == "release":
        env.Append(CCFLAGS=["-O2"] + (["-g1"] if env["symbols"] else []), CPPDEFINES=["NDEBUG"])
    else:
        env.Append(CCFLAGS=["-O1" if sanitizers(env) else "-O0", "-g1"], CPPDEFINES=["DEBUG_ENABLED"])
    platform.configure(env)
    for name in sanitizers(env):
        env.Append(CCFLAGS=["-fsanitize=" + name, "-fno-omit-frame-pointer"], LINKFLAGS=["-fsanitize=" + name])
    if env["fuzz"]:
        env.Append(CCFLAGS=["-fsanitize=fuzzer-no-link"])
    if "undefined" in sanitizers(env):
        env.Append(CCFLAGS=["-fno-sanitize=vptr", "-fno-sanitize-recover=undefined"])
        # Whoever runs the program says whether an enum without a name for its value is a finding; see tests/support/ubsan_suppressions.txt.
        env.Append(CCFLAGS=["-fsanitize-recover=enum"])
    if env["platform"] != "web" and shutil.which("ccache"):
        env["CC"] = "ccache " + env["CC"]
        env["CXX"] = "ccache " + env["CXX"]
        # Paths are relative to the checkout, so that checkouts can share what they compiled.
        env["ENV"].setdefault("CCACHE_NOHASHDIR", "1")
    if not env["verbose"]:
        for what in ("CC", "CXX"):
            env[what + "COMSTR"] = "compile $SOURCE"
        env["LINKCOMSTR"] = "link $TARGET"
    env.AddMethod(add_sources)
    env.AddMethod(cxx17_clone)
    env.AddMethod(generate)
    env.AddMethod(load_python)


def is_x86_64(env):
    """Whether this is a Linux build for x86-64: what the compiler makes, which may be another machine than the one it runs on."""
    if env["platform"] != "linux":
        return False
    made = subprocess.run([env["CC"].split()[-1], "-dumpmachine"], capture_output=True, text=True).stdout
    return made.startswith("x86_64-")


def fetch(env, library):
    """Has the source of a library of thirdparty/ in place, or ends the build."""
    script = "thirdparty/%s/fetch.sh" % library
    if subprocess.call(["sh", env.File("#" + script).abspath]) != 0:
        fail(script + " failed; see its message above")


def write_script(path, text):
    """An executable script, written only when its text changed."""
    if os.path.exists(path) and open(path).read() == text:
        return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as out:
        out.write(text)
    os.chmod(path, 0o755)


def load_python(env, path):
    """A helper module of the tree (detect.py, config.py) by its path from the top."""
    spec = importlib.util.spec_from_file_location(path.replace("/", "_").removesuffix(".py"), env.File("#" + path).abspath)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def add_sources(env, *patterns):
    """Compiles the sources of this folder (glob patterns) into the binary."""
    for pattern in patterns:
        for source in env.Glob(pattern, strings=False):
            env["objects"].append(env.Object(source))


def cxx17_clone(env):
    """For code that must also compile in engine trees that are C++17. Shares the object list."""
    clone = env.Clone()
    clone["objects"] = env["objects"]
    clone["CXXFLAGS"] = ["-std=c++17" if flag == "-std=c++20" else flag for flag in clone["CXXFLAGS"]]
    return clone


def generate(env, path, text):
    """Writes a generated source below the build folder, only when its text changed, and returns its node."""
    node = env.File("%s/%s" % (env["build_dir"], path))
    os.makedirs(os.path.dirname(node.abspath), exist_ok=True)
    old = open(node.abspath).read() if os.path.exists(node.abspath) else None
    if old != text:
        with open(node.abspath, "w") as out:
            out.write(text)
    return node


def enabled_modules(env):
    """Module names in order; a module says in config.py whether it can be built for a platform."""
    names = []
    for path in sorted(glob.glob(os.path.join(env.Dir("#modules").abspath, "*", "config.py"))):
        name = os.path.basename(os.path.dirname(path))
        if load_python(env, "modules/%s/config.py" % name).can_build(env, env["platform"]):
            names.append(name)
    return names


def program(env):
    objects = []
    seen = set()
    for item in env.Flatten(env["objects"]):
        if str(item) not in seen:
            seen.add(str(item))
            objects.append(item)
    fuzzers = fuzz_programs(env, objects) if env["fuzz"] else []
    libraries = env.Flatten([env.File(path) for path in env.get("js_libraries", [])])
    for library in libraries:
        env.Append(LINKFLAGS=["--js-library", library.path])
    linked = env.Program(program_name(env), objects)
    env.Depends(linked, libraries)
    templates = [] if env["platform"] == "linux" or env["tests"] else load_python(env, "platform/%s/detect.py" % env["platform"]).template(env, linked)
    return linked + fuzzers + templates


def fuzz_programs(env, objects):
    """One program for each tests/fuzz/fuzz_*.cpp: the whole engine without its tests, with libFuzzer's main() in place of ours."""
    tests = env.Dir(env["build_dir"] + "/tests").abspath + "/"
    engine = [item for item in objects if not item.abspath.startswith(tests) and not str(item).endswith("linux_main.o")]
    engine.append(env.Object("%s/tests/no_tests.cpp" % env["build_dir"]))
    programs = []
    target_env = env.Clone()
    target_env.Append(**env["mbedtls_settings"])  # Some look at a library's own types.
    for source in env.Glob("%s/tests/fuzz/fuzz_*.cpp" % env["build_dir"]):
        name = os.path.basename(str(source)).removesuffix(".cpp")
        programs += env.Program("#bin/fuzz/" + name, engine + [target_env.Object(source)], LINKFLAGS=env["LINKFLAGS"] + ["-fsanitize=fuzzer"])
    return programs
