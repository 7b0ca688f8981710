# Events, handlers and signals together.
signal handled(name, result)
var queue: Array[Dictionary] = []
var handlers := {
	"add": func(e): return e.a + e.b,
	"join": func(e): return "-".join(e.parts),
}
func run():
	handled.connect(func(name, result): print(name, " ", result))
	queue.append({"name": "add", "a": 1, "b": 2})
	queue.append({"name": "join", "parts": ["x", "y"]})
	while not queue.is_empty():
		var e: Dictionary = queue.pop_front()
		handled.emit(e.name, handlers[e.name].call(e))
	# expect: add 3
	# expect: join x-y
