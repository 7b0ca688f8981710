extends SceneTree
# What runs when the program ends is waited for; what has not begun is not.
# expect: quitting
# expect: task over
# expect: thread over
var begun := Semaphore.new()
var ending := Semaphore.new()
var task_over := Semaphore.new()
var thread := Thread.new()
static var kept := Thread.new()

func task() -> void:
	begun.post()
	ending.wait()
	var sum := 0
	for i in 300000:
		sum += i
	print("task over")
	task_over.post()

func run() -> void:
	begun.post()
	ending.wait()
	task_over.wait()
	print("thread over")

func _initialize() -> void:
	WorkerThreadPool.add_task(task)
	thread.start(run)
	kept.start(func(): begun.post())
	for i in 3:
		begun.wait()
	print("quitting")
	quit()

func _finalize() -> void:
	ending.post(2)
