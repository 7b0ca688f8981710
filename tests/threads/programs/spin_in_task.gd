extends SceneTree
# A script that does not return: one signal ends the program.
# signal: TERM
var begun := Semaphore.new()

func spin() -> void:
	begun.post()
	while true:
		spin_more()

func spin_more() -> void:
	for i in 1000:
		pass

func _initialize() -> void:
	var id := WorkerThreadPool.add_task(spin)
	begun.wait()
	print("ready")
	WorkerThreadPool.wait_for_task_completion(id)
	print("not reached")
