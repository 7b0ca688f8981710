# The language: casts.
class A: pass
class B extends A: var v = 1
func run():
	print(3.7 as int, "5" as int, 5 as String, 1 as bool, [1] as Array, "a" as StringName, Vector2i(1, 2) as Vector2)
	var a: A = B.new()
	print((a as B).v, a as Node, null as Node, (5 as Variant))
	print(a is B, a is A, a is Node, a is not Node, 5 is int, "a" is String, [1] is Array, null is Node)
	var x: Variant = 5
	print(x is int, x is float, x is not String, x as float)
	print(PackedInt32Array([1]) as Array, {} is Dictionary, self is RefCounted)
	var arr: Array[int] = [1]
	print(arr is Array[int], arr is Array, [1] is Array[int])
	var d: Dictionary[String, int] = {}
	print(d is Dictionary[String, int], d is Dictionary, {} is Dictionary[String, int])
# expect refused: A value of type "A" can never be a "Node".
# expect refused: A value of type "null" can never be a "Node".
# expect refused: A value of type "A" can never be a "Node".
# expect refused: A value of type "A" can never be a "Node".
