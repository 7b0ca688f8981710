"""Certificates for the tests of TLS, made by openssl: an authority, one below it, and good and bad ends."""
import os
import subprocess

CONFIG = """
[ca]
default_ca = here
[here]
dir = %(folder)s
database = $dir/index.txt
serial = $dir/serial
new_certs_dir = $dir
private_key = $dir/%(issuer)s.key
certificate = $dir/%(issuer)s.crt
default_md = sha256
policy = any
unique_subject = no
copy_extensions = none
[any]
commonName = supplied
[authority]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign
[end]
basicConstraints = CA:false
%(names)s
"""


class Authority:
    def __init__(self, folder):
        self.folder = folder
        open(self.path("index.txt"), "w").close()
        with open(self.path("serial"), "w") as out:
            out.write("1000\n")
        self.make("ca", "authority", None)
        self.make("middle", "authority", "ca")
        self.make("strange-ca", "authority", None)

    def path(self, name):
        return os.path.join(self.folder, name)

    def openssl(self, *command):
        done = subprocess.run(["openssl", *command], cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit("openssl %s failed:\n%s" % (" ".join(command), done.stderr))

    def make(self, name, kind="end", issuer="ca", names="DNS:localhost,IP:127.0.0.1", key="ec", start="20200101000000Z", end="20400101000000Z"):
        """NAME.key, and NAME.crt signed by issuer (None: by itself); also NAME.chain.crt with the certificates between."""
        if key == "ec":
            self.openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", name + ".key")
        else:
            self.openssl("genrsa", "-out", name + ".key", key)
        self.openssl("req", "-new", "-key", name + ".key", "-subj", "/CN=" + name, "-out", name + ".csr")
        with open(self.path(name + ".cnf"), "w") as out:
            out.write(CONFIG % {"folder": self.folder, "issuer": issuer or name, "names": "subjectAltName=" + names if kind == "end" else ""})
        self.openssl("ca", "-batch", "-notext", "-config", name + ".cnf", "-extensions", kind, "-startdate", start, "-enddate", end, "-in", name + ".csr", "-out", name + ".crt", *([] if issuer else ["-selfsign", "-keyfile", name + ".key"]))
        with open(self.path(name + ".chain.crt"), "w") as out:
            out.write(open(self.path(name + ".crt")).read())
            if issuer == "middle":
                out.write(open(self.path("middle.crt")).read())
        return self.path(name)
