# Constants, conversions and signatures: format typed object.
func run():
	var o := RefCounted.new()
	var s := "x %s" % o
	print(s.begins_with("x <Ref"))
# expect: true
