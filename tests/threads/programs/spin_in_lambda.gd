extends SceneTree
# A script that does not return: one signal ends the program.
# signal: TERM
func _initialize() -> void:
	var spin := func(x):
		while x:
			x = x + 1
	print("ready")
	[3, 2, 1].sort_custom(func(a, _b): spin.call(a); return true)
