# The language: iterators.
class It:
	var a; var b; var c
	func _init(x, y): a = x; b = y
	func _iter_init(arg): c = a; return c < b
	func _iter_next(arg): c += 1; return c < b
	func _iter_get(arg): return c
func run():
	for i in It.new(2, 5): print(i)
	for i in It.new(5, 2): print("never")
	var it: It = It.new(0, 2)
	for i: int in it: print(i * 2)
# expect: 2
# expect: 3
# expect: 4
# expect: 0
# expect: 2
