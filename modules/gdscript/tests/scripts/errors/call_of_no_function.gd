# What is no function is not called, whatever class or engine class has it; it hides a native method of its name.
class T:
	var number := 1
	var callable: Callable
	signal told
	const K = 1
class U extends T: pass
var get_class = 1
func own(): get_class()  # expect refused: "get_class" is a variable
func run(t: T, n: Node):
	t.number(1)  # expect refused: "number" of "T" is no function
	t.callable()  # expect refused: "callable" of "T" is no function; a Callable in it is called with "callable.call(…)"
	t.told()  # expect refused: "told" of "T" is no function
	t.K()  # expect refused: "K" of "T" is no function
	U.new().number()  # expect refused: "number" of "U" is no function
	var known = t
	known.number()  # expect refused: "number" of "T" is no function
	n.name()  # expect refused: "name" of "Node" is no function
	n.ready()  # expect refused: "ready" of "Node" is no function
