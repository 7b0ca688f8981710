# Declarations: super init none.
func _init(): super()
# expect refused: "_init()" of the native class "RefCounted" is
