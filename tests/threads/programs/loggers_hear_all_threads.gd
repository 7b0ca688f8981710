# Every report of every thread reaches a logger once, with the calls that led to it, and a logger's own reports reach none.
# expect: errors 400
# expect: lines 400
# expect: deepest call: work 400
# expect: after removal 0
extends SceneTree

class Counter extends Logger:
	var lock := Mutex.new()
	var errors := 0
	var lines := 0
	var traced := 0

	func _log_error(_function: String, _file: String, _line: int, code: String, _rationale: String, _notify: bool, type: int, traces: Array[ScriptBacktrace]) -> void:
		push_error("of the logger itself")
		lock.lock()
		errors += int(code.begins_with("of thread") and type == ERROR_TYPE_ERROR)
		traced += int(traces.size() == 1 and traces[0].get_frame_function(0) == "work")
		lock.unlock()

	func _log_message(message: String, error: bool) -> void:
		printerr("also of the logger")
		lock.lock()
		lines += int(error and message == "a line\n")
		lock.unlock()

func work(number: int) -> void:
	for i in 100:
		push_error("of thread ", number)
		printerr("a line")

func run_threads() -> void:
	var threads: Array[Thread] = []
	for number in 4:
		var thread := Thread.new()
		thread.start(work.bind(number))
		threads.push_back(thread)
	for thread in threads:
		thread.wait_to_finish()

func _initialize() -> void:
	var counter := Counter.new()
	OS.add_logger(counter)
	run_threads()
	OS.remove_logger(counter)
	print("errors ", counter.errors)
	print("lines ", counter.lines)
	print("deepest call: work ", counter.traced)
	counter.errors = 0
	run_threads()
	print("after removal ", counter.errors)
	OS.add_logger(counter) # Still there when the program ends.
	quit()
