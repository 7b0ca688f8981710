# The language: bool ops.
func t(): print("t"); return true
func f(): print("f"); return false
func run():
	print(f() and t())
	print(t() or f())
	print(not t() && f() || t())
	print(true && !false, 1 and "a", 0 or "", [] or {})
	var x = null
	if x and x.foo: print("no")
	print(x == null or x.bar)
	print(not x, !x)
# expect refused: The operator "and" does not work on "int" and
# expect refused: The operator "or" does not work on "int" and
