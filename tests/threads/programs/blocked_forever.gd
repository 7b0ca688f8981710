extends SceneTree
# Threads wait for what nobody will give when the program ends.
# expect: quitting
var never := Semaphore.new()
var locked := Mutex.new()
var begun := Semaphore.new()
var threads := []

func wait_for_never() -> void:
	begun.post()
	never.wait()
	print("not reached")

func wait_for_lock() -> void:
	begun.post()
	locked.lock()
	print("not reached")

func _initialize() -> void:
	locked.lock()
	for work in [wait_for_never, wait_for_lock]:
		var thread := Thread.new()
		thread.start(work)
		threads.append(thread)
		begun.wait()
	WorkerThreadPool.add_task(wait_for_never)
	begun.wait()
	print("quitting")
	quit()
