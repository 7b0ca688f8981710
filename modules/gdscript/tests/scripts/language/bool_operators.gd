# The language: bool ops.
func t(): print("t"); return true
func f(): print("f"); return false
func run():
	print(f() and t())
	print(t() or f())
	print(not t() && f() || t())
	print(true && !false)
	var x = null
	if x and x.foo: print("no")
	print(x == null or x.bar)
	print(not x, !x)
# expect: f
# expect: false
# expect: t
# expect: true
# expect: t
# expect: t
# expect: true
# expect: true
# expect: true
# expect: truetrue
