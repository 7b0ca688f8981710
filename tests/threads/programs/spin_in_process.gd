extends SceneTree
# A script that does not return: one signal ends the program.
# signal: TERM
func _process(_delta: float) -> bool:
	print("ready")
	while true:
		pass
	return false
