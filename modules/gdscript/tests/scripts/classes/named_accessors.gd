# set = and get = with functions.
class T:
	var v := 0: set = set_v, get = get_v
	func set_v(x): v = x * 2
	func get_v(): return v + 1
func run():
	var t := T.new()
	t.v = 4
	print(t.v)  # expect: 9
