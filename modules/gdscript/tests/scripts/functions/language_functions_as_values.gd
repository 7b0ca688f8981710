# The language's own functions are values, as the engine's are.
func run():
	print(["a", "bb"].map(len))  # expect: [1, 2]
	var f = range
	print(f.call(3), " ", f.call(1, 7, 2))  # expect: [0, 1, 2] [1, 3, 5]
	print(len, " ", f, " ", floor)  # expect: @GDScript::len @GDScript::range @GlobalScope::floor
	print([len == len, len == range, len.get_argument_count(), len.get_method()])  # expect: [true, false, 1, &"len"]
	print(len.bind([2]).call())  # expect: 1
	print([TYPE_INT, TYPE_NIL].map(type_string))  # expect: ["int", "Nil"]
	print(char.callv([65]), ord.call("A"))  # expect: A65
	print(len.callv([1, 2]))  # expect error: argument
	# expect: <null>
	f.call()  # expect error: argument
	print("not reached")
