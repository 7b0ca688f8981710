#!/usr/bin/env python3
"""Runs the Autobahn test suite against the engine, as WebSocketServer, as TCPServer with accept_stream(), and as client.

    autobahn.py ENGINE [--wstest PATH] [--install] [--all] [--cases PATTERN...] [--roles ROLE...]      ends with "N passed, N failed", or with "N skipped"

wstest comes from a package for Python 2.7, which Debian 12 has no more; PATH defaults to $WSTEST or `wstest`. --install puts the package into
build/autobahn where there is a Python 2.7 (python2.7, or one of pyenv's). Without wstest the test is skipped. Every case must be OK or
informational, none merely non-strict. --all adds the long cases 12.* and 13.* (compression, a thousand messages each: 10 to 20 minutes a role on a
quiet machine), which are judged group by group; `--all --cases "12.*" "13.*"` runs these alone. --roles chooses among server, stream and client. As
wstest listens on every interface, the client's part runs in a network namespace of its own where that is allowed.
"""
import argparse
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))
from programs import Program  # noqa: E402

PARSER = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
PARSER.add_argument("engine")
PARSER.add_argument("--wstest", default=os.environ.get("WSTEST") or shutil.which("wstest"))
PARSER.add_argument("--install", action="store_true")
PARSER.add_argument("--all", action="store_true")
PARSER.add_argument("--cases", nargs="+", default=["*"], help="e.g. 12.* 13.*")
PARSER.add_argument("--roles", nargs="+", choices=["server", "stream", "client"], default=["server", "stream", "client"])
PARSER.add_argument("--client-part", nargs=2, help=argparse.SUPPRESS)
OPTIONS = PARSER.parse_args()
PACKAGES = ["autobahntestsuite==25.10.1", "wsaccel==0.6.3"]
FOLDER = os.path.join(os.path.dirname(os.path.dirname(HERE)), "build", "autobahn")
ENGINE = os.path.abspath(OPTIONS.engine)
LIMIT = 3600 if OPTIONS.all else 400
LONG = {"12.*": ["12.%d.*" % i for i in range(1, 6)], "13.*": ["13.%d.*" % i for i in range(1, 8)]}
CLIENT_PORT = 9001
totals = {"passed": 0, "failed": 0}


def install_wstest():
    """Path of a wstest in build/autobahn; None where there is no Python 2.7 or no way to the package."""
    wstest = os.path.join(FOLDER, "wstest")
    pyenv = os.environ.get("PYENV_ROOT") or os.path.expanduser("~/.pyenv")
    pythons = glob.glob(os.path.join(pyenv, "versions", "2.7.*", "bin", "python2.7"))
    python = pythons[0] if pythons else shutil.which("python2.7")
    if os.path.exists(wstest) or python is None:
        return wstest if python else None
    if subprocess.run([python, "-m", "pip", "install", "-q", "--target", FOLDER, *PACKAGES]).returncode != 0:
        return None
    with open(wstest, "w") as out:
        out.write("#!%s\nimport site\nsite.addsitedir(%r)\nfrom autobahntestsuite.wstest import run\nrun()\n" % (python, FOLDER))
    os.chmod(wstest, 0o755)
    return wstest


def make_groups():
    """(wanted, unwanted) cases of each run of wstest, which tells nothing before its end."""
    if not OPTIONS.all:
        return [(OPTIONS.cases, list(LONG))]
    wanted = OPTIONS.cases if OPTIONS.cases != ["*"] else ["*", *LONG]
    groups = [(["*"], list(LONG))] if "*" in wanted else []
    return groups + [([part], []) for name in wanted if name != "*" for part in LONG.get(name, [name])]


def script(name, *args):
    return [ENGINE, "--headless", "-s", os.path.join(HERE, name), "--", *args]


def write_spec(folder, group, **more):
    path = os.path.join(folder, "spec.json")
    with open(path, "w") as out:
        json.dump(dict(more, **{"cases": group[0], "exclude-cases": group[1], "exclude-agent-cases": {}}, outdir=os.path.join(folder, "report")), out)
    return path


def judge(role, folder):
    path = os.path.join(folder, "report", "index.json")
    if not os.path.exists(path):
        totals["failed"] += 1
        print("FAIL %s: wstest wrote no report" % role)
        return
    for cases in json.load(open(path)).values():
        for name, result in sorted(cases.items()):
            good = all(result[key] in ("OK", "INFORMATIONAL") for key in ("behavior", "behaviorClose"))
            totals["passed" if good else "failed"] += 1
            if not good:
                print("FAIL %s: case %s is %s, its close %s" % (role, name, result["behavior"], result["behaviorClose"]))


def test_server(role, name, group):
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(script(name), stdout=subprocess.PIPE, text=True)
        try:
            port = server.stdout.readline().split()[-1]
            spec = write_spec(folder, group, servers=[{"agent": "engine", "url": "ws://127.0.0.1:" + port}])
            subprocess.run([OPTIONS.wstest, "-m", "fuzzingclient", "-s", spec], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=LIMIT)
        except subprocess.TimeoutExpired:
            pass  # There is no report then.
        finally:
            server.terminate()
            server.wait(10)
        judge(role, folder)


def client_part(folder, group):
    subprocess.run(["ip", "link", "set", "lo", "up"], stderr=subprocess.DEVNULL)
    spec = write_spec(folder, group, url="ws://127.0.0.1:%d" % CLIENT_PORT)
    wstest = Program(OPTIONS.wstest, "-m", "fuzzingserver", "-s", spec, env=dict(os.environ, PYTHONUNBUFFERED="1"))
    try:
        wstest.wait_line("Cases")  # The last line, before the first client can come.
        subprocess.run(script("autobahn_client.gd", "ws://127.0.0.1:%d" % CLIENT_PORT), timeout=LIMIT)
    finally:
        wstest.stop()


def test_client(group):
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, os.path.abspath(__file__), ENGINE, "--wstest", OPTIONS.wstest, "--client-part", folder, json.dumps(group)] + (["--all"] if OPTIONS.all else [])
        isolated = subprocess.run(["unshare", "-n", "true"], stderr=subprocess.DEVNULL).returncode == 0
        subprocess.run((["unshare", "-n"] if isolated else []) + command)
        judge("client", folder)


if OPTIONS.client_part:
    client_part(OPTIONS.client_part[0], json.loads(OPTIONS.client_part[1]))
    sys.exit(0)
if not OPTIONS.wstest and OPTIONS.install:
    OPTIONS.wstest = install_wstest()
if not OPTIONS.wstest:
    print("There is no wstest here (see --help).")
    print("%d skipped" % len(OPTIONS.roles))
    sys.exit(0)
TESTS = {
    "server": lambda group: test_server("server", "autobahn_server.gd", group),
    "stream": lambda group: test_server("stream", "autobahn_stream_server.gd", group),
    "client": test_client,
}
for wanted_cases in make_groups():
    for role_name, test in TESTS.items():
        if role_name in OPTIONS.roles:
            test(wanted_cases)
            if OPTIONS.all:
                print("%s %s: %d passed, %d failed so far" % (role_name, " ".join(wanted_cases[0]), totals["passed"], totals["failed"]), flush=True)
print("%(passed)d passed, %(failed)d failed" % totals)
sys.exit(1 if totals["failed"] else 0)
