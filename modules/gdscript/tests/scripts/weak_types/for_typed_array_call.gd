# Weak types: for typed array call.
func run():
	var t: Array[String] = ["a"]
	var n = t
	for i in n:
		print(i.to_upper(1))
# expect refused: "to_upper()" takes at most 0 argument(s), but
