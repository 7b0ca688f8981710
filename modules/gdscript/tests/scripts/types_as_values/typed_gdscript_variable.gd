# Types as values: typed gdscript variable.
class A:
	static func s(): return 3
	func i(): return 4
	const K = 8
func run():
	var a: GDScript = A
	print(a.s(), a.K)
	print(a.new().i())
	a.i()
# expect: 38
# expect: 4
# expect error: Cannot call the function 'i' on the class
