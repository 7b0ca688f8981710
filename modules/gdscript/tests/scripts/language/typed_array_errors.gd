# The language: typed array errors.
func run():
	var a: Array[int] = []
	var s: Variant = "x"
	a.append(s)
	print("after ", a)
	a.append(1)
	a[0] = s
	print("no ", a)
# expect: after []
# expect: no [1]
# expect error: Attempted to push_back a value of type
# expect error: Attempted to set a value of type "String" in
