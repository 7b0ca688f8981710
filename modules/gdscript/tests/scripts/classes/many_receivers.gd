# One place of the source that sees more kinds of receivers than it remembers, again and again.
class A:
	var own := 1
	var made: int: get = get_made
	func get_made() -> int: return own * 2
	func kind() -> int: return 1
class B extends A:
	func kind() -> int: return 2
class C extends A:
	func get_made() -> int: return 100
	func kind() -> int: return super() + 2
class D extends C:
	func kind() -> int: return super() + 1
class E extends D:
	var more := 5
	func kind() -> int: return super() + 1
class F extends B:
	static func name_of() -> String: return "F"
	func kind() -> int: return 6
func run():
	var list := [A.new(), B.new(), C.new(), D.new(), E.new(), F.new()]
	var kinds := 0
	var made := 0
	var own := 0
	for round in 50:
		for item in list:
			kinds += item.kind()
			made += item.made
			item.own = item.own + 1
			own += item.own
	print(kinds, " ", made, " ", own)  # expect: 1050 22650 7950
