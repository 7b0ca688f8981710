# Declarations: super init argument.
func _init(): super(1)
# expect refused: "_init()" of the native class "RefCounted" is
