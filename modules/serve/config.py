"""Pages served by the program itself: its controls, and exported folders. A browser cannot listen, and a device has no browser beside it."""


def can_build(env, platform):
    return platform == "linux"


def configure(env):
    pass


def get_doc_classes():
    return []


def get_doc_path():
    return "doc_classes"
