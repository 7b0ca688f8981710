"""The engine as a client of TLS, with servers of others: Python's ssl, openssl, Node, nginx, and some that lie."""
import contextlib
import hashlib
import os
import shutil
import socket
import ssl
import struct
import subprocess
import threading

from programs import Program

HERE = os.path.dirname(os.path.abspath(__file__))
NODE_SERVER = """
const tls = require('tls'), fs = require('fs');
const server = tls.createServer({ key: fs.readFileSync('%s.key'), cert: fs.readFileSync('%s.chain.crt'), maxVersion: '%s' }, (socket) => socket.pipe(socket));
server.listen(0, '127.0.0.1', () => console.log('port ' + server.address().port));
"""
# StreamPeerTLS.Failure
PROTOCOL, REFUSED, LOST, EXPIRED, EARLY, MISMATCH, UNKNOWN, SELF_SIGNED, WEAK, BAD = range(1, 11)


def run_client(engine, port, *more, env=None):
    return Program(engine, "--headless", "-s", os.path.join(HERE, "tls_client.gd"), "--", "port=%s" % port, *more, env=env).wait()


class EchoServer:
    """Python's ssl, echoing; a connection a thread."""

    def __init__(self, certificates, name, version=None, client_ca=None, alpn=None):
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.set_ciphers("DEFAULT:@SECLEVEL=0")  # It shows weak certificates, too.
        self.context.load_cert_chain(certificates.path(name + ".chain.crt"), certificates.path(name + ".key"))
        if version:
            self.context.minimum_version = self.context.maximum_version = version
        if client_ca:
            self.context.verify_mode = ssl.CERT_REQUIRED
            self.context.load_verify_locations(client_ca)
        if alpn:
            self.context.set_alpn_protocols(alpn)
        self.names = []
        self.context.sni_callback = lambda connection, name, context: self.names.append(name)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                connection = self.listener.accept()[0]
            except OSError:
                return
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        with contextlib.suppress(OSError):
            with self.context.wrap_socket(connection, server_side=True) as stream:
                while data := stream.recv(65536):
                    stream.sendall(data)
        connection.close()

    def close(self):
        self.listener.close()

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        self.close()


def good_servers(engine, certificates, check, results):
    ca = "ca=" + certificates.path("ca.crt")
    for version, name in ((ssl.TLSVersion.TLSv1_2, "TLSv1.2"), (ssl.TLSVersion.TLSv1_3, "TLSv1.3")):
        with EchoServer(certificates, "good", version, alpn=["one"]) as server:
            lines = run_client(engine, server.port, ca, "times=3", "bytes=1000000", "alpn=two,one")
            opened = [line for line in lines if line.startswith("open ")]
            check("python server %s: everything comes back" % name, lines.count("echoed 1000000") == 3 and all(name in line for line in opened), lines)
            check("python server %s: the first connection is new, later ones resume" % name, [" resumed true" in line for line in opened] == [False, True, True], lines)
            check("python server %s: ALPN" % name, all(line.endswith("alpn one") for line in opened), lines)
            check("python server %s: it was told the name" % name, server.names[:1] == ["localhost"], server.names)
        with EchoServer(certificates, "good", version) as server:
            lines = run_client(engine, server.port, ca, "host=127.0.0.1")
            check("python server %s: an address is checked, and not told as a name" % name, "echoed 100000" in lines and server.names == [None], [lines, server.names])
        with EchoServer(certificates, "good", version, client_ca=certificates.path("ca.crt")) as server:
            lines = run_client(engine, server.port, ca, "key=" + certificates.path("client.key"), "cert=" + certificates.path("client.crt"))
            check("python server %s: a client certificate" % name, "echoed 100000" in lines, lines)
            lines = run_client(engine, server.port, ca, "bytes=0", "idle=1")
            # The system throws the alert away when the server closes with something of ours unread.
            check("python server %s: without one it refuses" % name, any(line.startswith(("failed 3 %d " % REFUSED, "failed 3 %d " % LOST, "failed 0 %d " % LOST)) for line in lines), lines)
    for version in ("-tls1_2", "-tls1_3"):
        server = Program("openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", certificates.path("good.crt"), "-key", certificates.path("good.key"), "-cert_chain", certificates.path("good.chain.crt"), version, "-rev", stdin=subprocess.PIPE)
        accept = server.wait_line("ACCEPT ")
        lines = run_client(engine, accept.rsplit(":", 1)[1], ca, "bytes=10", "line=1", "times=2")  # The ticket of 1.3 comes after the handshake: before the answer.
        check("s_server %s: connects, and resumes" % version, sum(line.startswith("open ") for line in lines) == 2 and " resumed true" in "".join(lines), lines)
        server.stop()
    if shutil.which("node"):
        for version in ("TLSv1.2", "TLSv1.3"):
            path = certificates.path("good")
            server = Program("node", "-e", NODE_SERVER % (path, path, version))
            lines = run_client(engine, server.wait_line("port "), ca, "times=2")
            check("node server %s: everything comes back, and the session is resumed" % version, lines.count("echoed 100000") == 2 and any(" resumed true" in line for line in lines), lines)
            server.stop()
    else:
        results.skip("node as server: it is not installed")


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


