"""Tool chain of the Linux build: gcc 12 or clang 14 and newer."""
import shutil


def configure(env):
    if env["use_llvm"]:
        env["CC"], env["CXX"] = "clang", "clang++"
    env.Append(CPPDEFINES=["LINUX_ENABLED", "UNIX_ENABLED"])
    env.Append(LINKFLAGS=["-Wl,--gc-sections"])
    if shutil.which("ld.lld"):
        env.Append(LINKFLAGS=["-fuse-ld=lld"])
    if env["target"] == "release" and not env["sanitize"] and not env["symbols"]:
        env.Append(LINKFLAGS=["-s"])
        # Nothing unwinds through frames without exceptions; the tables are a tenth of the binary. symbols=yes keeps them for profilers.
        env.Append(CCFLAGS=["-fno-asynchronous-unwind-tables"])
    if not env["sanitize"]:
        # A binary of its own runs on older systems, and start-up does not resolve the thousands of symbols of a shared libstdc++.
        env.Append(LINKFLAGS=["-static-libstdc++", "-static-libgcc"])
    env.Append(LIBS=["z", "zstd", "pthread"])
    env["_LIBFLAGS"] = "-l:libminizip.a -l:libpng16.a " + env["_LIBFLAGS"]  # Into the binary: few servers have these libraries.
