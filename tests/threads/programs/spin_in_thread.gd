extends SceneTree
# A script that does not return: one signal ends the program.
# signal: TERM
var thread := Thread.new()
var begun := Semaphore.new()

func spin() -> void:
	begun.post()
	while true:
		pass

func _initialize() -> void:
	thread.start(spin)
	begun.wait()
	print("ready")
