"""Tool chain of the browser build: Emscripten 3.1.6 (Debian 12) and newer."""
import shutil
import sys

import build_tools


def configure(env):
    if not shutil.which("em++"):
        build_tools.fail("platform=web needs Emscripten: run thirdparty/install.sh web")
    env["CC"], env["CXX"], env["AR"], env["RANLIB"] = "emcc", "em++", "emar", "emranlib"
    env["program_suffix"] = ".js"  # The page loads this; the .wasm lies beside it.
    # Debian's Emscripten looks for its JavaScript packages here when node comes from elsewhere.
    env["ENV"].setdefault("NODE_PATH", "/usr/share/nodejs")
    env.Append(CPPDEFINES=["WEB_ENABLED", "UNIX_ENABLED"])
    if env["target"] == "release":
        env["CCFLAGS"] = ["-Os" if flag == "-O2" else flag for flag in env["CCFLAGS"]]
        env.Append(LINKFLAGS=["-Os"])
    env.Append(
        LINKFLAGS=[
            "-sENVIRONMENT=web",
            "-sMODULARIZE=1",
            "-sEXPORT_ES6=1",
            "-sEXPORT_NAME=createEstragon",
            "-sALLOW_MEMORY_GROWTH=1",
            "-sFORCE_FILESYSTEM=1",
            "-sEXPORTED_RUNTIME_METHODS=FS,callMain",
            "-sEXPORTED_FUNCTIONS=_main,_estragon_iteration",
            "-sINVOKE_RUN=0",
            "-sSTACK_OVERFLOW_CHECK=0",
            "-sTOTAL_STACK=1048576",
        ]
    )
    env["js_libraries"] = ["#platform/web/library_estragon_loop.js", "#platform/web/library_estragon_ui.js"]


def template(env, linked):
    """bin/estragon.web.zip, for the exporter. Debug builds have another name and make none."""
    engine = linked[0].abspath
    if env["size_report"]:
        reporter = env.File("#platform/web/size_report.py").abspath
        env.AddPostAction(linked[0], [[sys.executable, reporter, env.Dir(env["build_dir"]).abspath, engine, engine.removesuffix(".js") + ".wasm"]])
    if env["target"] != "release":
        return []
    maker = env.File("#platform/web/make_template.py").abspath
    parts = env.Glob("#platform/web/template/*", strings=False) + env.Glob("#core/scene/gui/viewer/*.js", strings=False) + [env.File("#core/object/known/known_classes.facts")]
    archive = env.Command("#bin/estragon.web.zip", linked + parts + [maker], [[sys.executable, maker, "$TARGET", engine, engine.removesuffix(".js") + ".wasm"]])
    env.Depends(archive, linked[0].sources)  # The script often stays the same when the engine beside it changes.
    return archive
