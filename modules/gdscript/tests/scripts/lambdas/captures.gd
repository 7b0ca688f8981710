# Captures are copies made when the lambda is made; containers are shared.
func run():
	var n := 1
	var box := [1]
	var f := func():
		n += 10
		box[0] += 10
		return n
	n = 5
	print(f.call(), " ", f.call(), " ", n, " ", box)  # expect: 11 11 5 [21]
