# Weak types: member outside infer.
class A:
	var j = JSON.new()
func run():
	var a := A.new()
	var e := a.j.parse("1")
	print(e)
# expect: 0
