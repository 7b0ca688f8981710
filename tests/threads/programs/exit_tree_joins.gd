extends SceneTree
# The usual pattern: a node tells its thread to end, and waits for it, when it leaves the tree.
# expect: worked
# expect: joined
class Worker extends Node:
	var thread := Thread.new()
	var wake := Semaphore.new()
	var lock := Mutex.new()
	var ending := false

	func work() -> String:
		while true:
			wake.wait()
			lock.lock()
			var ends := ending
			lock.unlock()
			if ends:
				return "joined"
			print("worked")
		return ""

	func _ready() -> void:
		thread.start(work)
		wake.post()

	func _exit_tree() -> void:
		lock.lock()
		ending = true
		lock.unlock()
		wake.post()
		print(thread.wait_to_finish())

func _initialize() -> void:
	root.add_child(Worker.new())
	await process_frame
	OS.delay_msec(100)
	quit()
