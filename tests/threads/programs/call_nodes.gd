extends SceneTree
# A thread reaches a node by what is safe there; the main thread gets its answer at once.
# expect: at once 3
# expect: deferred 1 true
# expect: told true moved
class Part extends Node:
	var told := false
	var sum := 0
	func add(a: int, b: int) -> int:
		sum += a + b
		return sum
	func _notification(what: int) -> void:
		told = told or what == 4711

func work(part: Part) -> void:
	part.call_thread_safe("add", 1, 0)
	part.set_thread_safe("name", "moved")
	part.notify_thread_safe(4711)

func _initialize() -> void:
	var part := Part.new()
	root.add_child(part)
	print("at once ", part.call_thread_safe("add", 1, 2))
	part.sum = 0
	var thread := Thread.new()
	thread.start(work.bind(part))
	thread.wait_to_finish()
	var before := part.sum
	await process_frame
	print("deferred ", part.sum, " ", before == 0)
	print("told ", part.told, " ", part.name)
	quit()
