# Run-time errors name the class, the near name, and count what is bound.
class Inner:
	var health := 1
	func heal(_amount: int, _by): pass
	static func revive(_name: String): pass

func fails(callable: Callable):
	callable.call()

func run():
	var any = [Inner.new()][0]
	fails(func(): any.haal()) # expect error: Nonexistent function 'haal' in base 'RefCounted (Inner)'. Did you mean "heal"?
	fails(func(): any.call("hael", 1)) # expect error: Nonexistent function 'hael' in base 'RefCounted (Inner)'. Did you mean "heal"?
	fails(func(): print(any.helth)) # expect error: 'helth' on a base object of type 'RefCounted (Inner)'. Did you mean "health"?
	fails(func(): any.helth = 2) # expect error: on a base object of type 'RefCounted (Inner)'. Did you mean "health"?
	fails(func(): any.heal(1)) # expect error: 'heal' in base 'RefCounted (Inner)': 'heal': Method expected 2 argument(s), but called with 1.
	fails(func(): any.heal("x", 1)) # expect error: Cannot convert argument 1 from String to int.
	fails(func(): Inner.revive.call()) # expect error: Method expected 1 argument(s), but called with 0.
	fails(func(): any.heal.bind(1).call(2, 3)) # expect error: Method expected 2 argument(s), but called with 3 (1 of them bound).
	fails(func(): any.heal.bind(1, 2).call(3)) # expect error: but called with 3 (2 of them bound).
	fails(func(): any.heal.bind(1).call("x")) # expect error: Cannot convert argument 1 from String to int
	any = "text"
	fails(func(): any.to_uper()) # expect error: Nonexistent function 'to_uper' in base 'String'. Did you mean "to_upper"?
	any = Vector2()
	fails(func(): print(any.xx)) # expect error: on a base object of type 'Vector2'.
	any = { health = 1 }
	fails(func(): print(any.healht)) # expect error: on a base object of type 'Dictionary'. Did you mean "health"?
	any = Node.new()
	fails(func(): any.add_chidl(null)) # expect error: Nonexistent function 'add_chidl' in base 'Node'. Did you mean "add_child"?
	any.free()
	fails(func(): any.get_name()) # expect error: previously freed
	print("done") # expect: done
