# The language: in ops.
func run():
	print(1 in [1], "a" in "abc", "k" in {k = 1}, 2 in PackedInt32Array([2]))
	var n = Node.new()
	print("name" in n, "nope" in n, &"name" in n)
	n.free()
	print("a" not in "bcd", not "a" in ["a"], 5 in range(10), null in [null])
	print("ru" in "run")
	var o = self
	print("run" in o, "zz" in o)
# expect: truetruetruetrue
# expect: truefalsetrue
# expect: truefalsetruetrue
# expect: true
# expect: truefalse
