# A method without a result gives nothing to use where its owner's type is not known before either.
func of_list(list): return list.clear()  # expect error: Trying to get a return value of a method that returns "void"
func of_object(object):
	var got = object.set_block_signals(true)  # expect error: Trying to get a return value of a method that returns "void"
	print("not reached ", got)
func as_statement(list):
	list.clear()
	return list
func nothing(): pass
func of_script(object):
	var got = object.nothing()
	return got
func run():
	print(of_list([1]))  # expect: <null>
	of_object(RefCounted.new())
	print(as_statement([1]))  # expect: []
	print(of_script(self))  # expect: <null>
