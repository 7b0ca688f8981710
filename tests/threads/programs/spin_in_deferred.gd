extends SceneTree
# A script that does not return: one signal ends the program.
# signal: TERM
func again() -> void:
	again.call_deferred()

func _initialize() -> void:
	await process_frame
	print("ready")
	again()
