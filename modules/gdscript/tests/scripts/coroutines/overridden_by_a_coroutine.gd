# A function that waits may stand where the base class has one that does not.
class A:
	func f() -> int: return 1
class B extends A:
	signal go
	func f() -> int:
		await go
		return 3
@abstract class C:
	@abstract func g() -> int
class D extends C:
	signal go
	func g() -> int:
		await go
		return 5
func wait_for(a: A):
	print(await a.f() + 1)
func wait_for_abstract(c: C):
	var x := await c.g()
	print(x)
func run():
	var b := B.new()
	wait_for(A.new())  # expect: 2
	wait_for(b)
	b.go.emit()  # expect: 4
	var d := D.new()
	wait_for_abstract(d)
	d.go.emit()  # expect: 5
