"""The high-level multiplayer API; every platform has it."""


def can_build(env, platform):
    return True


def configure(env):
    pass


def get_doc_classes():
    return ["SceneMultiplayer", "SceneReplicationConfig", "MultiplayerSpawner", "MultiplayerSynchronizer"]


def get_doc_path():
    return "doc_classes"
