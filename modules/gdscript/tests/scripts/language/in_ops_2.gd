# The language: in ops 2.
func run():
	var n = Node.new()
	print("name" in n, "nope" in n, &"name" in n)
	n.free()
	print("a" not in "bcd", not "a" in ["a"], 5 in range(10), null in [null])
	print("ru" in "run", "run" in self)
# expect: truefalsetrue
# expect: truefalsetruetrue
# expect: truetrue
