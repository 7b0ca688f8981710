# The language: nested ternary.
func f(x): return "neg" if x < 0 else "zero" if x == 0 else "pos" if x < 10 else "big"
func run():
	print(f(-1), f(0), f(5), f(50))
	var a = (1 if true else 2) + (3 if false else 4)
	print(a)
	print([1 if true else 2, 3], {a = 1 if false else 2})
	var s := "x" if a > 3 else "y"
	print(s, not true if true else false, -1 if true else 1)
	print(1 if [] else 2, 1 if "a" else 2, 1 if {} else 2, 1 if Vector2.ZERO else 2, 1 if null else 2)
# expect: negzeroposbig
# expect: 5
# expect: [1, 3]{ &"a": 2 }
# expect: xfalse-1
# expect: 21222
