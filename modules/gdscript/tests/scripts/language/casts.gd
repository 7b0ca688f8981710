# The language: casts.
class A: pass
class B extends A: var v = 1
func run():
	print(3.7 as int, 1 as bool, [1] as Array, "a" as StringName, Vector2i(1, 2) as Vector2)
	var a: A = B.new()
	print((a as B).v, (5 as Variant))
	print(a is B, a is A)
	var x: Variant = 5
	print(x is int, x is float, x is not String, x as float)
	print(PackedInt32Array([1]) as Array, self is RefCounted)
	var arr: Array[int] = [1]
	print(arr is Array[int], arr is Array, [1] is Array[int])
	var d: Dictionary[String, int] = {}
	print(d is Dictionary[String, int], d is Dictionary)
# expect: 3true[1]a(1.0, 2.0)
# expect: 15
# expect: truetrue
# expect: truefalsetrue5.0
# expect: [1]true
# expect: truetruefalse
# expect: truetrue