NGINX = """
worker_processes 1; daemon off; pid %(folder)s/nginx.pid; error_log %(folder)s/nginx.log; %(user)s
events {}
http {
    access_log off; default_type application/octet-stream; root %(folder)s/www;
    client_body_temp_path %(folder)s/body; proxy_temp_path %(folder)s/proxy; fastcgi_temp_path %(folder)s/fastcgi; uwsgi_temp_path %(folder)s/uwsgi; scgi_temp_path %(folder)s/scgi;
    ssl_certificate %(folder)s/good.chain.crt; ssl_certificate_key %(folder)s/good.key; ssl_session_cache shared:ours:1m;
    server { listen 127.0.0.1:%(old)d ssl; ssl_protocols TLSv1.2; }
    server { listen 127.0.0.1:%(new)d ssl; ssl_protocols TLSv1.3; ssl_early_data on; }
    server { listen 127.0.0.1:%(rsa)d ssl; ssl_protocols TLSv1.2 TLSv1.3; ssl_session_tickets off; ssl_certificate %(folder)s/rsa.crt; ssl_certificate_key %(folder)s/rsa.key; }
    server { listen 127.0.0.1:%(strict)d ssl; ssl_client_certificate %(folder)s/ca.crt; ssl_verify_client on; ssl_ciphers ECDHE-ECDSA-CHACHA20-POLY1305; }
    server { listen 127.0.0.1:%(expired)d ssl; ssl_certificate %(folder)s/expired.crt; ssl_certificate_key %(folder)s/expired.key; }
}
"""


def nginx_servers(engine, certificates, check, results):
    if not shutil.which("nginx"):
        return results.skip("nginx as TLS server: it is not installed")
    ports = {name: free_port() for name in ("old", "new", "rsa", "strict", "expired")}
    os.makedirs(certificates.path("www"), exist_ok=True)
    os.chmod(certificates.folder, 0o755)
    body = os.urandom(5000000)
    with open(certificates.path("www/big"), "wb") as out:
        out.write(body)
    with open(certificates.path("nginx.conf"), "w") as out:
        out.write(NGINX % dict(ports, folder=certificates.folder, user="user root;" if os.getuid() == 0 else ""))
    nginx = subprocess.Popen(["nginx", "-c", certificates.path("nginx.conf")], stderr=subprocess.DEVNULL)
    try:
        for _ in range(500):
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", ports["expired"]), 1).close()
                break
            threading.Event().wait(0.01)
        ca = "ca=" + certificates.path("ca.crt")
        wanted = "HTTP/1.1 200 body 5000000 " + hashlib.sha256(body).hexdigest()
        for name, version in (("old", "TLSv1.2"), ("new", "TLSv1.3"), ("rsa", "TLSv1.3")):
            lines = run_client(engine, ports[name], ca, "get=/big", "times=3", "alpn=http/1.1")
            opened = [line for line in lines if line.startswith("open ")]
            check("nginx, %s: 5 MB come whole, three times, with its goodbye" % name, lines.count(wanted) == 3 and all(version in line and line.endswith("alpn http/1.1") for line in opened), lines)
            check("nginx, %s: sessions are resumed" % name, [" resumed true" in line for line in opened] == [False, True, True], lines)
        identity = ("key=" + certificates.path("client.key"), "cert=" + certificates.path("client.crt"))
        check("nginx: a client certificate", wanted in run_client(engine, ports["strict"], ca, "get=/big", *identity))
        check("nginx: without one it answers 400", any(line.startswith("HTTP/1.1 400 ") for line in run_client(engine, ports["strict"], ca, "get=/big")))
        lines = run_client(engine, ports["expired"], ca, "get=/big")
        check("nginx: an expired certificate is refused", any(line.startswith("failed 3 %d " % EXPIRED) for line in lines), lines)
    finally:
        nginx.terminate()
        nginx.wait()


