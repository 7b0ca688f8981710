extends SceneTree
# The main thread waits for what does not come: one signal ends the program.
# signal: INT
func _initialize() -> void:
	await process_frame
	print("ready")
	Semaphore.new().wait()
	print("not reached")
