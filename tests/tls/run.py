#!/usr/bin/env python3
"""TLS against programs that we did not write: openssl, curl, nginx, Python's ssl, Node's tls, and peers that die, stall or lie.

    run.py ENGINE      ends with "N passed, N failed, N skipped"
"""
import os
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.path.insert(0, os.path.join(HERE, "..", "support"))
if sys.executable != "/usr/bin/python3" and os.path.exists("/usr/bin/python3"):
    os.execv("/usr/bin/python3", ["/usr/bin/python3"] + sys.argv)  # Where Debian's python3-websockets is.

from authority import Authority  # noqa: E402
from our_client import test_our_client  # noqa: E402
from our_server import test_our_server  # noqa: E402
from programs import Results  # noqa: E402
from wss import test_wss  # noqa: E402


def main():
    engine = os.path.abspath(sys.argv[1])
    results = Results()
    with tempfile.TemporaryDirectory() as folder:
        certificates = Authority(folder)
        certificates.make("good", issuer="middle")
        certificates.make("rsa", key="2048")
        certificates.make("host", names="DNS:other.test,DNS:*.below.test")
        certificates.make("client", names="DNS:someone")
        certificates.make("expired", start="20190101000000Z", end="20200101000000Z")
        certificates.make("early", start="20380101000000Z", end="20400101000000Z")
        certificates.make("wrong-name", names="DNS:else.where,DNS:another.name")
        certificates.make("strange", issuer="strange-ca")
        certificates.make("lonely", issuer=None)
        certificates.make("weak", key="1024")
        test_our_server(engine, certificates, results)
        test_our_client(engine, certificates, results)
        test_wss(engine, certificates, results)
    print(results.summary())
    sys.exit(1 if results.failed else 0)


main()