def bad_chains(engine, certificates, check):
    ca = "ca=" + certificates.path("ca.crt")
    cases = [("expired", EXPIRED, 3, "2020-01-01"), ("early", EARLY, 3, "2038-01-01"), ("wrong-name", MISMATCH, 4, "else.where, another.name"), ("strange", UNKNOWN, 3, "CN=strange-ca"), ("lonely", SELF_SIGNED, 3, "TLSOptions.client"), ("weak", WEAK, 3, "1024")]
    for version, version_name in ((ssl.TLSVersion.TLSv1_2, "1.2"), (ssl.TLSVersion.TLSv1_3, "1.3")):
        for name, failure, status, words in cases:
            with EchoServer(certificates, name, version) as server:
                lines = run_client(engine, server.port, ca)
                check("%s %s: refused, and why" % (name, version_name), any(line.startswith("failed %d %d " % (status, failure)) and words in line for line in lines), lines)
    with EchoServer(certificates, "wrong-name") as server:
        check("an override names whom to expect", "echoed 100000" in run_client(engine, server.port, ca, "override=else.where"))
    with EchoServer(certificates, "lonely") as server:
        check("an unsafe client takes anything", "echoed 100000" in run_client(engine, server.port, "unsafe=1"))
        check("a certificate that signed itself can be trusted", "echoed 100000" in run_client(engine, server.port, "ca=" + certificates.path("lonely.crt")))
    with EchoServer(certificates, "good") as server:
        lines = run_client(engine, server.port)
        check("the system does not know our authority", any(line.startswith("failed 3 %d " % UNKNOWN) or "ca-certificates" in line for line in lines), lines)
        lines = run_client(engine, server.port, env=dict(os.environ, SSL_CERT_FILE=certificates.path("ca.crt")))
        check("with it among the system's, no options are needed", "echoed 100000" in lines, lines)


def record_server_flight(certificates):
    """What a server of TLS 1.3 sends first to some client; another client gets it as a lie."""
    client_out, server_out = ssl.MemoryBIO(), ssl.MemoryBIO()
    server_in = ssl.MemoryBIO()
    client = ssl.create_default_context(cafile=certificates.path("ca.crt")).wrap_bio(ssl.MemoryBIO(), client_out, server_hostname="localhost")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificates.path("good.chain.crt"), certificates.path("good.key"))
    server = context.wrap_bio(server_in, server_out, server_side=True)
    for side in (client, server):
        with contextlib.suppress(ssl.SSLWantReadError):
            side.do_handshake()
        server_in.write(client_out.read())
    return server_out.read()


def bad_servers(engine, certificates, check):
    flight = record_server_flight(certificates)
    answers = [flight[:at] for at in range(0, len(flight), 211)] + [b"HTTP/1.1 400 Bad Request\r\n\r\n", os.urandom(3000), flight, b"\x15\x03\x03\x00\x02\x02\x28", b"\x16\x03\x03\x40\x00" + b"\x00" * 0x4000]
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        for answer in answers:
            connection = listener.accept()[0]
            connection.settimeout(5)
            with contextlib.suppress(OSError):
                connection.recv(4096)
                connection.sendall(answer)
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(4096):
                    pass
            connection.close()

    threading.Thread(target=serve, daemon=True).start()
    lines = run_client(engine, listener.getsockname()[1], "ca=" + certificates.path("ca.crt"), "times=%d" % len(answers))
    failed = [line for line in lines if line.startswith("failed 3 ")]
    check("servers that die or lie at any byte are told as such", len(failed) == len(answers) and all(line.split()[2] in ("1", "2", "3") for line in failed), lines)
    check("and print no errors", not any("ERROR" in line for line in lines), lines)
    listener.close()


def leaks(engine, certificates, check):
    """Every prefix of a handshake, then an end, a reset, silence or nonsense, to all classes that speak TLS."""
    flight = record_server_flight(certificates)
    listener = socket.create_server(("127.0.0.1", 0))
    silent = []

    def serve():
        turn = 0
        while True:
            try:
                connection = listener.accept()[0]
            except OSError:
                return
            # 37 and the four ends have no common divisor with the four classes that come in turn.
            at, end = turn * 37 % len(flight), turn // 4 % 4
            turn += 1
            with contextlib.suppress(OSError):
                connection.sendall(flight[:at] + (os.urandom(300) if end == 3 else b""))
                if end == 0:
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            if end == 2:
                silent.append(connection)
                del silent[:-50]
            else:
                connection.close()

    threading.Thread(target=serve, daemon=True).start()
    lines = Program(engine, "--headless", "--max-fps", "1000", "-s", os.path.join(HERE, "tls_leaks.gd"), "--", str(listener.getsockname()[1]), certificates.path("ca.crt"), "160", "4").wait()
    listener.close()
    rounds = [[int(word) for word in line.split()[1:]] for line in lines if line.startswith("round ")]
    check("servers that die, stall and lie at every step leave no descriptors and objects behind", len(rounds) == 4 and rounds[1][:2] == rounds[2][:2] == rounds[3][:2], lines[-8:])
    check("nor memory", len(rounds) == 4 and rounds[3][2] - rounds[1][2] < 16384 and rounds[3][3] - rounds[1][3] < 512, rounds)


def test_our_client(engine, certificates, results):
    good_servers(engine, certificates, results.check, results)
    nginx_servers(engine, certificates, results.check, results)
    bad_chains(engine, certificates, results.check)
    bad_servers(engine, certificates, results.check)
    leaks(engine, certificates, results.check)
