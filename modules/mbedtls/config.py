"""TLS, keys, certificates and AES on mbedTLS. In browsers without StreamPeerTLS: their own WebSocket and fetch speak TLS."""


def can_build(env, platform):
    return True


def configure(env):
    pass


def get_doc_classes():
    return []


def get_doc_path():
    return "doc_classes"
