# The language: init order inherit.
class A:
	var x = p("A.x")
	func p(t): print(t); return t
	func _init(v = "dv"): p("A._init " + v)
class B extends A:
	var y = p("B.y")
	func _init():
		p("B._init before")
		super("from B")
		p("B._init after")
class C extends B:
	var z = p("C.z")
func run(): C.new()
# expect: A.x
# expect: B.y
# expect: C.z
# expect: B._init before
# expect: A._init from B
# expect: B._init after
