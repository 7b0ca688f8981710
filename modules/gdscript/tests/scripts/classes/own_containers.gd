# Every instance has containers of its own.
class T:
	var list := []
	var typed: Array[int]
	var dict: Dictionary
func run():
	var a := T.new()
	var b := T.new()
	a.list.append(1)
	a.typed.append(2)
	a.dict.k = 3
	print(b.list, b.typed, b.dict.size())  # expect: [][]0
