# The language: const assign.
const A = [1, 2]
const D = {a = 1}
func run():
	var b = A
	print(b.is_read_only(), D.is_read_only(), A.duplicate().is_read_only())
	var c = A.duplicate()
	c.append(3)
	print(c, A)
	b.append(4)
	print(A)
# expect: truetruefalse
# expect: [1, 2, 3][1, 2]
# expect: [1, 2]
# expect error: This array is read-only and cannot be
