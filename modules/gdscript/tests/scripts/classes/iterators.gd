# Objects that can be iterated.
class Count:
	var n
	func _init(x): n = x
	func _iter_init(state):
		state[0] = 0
		return n > 0
	func _iter_next(state):
		state[0] += 1
		return state[0] < n
	func _iter_get(value):
		return value * 10
func run():
	var out := []
	for x in Count.new(3):
		out.append(x)
	print(out)  # expect: [0, 10, 20]
