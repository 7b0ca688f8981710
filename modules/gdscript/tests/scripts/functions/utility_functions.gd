# The language's own functions.
func run():
	print(range(3), range(1, 7, 2), " ", len("four"), " ", len([1]))  # expect: [0, 1, 2][1, 3, 5] 4 1
	print(char(65), " ", ord("B"), " ", convert(2.9, TYPE_INT), " ", type_exists("Node"))  # expect: A 66 2 true
	print(is_instance_of(5, TYPE_INT), " ", is_instance_of(self, RefCounted))  # expect: true true
	print(Color8(255, 0, 0) == Color(1, 0, 0))  # expect: true
