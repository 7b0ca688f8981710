# `as` converts built-in values and tests objects.
class A:
	pass
class B extends A:
	pass
func run():
	var text := "5"
	print(3.9 as int, " ", 2 as float, " ", text as int)  # expect: 3 2.0 5
	var a: A = B.new()
	print((a as B) != null, " ", (A.new() as B) == null)  # expect: true true
	print(bad())  # expect: <null>
func bad():
	var v: Variant = [1]
	return v as int  # expect error: convert
