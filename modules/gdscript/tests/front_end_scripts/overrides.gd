# Functions that do not fit those they override.
class A:
	var taken = 1
	func f(_a: int, _b = 1) -> Node: return null
	static func s(): pass
class B extends A:
	var taken = 2 # expect error: has a member "taken" already
	func f(_a: String, _b = 1) -> Node: return null # expect error: does not fit
	func s(): pass # expect error: does not fit
class C extends A:
	func f(_a, _b = 1, _c = 2, ..._d): return null
	func _to_string() -> int: return 1 # expect error: does not fit
@abstract class D:
	@abstract func todo()
class F extends D: # expect error: must implement
	pass
class G:
	@abstract func open() # expect error: must itself be
