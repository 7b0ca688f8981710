"""Regular expressions; every platform has them."""


def can_build(env, platform):
    return True


def configure(env):
    pass


def get_doc_classes():
    return ["RegEx", "RegExMatch"]


def get_doc_path():
    return "doc_classes"
