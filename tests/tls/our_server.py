"""The engine as a server of TLS, with clients of others."""
import os
import select
import shutil
import socket
import ssl
import struct
import subprocess
import time

from programs import LIMIT, Program

HERE = os.path.dirname(os.path.abspath(__file__))
NODE_CLIENT = """
const tls = require('tls'), fs = require('fs');
const socket = tls.connect({ port: %s, host: '127.0.0.1', servername: 'localhost', ca: fs.readFileSync('%s'), maxVersion: '%s' }, () => {
    console.log('authorized ' + socket.authorized + ' ' + socket.getProtocol());
    socket.write('x'.repeat(100000));
});
let count = 0;
socket.on('data', (data) => { count += data.length; if (count == 100000) { console.log('echoed'); socket.end(); } });
socket.on('error', (error) => console.log('error ' + error.message));
"""


def start(engine, certificates, name, *more):
    path = certificates.path(name)
    program = Program(engine, "--headless", "-s", os.path.join(HERE, "tls_server.gd"), "--", "key=%s.key" % path, "cert=%s.chain.crt" % path, *more)
    return program, program.wait_line("port ")


def s_client(port, *more, text="hello\n", ca=None, until=None):
    """What openssl's client says when it sends text and ends once the answer, or what `until` names, is there."""
    command = ["openssl", "s_client", "-connect", "127.0.0.1:%s" % port, *more]
    if ca:
        command += ["-CAfile", ca, "-verify_return_error", "-verify_hostname", "localhost"]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    child.stdin.write(text.encode())
    child.stdin.flush()
    wanted, said, give_up = (until or text.strip()).encode(), b"", time.monotonic() + LIMIT
    while wanted not in said and time.monotonic() < give_up and select.select([child.stdout], [], [], LIMIT)[0]:
        piece = os.read(child.stdout.fileno(), 65536)
        if not piece:
            break
        said += piece
    try:
        return (said + child.communicate(timeout=LIMIT)[0]).decode(errors="replace")
    except subprocess.TimeoutExpired:
        child.kill()
        return (said + child.communicate()[0]).decode(errors="replace") + "\nended after its time"


def context_for(certificates, version=None):
    context = ssl.create_default_context(cafile=certificates.path("ca.crt"))
    if version:
        context.minimum_version = context.maximum_version = version
    return context


def connect(port, context, session=None, name="localhost"):
    return context.wrap_socket(socket.create_connection(("127.0.0.1", int(port)), LIMIT), server_hostname=name, session=session)


def echo(stream, size):
    data = os.urandom(size)
    back = b""
    sent = 0
    stream.settimeout(LIMIT)
    while len(back) < size:
        if sent < size:
            sent += stream.send(data[sent:sent + 30000])
        part = stream.recv(65536)
        if not part:
            break
        back += part
    return back == data


def openssl_clients(port, certificates, check):
    ca = certificates.path("ca.crt")
    for version, name in (("-tls1_2", "TLSv1.2"), ("-tls1_3", "TLSv1.3")):
        text = s_client(port, version, ca=ca)
        check("s_client %s: verified, echoed" % name, "Verification: OK" in text and "\nhello\n" in text and name in text, text)
        saved = certificates.path("session" + version)
        s_client(port, version, "-sess_out", saved, ca=ca)
        text = s_client(port, version, "-sess_in", saved, ca=ca)
        check("s_client %s: a session is resumed" % name, "Reused, " + name in text and "\nhello\n" in text, text)
        text = s_client(port, version, "-max_send_frag", "512", text="y" * 4000 + "\n", ca=ca)
        check("s_client %s: small records" % name, "y" * 4000 in text, text)
    for cipher in ("ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-ECDSA-AES128-SHA256", "ECDHE-ECDSA-AES256-SHA384"):
        text = s_client(port, "-tls1_2", "-cipher", cipher, ca=ca)
        check("s_client: " + cipher, "Cipher is " + cipher in text and "\nhello\n" in text, text)
    for cipher in ("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"):
        text = s_client(port, "-tls1_3", "-ciphersuites", cipher, ca=ca)
        check("s_client: " + cipher, "Cipher is " + cipher in text and "\nhello\n" in text, text)
    for group in ("X25519", "P-256", "P-384"):
        text = s_client(port, "-groups", group, ca=ca)
        check("s_client: group " + group, "\nhello\n" in text, text)
    for refused in (["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"], ["-tls1_2", "-cipher", "AES128-SHA256"], ["-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-SHA"]):
        text = s_client(port, *refused)
        check("s_client: %s is refused" % " ".join(refused), "Cipher is (NONE)" in text and "handshake failure" in text.lower() or "alert protocol version" in text or "no protocols available" in text, text)
    text = s_client(port, "-tls1_2", text="R\n", ca=ca, until="no renegotiation")
    check("s_client: renegotiation is refused", "no renegotiation" in text.lower(), text)


