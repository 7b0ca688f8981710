# The language: assert and pass.
func run():
	assert(true)
	assert(1 == 1, "msg")
	pass
	pass; pass
	if true: pass
	elif false: pass
	else: pass
	print("ok"); print("two")
	if true: print("a"); print("b")
	for i in 2: print(i); print("x")
# expect: ok
# expect: two
# expect: a
# expect: b
# expect: 0
# expect: x
# expect: 1
# expect: x
