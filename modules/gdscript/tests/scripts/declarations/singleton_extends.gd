# Declarations: singleton extends.
class A extends Engine: pass
# expect refused: "Engine" is a singleton of the engine and