def other_clients(port, certificates, check, results):
    ca = certificates.path("ca.crt")
    for version in ("1.2", "1.3"):
        command = ["curl", "-sS", "--max-time", str(LIMIT), "--cacert", ca, "--tlsv" + version, "--tls-max", version, "-w", "%{ssl_verify_result} %{size_download}", "-o", "/dev/null", "https://localhost:%s/bytes/20000000" % port]
        done = subprocess.run(command, capture_output=True, text=True)
        check("curl %s: 20 MB" % version, done.stdout == "0 20000000", done.stdout + done.stderr)
    for version, name in ((ssl.TLSVersion.TLSv1_2, "1.2"), (ssl.TLSVersion.TLSv1_3, "1.3")):
        context = context_for(certificates, version)
        with connect(port, context) as stream:
            check("python %s: 3 MB come back" % name, echo(stream, 3000000))
            session = stream.session
        with connect(port, context, session) as stream:
            check("python %s: a session is resumed" % name, stream.session_reused and echo(stream, 10))
        with connect(port, context) as stream:
            stream.sendall(b"last")
            try:
                stream.unwrap()
                good = True
            except (OSError, ValueError) as error:
                good = "close notify" in str(error) or "application data" in str(error)  # The echo may come before the goodbye.
            check("python %s: a goodbye is answered" % name, good)
    if shutil.which("node"):
        for version in ("TLSv1.2", "TLSv1.3"):
            text = subprocess.run(["node", "-e", NODE_CLIENT % (port, ca, version)], capture_output=True, text=True, timeout=LIMIT).stdout
            check("node %s: verified, echoed" % version, "authorized true " + version in text and "echoed" in text, text)
    else:
        results.skip("node as client: it is not installed")


def counts(port, certificates):
    """(open descriptors, objects) of the server, once all earlier connections are gone."""
    last = None
    for _ in range(100):
        with connect(port, context_for(certificates)) as stream:
            stream.sendall(b"GET /counts HTTP/1.1\r\n\r\n")
            text = b""
            while part := stream.recv(4096):
                text += part
        now = tuple(int(number) for number in text.split(b"\r\n\r\n")[1].split())
        if now == last:
            return now
        last = now
        time.sleep(0.1)  # The server has no way to tell that connections are gone; it is asked until two answers agree.
    return last


def client_hello(certificates):
    outgoing = ssl.MemoryBIO()
    client = context_for(certificates).wrap_bio(ssl.MemoryBIO(), outgoing, server_hostname="localhost")
    try:
        client.do_handshake()
    except ssl.SSLWantReadError:
        pass
    return outgoing.read()


def bad_clients(port, certificates, check):
    before = counts(port, certificates)
    hello = client_hello(certificates)
    stalled = []
    for at in range(0, len(hello) + 1, 7):
        bad = socket.create_connection(("127.0.0.1", int(port)), LIMIT)
        bad.sendall(hello[:at])
        if at % 3 == 0:
            bad.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # Closes with a reset.
            bad.close()
        elif at % 3 == 1:
            bad.close()
        else:
            stalled.append(bad)
    for junk in (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"\x16\x03\x01\xff\xff" + b"x" * 1000, b"\x80\x2e\x01\x03\x01", os.urandom(5000), hello[:43] + os.urandom(len(hello) - 43), hello + b"\x15\x03\x03\x00\x02\x02\x28", hello + b"\x17\x03\x03\x00\x10" + b"z" * 16):
        bad = socket.create_connection(("127.0.0.1", int(port)), LIMIT)
        bad.sendall(junk)
        bad.settimeout(LIMIT)
        try:
            while bad.recv(4096):
                pass
            ended = True
        except ConnectionError:
            ended = True
        except socket.timeout:
            ended = False
        check("a client that sends %r... is cut off" % junk[:6], ended)
        bad.close()
    with connect(port, context_for(certificates)) as stream:
        check("others are served meanwhile", echo(stream, 1000))
    for bad in stalled:
        bad.close()
    after = counts(port, certificates)
    check("clients that die, stall and lie leave no descriptors and objects behind", after == before, "%s before, %s after" % (before, after))


