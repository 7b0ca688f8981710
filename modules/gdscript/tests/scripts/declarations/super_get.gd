# Declarations: super get.
func _get(n): return super(n)
# expect refused: "_get()" of the native class "RefCounted" is
