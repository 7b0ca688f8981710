# Types as values: ternary class.
class A:
	var v = 1
class B:
	var v = 2
func run():
	var c = A if randf() < 2 else B
	print(c.new().v)
	var d := A if randf() < 2 else B
	print(d.new().v)
# expect: 1
# expect: 1