def crowd(port, certificates, check):
    """Many at once, each served."""
    context = context_for(certificates)
    raw = [socket.create_connection(("127.0.0.1", int(port)), LIMIT) for _ in range(200)]
    hellos = []
    for connection in raw:
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        client = context.wrap_bio(incoming, outgoing, server_hostname="localhost")
        try:
            client.do_handshake()
        except ssl.SSLWantReadError:
            connection.sendall(outgoing.read())
        hellos.append((connection, client, incoming, outgoing))
    good = 0
    for connection, client, incoming, outgoing in hellos:
        connection.settimeout(LIMIT)
        done = False
        while not done:
            try:
                client.do_handshake()
                done = True
            except ssl.SSLWantReadError:
                connection.sendall(outgoing.read())
                part = connection.recv(65536)
                if not part:
                    break
                incoming.write(part)
        connection.sendall(outgoing.read())
        good += done
    for connection in raw:
        connection.close()
    check("200 handshakes at once all succeed", good == 200, good)


def special_servers(engine, certificates, check):
    ca = certificates.path("ca.crt")
    server, port = start(engine, certificates, "rsa", "alpn=two,one", "host=other.test,%s.key,%s.crt" % (certificates.path("host"), certificates.path("host")))
    for version in ("-tls1_2", "-tls1_3"):
        text = s_client(port, version, "-alpn", "one,two", ca=ca)
        check("RSA %s: verified, ALPN agreed" % version, "Verification: OK" in text and "ALPN protocol: two" in text, text)
        text = s_client(port, version, "-servername", "other.test")
        check("%s: the certificate is that of the name asked for" % version, "CN = host" in text, text)
        text = s_client(port, version, "-servername", "unknown.test")
        check("%s: unknown names get the first certificate" % version, "CN = rsa" in text, text)
    server.stop()
    server, port = start(engine, certificates, "good", "client_ca=" + ca)
    for version in ("-tls1_2", "-tls1_3"):
        text = s_client(port, version, "-cert", certificates.path("client.crt"), "-key", certificates.path("client.key"), ca=ca)
        check("%s: a client with a certificate comes in" % version, "\nhello\n" in text, text)
        text = s_client(port, version, ca=ca)
        check("%s: a client without one does not" % version, "alert" in text, text)
        text = s_client(port, version, "-cert", certificates.path("strange.crt"), "-key", certificates.path("strange.key"), ca=ca)
        check("%s: nor one with a certificate of others" % version, "alert unknown ca" in text, text)
    lines = server.stop()
    check("the server says why it refused", any(line.startswith("end 3 10 ") for line in lines) and any(line.startswith("end 3 7 ") for line in lines), lines)
    server, port = start(engine, certificates, "good", "new_key=%s.key" % certificates.path("rsa"), "new_cert=%s.crt" % certificates.path("rsa"))
    old = connect(port, context_for(certificates))
    with connect(port, context_for(certificates)) as stream:
        stream.sendall(b"GET /reload HTTP/1.1\r\n\r\n")
        stream.recv(4096)
    with connect(port, context_for(certificates)) as stream:
        check("a certificate that was loaded again is shown to new clients", stream.getpeercert()["subject"][0][0][1] == "rsa", stream.getpeercert())
    check("and those who were there stay", echo(old, 1000))
    old.close()
    server.stop()


def test_our_server(engine, certificates, results):
    server, port = start(engine, certificates, "good")
    results.check("the server listens", port, server.lines)
    openssl_clients(port, certificates, results.check)
    other_clients(port, certificates, results.check, results)
    bad_clients(port, certificates, results.check)
    crowd(port, certificates, results.check)
    lines = server.stop()
    results.check("the server prints no errors for what clients do", not any(line.startswith("ERROR") for line in lines), [line for line in lines if "ERROR" in line][:5])
    special_servers(engine, certificates, results.check)
