# _to_string.
class T:
	func _to_string(): return "<T>"
func run():
	print(T.new(), " ", str(T.new()), " ", [T.new()])  # expect: <T> <T> [<T>]
