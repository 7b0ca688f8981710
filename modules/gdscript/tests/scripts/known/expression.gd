# Expressions that are parsed at run time.
var value := 5

func twice(number): return number * 2

func compute(text: String, names := [], inputs := []):
	var expression := Expression.new()
	if expression.parse(text, names) != OK:
		return expression.get_error_text()
	var result = expression.execute(inputs, self, false)
	return expression.get_error_text() if expression.has_execute_failed() else result

func run():
	print(compute("1 + 2 * 3 - -4 ** 2")) # expect: 23
	print(compute("2 ** 3 ** 2"), " ", compute("not 2 in [2]"), " ", compute("-Vector2(1, 2).x")) # expect: 64 false -1.0
	print(compute("twice(value) + a.size()", ["a"], [[1, 2]])) # expect: 12
	print(compute("{'a': {'b': [1, 2,]}}.a.b[1]"), " ", compute("'%s' % max(1, 5)")) # expect: 2 5
	print(compute("0x1F + 0b11 + .5 + 1e1"), " ", compute("'\\u0041\\n'").length()) # expect: 44.5 2
	print(compute("1 +")) # expect: Expected a value at column 4.
	print(compute("(1")) # expect: Expected ')' to close the bracket.
	print(compute("a = 1")) # expect: Unexpected character '=' at column 3.
	print(compute("'abc")) # expect: The string is not closed.
	print(compute("nothing")) # expect: There is no 'nothing' in a value of type Object.
	print(compute("a + b", ["a", "b"], [1])) # expect: Input 1 is missing: 1 were given.
	print(compute("1 + 'a'")) # expect: The operator '+' does not take int and String.
	print(compute("[].append(1)")) # expect: <null>
	print(compute("(".repeat(1000) + "1" + ")".repeat(1000))) # expect: The expression is nested more than 256 deep.
	print(compute("1" + " + 1".repeat(20000))) # expect: 20001
	var mutating := Expression.new()
	mutating.parse("a.append(1)", ["a"])
	print(mutating.execute([[5]], null, false, true), mutating.has_execute_failed()) # expect: <null>true
	var again := Expression.new()
	again.parse("e.parse('2') + e.execute() * 10 + 3", ["e"])
	print(again.execute([again])) # expect: 23
	print(ENetMultiplayerPeer.new().get_connection_status()) # expect: 0
