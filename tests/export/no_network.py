"""What programs are told whom the system does not let use the network."""
import os
import shutil
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
LIMIT = 120
WORDS = ["websocket true The system does not let this program use the network.", "permissions/internet=true", "name true The system", "tcp server true", "udp server true"]


def check(results, tmp, *engine):
    """engine: the command that runs a script which is named behind it."""
    launcher = str(tmp / "no_network")
    built = subprocess.run(["cc", "-O1", "-o", launcher, os.path.join(HERE, "no_network.c")], capture_output=True, text=True)
    results.check("the launcher compiles", built.returncode == 0, built.stderr)
    shutil.copy(os.path.join(HERE, "forbidden.gd"), tmp)
    done = subprocess.run([launcher, *map(str, engine), str(tmp / "forbidden.gd")], capture_output=True, text=True, timeout=LIMIT)
    results.check("without the network each class says why, and what to set", done.returncode == 0 and all(word in done.stdout for word in WORDS), done.stdout + done.stderr)
