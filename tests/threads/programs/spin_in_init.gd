extends SceneTree
# A script that does not return: one signal ends the program.
# signal: TERM
func _init() -> void:
	print("ready")
	while true:
		pass
