# The language: chained calls.
class B:
	var parts := []
	func add(x): parts.append(x); return self
	func build(): return "".join(parts)
func run():
	print(B.new().add("a").add("b").build())
	print(B.new()
		.add("c")
		.add("d")
		.build()) if false else print("skip")
	var b = B.new() \
		.add("x") \
		.add("y")
	print(b.build())
# expect: ab
# expect: skip
# expect: xy
