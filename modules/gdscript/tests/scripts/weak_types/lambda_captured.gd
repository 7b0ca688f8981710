# Weak types: lambda captured.
func run():
	var a = JSON.new()
	var l := func():
		var e := a.parse("1")
		return e
	print(l.call())
# expect: 0
