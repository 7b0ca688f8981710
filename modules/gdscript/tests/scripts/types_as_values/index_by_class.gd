# A class as an index is judged when it runs.
func run():
	var x := [1]
	if x.is_empty(): print(x[Node])
	print("compiled")
# expect: compiled
