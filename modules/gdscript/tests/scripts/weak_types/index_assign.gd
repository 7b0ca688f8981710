# Weak types: index assign.
func run():
	var d = PackedInt32Array([1])
	d["a"] = 3
# expect refused: "PackedInt32Array" cannot be indexed by
