# The text of a lambda tells whether it has a self.
var v = 1
func by_self(): return func(x): return x == self
func by_member(): return func(x): return x == v
func by_call(): return func(): return by_self()
func neither(): return func(): return 1
static func of_static(): return func(): return 1
func named(): return func name(): return self
func run():
	print(by_self(), by_member(), by_call())  # expect: <anonymous lambda>(self lambda)<anonymous lambda>(self lambda)<anonymous lambda>(self lambda)
	print(neither(), of_static(), named())  # expect: <anonymous lambda>(lambda)<anonymous lambda>(lambda)name(self lambda)
