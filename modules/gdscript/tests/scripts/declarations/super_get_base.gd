# Declarations: super get base.
class A:
	func _get(n): return 5 if n == "q" else null
class B extends A:
	func _get(n): return super(n)
func run(): print(B.new().q)
# expect: 5
