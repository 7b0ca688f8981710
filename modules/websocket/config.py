"""Where this module can be built, and which classes its reference documents."""


def can_build(env, platform):
    return True


def configure(env):
    pass


def get_doc_classes():
    return ["WebSocketClient", "WebSocketMultiplayerPeer", "WebSocketPeer", "WebSocketRequest", "WebSocketServer"]


def get_doc_path():
    return "doc_classes"
