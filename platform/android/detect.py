"""Tool chain of the Android build: the NDK's clang where ANDROID_NDK_ROOT names one (bionic), else Zig's as a static musl executable."""
import glob
import os
import sys

import build_tools

API_LEVEL = 24  # Android 7.0.
ARCHITECTURES = {"arm64": "aarch64", "x86_64": "x86_64"}


def configure(env):
    machine = ARCHITECTURES[env["arch"]]
    root = os.environ.get("ANDROID_NDK_ROOT")
    if root:
        configure_ndk(env, root, machine)
    else:
        configure_zig(env, machine)
    env.Append(CPPDEFINES=["ANDROID_ENABLED", "UNIX_ENABLED"])
    env.Append(LINKFLAGS=["-Wl,--gc-sections"])
    if env["target"] == "release" and not env["symbols"]:
        env.Append(LINKFLAGS=["-s"], CCFLAGS=["-fno-asynchronous-unwind-tables"])


def configure_ndk(env, root, machine):
    folders = glob.glob(os.path.join(root, "toolchains", "llvm", "prebuilt", "*", "bin"))
    if not folders:
        build_tools.fail("ANDROID_NDK_ROOT=%s has no toolchains/llvm/prebuilt; name the folder of an NDK, or unset it to build with Zig" % root)
    compiler = os.path.join(folders[0], "%s-linux-android%d-clang" % (machine, API_LEVEL))
    env["CC"], env["CXX"] = compiler, compiler + "++"
    env.Append(LINKFLAGS=["-pie", "-static-libstdc++", "-Wl,-z,max-page-size=16384"], CCFLAGS=["-fPIE"])


def configure_zig(env, machine):
    """ccache tells compilers by their files, so each of Zig's roles gets a script of its own."""
    build_tools.fetch(env, "zig")
    tool = env.File("#thirdparty/zig/src/ziglang/zig").abspath
    for name, role in (("CC", "cc"), ("CXX", "c++"), ("AR", "ar"), ("RANLIB", "ranlib")):
        target = " -target %s-linux-musl" % machine if role.startswith("c") else ""
        script = env.File("#build/tools/zig-%s-%s" % (machine, role)).abspath
        build_tools.write_script(script, '#!/bin/sh\nexec "%s" %s%s "$@"\n' % (tool, role, target))
        env[name] = script
    env["ENV"]["CCACHE_COMPILERTYPE"] = "clang"
    # Its own checks of undefined behaviour are for debugging only; pages of 16 KiB are what newer devices have.
    env.Append(CCFLAGS=["-fno-sanitize=undefined"], LINKFLAGS=["-static", "-Wl,-z,max-page-size=16384"])


def template(env, linked):
    """bin/estragon.android.zip: this engine, and those of other architectures that were built before, with the Java side. Only of release builds, as for the web."""
    if env["target"] != "release":
        return []
    build_tools.fetch(env, "android")
    maker = env.File("#platform/android/make_template.py").abspath
    sources = [env.File(path) for path in glob.glob(env.Dir("#platform/android/java").abspath + "/*/estragon/shell/*.java") if "/test/" not in path]
    engines = {env["arch"]: linked[0].abspath}
    for arch in ARCHITECTURES:
        other = env.File(build_tools.program_name(env).replace("." + env["arch"], "." + arch)).abspath
        if os.path.exists(other):
            engines.setdefault(arch, other)
    words = ["%s=%s" % pair for pair in sorted(engines.items())]
    command = [[sys.executable, maker, "$TARGET", env.Dir(env["build_dir"] + "/java").abspath] + words]
    return env.Command("#bin/estragon.android.zip", [linked[0], maker] + sources, command)
