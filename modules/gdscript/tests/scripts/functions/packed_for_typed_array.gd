# A packed array is taken for a parameter that is a typed Array; its elements are converted.
func names(list: Array[String]) -> int: return list.size() if list.is_typed() else -1
func numbers(list: Array[float]): print(list)
func untyped(list): print(names(list))
func run():
	print(names("x,y,z".split(",")))  # expect: 3
	numbers(PackedInt32Array([1]))  # expect: [1.0]
	untyped(PackedStringArray(["a"]))  # expect: 1
	print(names.call(PackedStringArray()))  # expect: 0
