# return from inside loops.
func find(list, what):
	for i in list.size():
		if list[i] == what:
			return i
	return -1
func run():
	print(find([4, 5, 6], 5), " ", find([4], 9))  # expect: 1 -1
