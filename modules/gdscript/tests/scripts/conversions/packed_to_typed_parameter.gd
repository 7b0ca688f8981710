# Constants, conversions and signatures: packed to typed parameter.
func names(list: Array[String]) -> int: return list.size() if list.is_typed() else -1
func run():
	print(names(PackedStringArray(["a", "b"])))
	print(names("x,y,z".split(",")))
# expect: 2
# expect: 3
