# Declarations: super init explicit.
func _init(): super._init()
# expect refused: "_init()" of the native class "RefCounted" is
