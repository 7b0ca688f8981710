# The language: local const type.
class Foo: var v = 4
func run():
	const T = Foo
	var x: T = T.new()
	print(x.v)
	const N = 5
	const M = N * 2
	print(M)
# expect: 4
# expect: 10
