# The language: keyword members.
class K:
	var when = 1
	var match = 2
	var get = 3
	var set = 4
	func test(): return 5
func run():
	var d = {"if": 1, "for": 2, "class": 3, "self": 4, "var": 5}
	print(d.if, d.for, d.class, d.self, d.var, d)
	var k = K.new()
	print(k.when, k.match, k.get, k.set, k.test())
# expect: 12345{ "if": 1, "for": 2, "class": 3, "self": 4, "var": 5 }
# expect: 12345
