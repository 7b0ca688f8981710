"""Sessions that are resumed, between processes: a proxy in between breaks their connection, or one of them is killed."""
import socket
import threading

CALLS = 600


class Proxy:
    """Passes on what comes over each connection, until it is cut."""

    def __init__(self, target):
        self.target = target
        self.pairs = []
        self.lock = threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                client.close()
                continue
            with self.lock:
                self.pairs.append((client, server))
            for one, other in ((client, server), (server, client)):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                threading.Thread(target=self.pass_on, args=(one, other), daemon=True).start()

    @staticmethod
    def pass_on(one, other):
        try:
            while data := one.recv(4096):
                other.sendall(data)
        except OSError:
            pass
        for end in (one, other):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def cut(self):
        with self.lock:
            pairs, self.pairs = self.pairs, []
        for pair in pairs:
            for end in pair:
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass

    def close(self):
        self.listener.close()
        self.cut()


def serve(start, port, grace, calls, *tls):
    """The server and the port that it listens on."""
    host = start("ours", "resume.gd", "server", port, grace, str(calls), *tls)
    return host, int(host.wait_line("listening") or 0)


def breaks(start, results, label, server_tls=(), client_tls=()):
    """The connection breaks in the middle of the calls of both sides."""
    host, port = serve(start, 0, "20", CALLS, *server_tls)
    proxy = Proxy(port)
    client = start("ours", "resume.gd", "a", proxy.port, "20", str(CALLS), *client_tls)
    problem = "" if port else "the server does not listen"
    for sent in range(120, CALLS, 120):
        if not problem and client.wait_line("sent %d" % sent) is None:
            problem = "the client never got to %d: %s" % (sent, client.lines)
        proxy.cut()
    for program in (host, client):
        if not problem and program.wait_line("all came") is None:
            problem = "calls are missing: %s" % program.lines
    for program in (host, client):
        program.process.kill()
    lines = host.wait() + client.wait()
    bad = [line for line in lines if "WRONG" in line or "ERROR" in line or line.startswith(("disconnected", "lost"))]
    resumed = [sum(line == "resumed 1 true" for line in program.lines) for program in (host, client)]
    results.check("resume%s: broken %d times, every call comes once and in order, and the score goes on" % (label, CALLS // 120 - 1), not problem and not bad, problem or bad)
    results.check("resume%s: both sides tell of it and keep the peer" % label, min(resumed) >= 1 and resumed[0] == resumed[1], (resumed, lines))
    proxy.close()


def killed_client(start, results):
    host, port = serve(start, 0, "0.5", 100000)
    client = start("ours", "resume.gd", "a", port, "0.5", "100000")
    came = client.wait_line("sent 60")
    client.process.kill()
    suspended = host.wait_line("suspended")
    gone = host.wait_line("disconnected")
    again = start("ours", "resume.gd", "a", port, "0.5", "100000")
    connected = host.wait_line("connected")
    for program in (host, client, again):
        program.process.kill()
    lines = host.wait()
    results.check("resume: a killed client is waited for, then gone, and another joins as a new peer", None not in (came, suspended, gone, connected) and not any("ERROR" in line for line in lines), lines)


def killed_server(start, results, comes_back):
    host, port = serve(start, 0, "1.5", 100000)
    client = start("ours", "resume.gd", "a", port, "1.5", "100000")
    came = client.wait_line("sent 60")
    host.process.kill()
    lines_of_host = host.wait()
    suspended = client.wait_line("suspended")
    if comes_back:
        host, _ = serve(start, port, "1.5", 100000)
    lost = client.wait_line("lost")
    client.process.kill()
    lines = client.wait()
    if comes_back:
        host.process.kill()
        lines_of_host = host.wait()
    quiet = not any("ERROR" in line for line in lines) and not (comes_back and "connected" in lines_of_host)
    results.check("resume: a killed server is waited for, %s" % ("and lost when it comes back without the session" if comes_back else "then lost"), None not in (came, suspended, lost) and quiet, (lines, lines_of_host))


def check(start, results, tls):
    breaks(start, results, "")
    if tls:
        breaks(start, results, " over wss", tls[:2], tls[2:])
    killed_client(start, results)
    killed_server(start, results, True)
    killed_server(start, results, False)
