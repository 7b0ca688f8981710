# The language: static call instance.
class A:
	static func f(): return 1
func run():
	var a = A.new()
	print(a.f(), A.f())
# expect: 11
