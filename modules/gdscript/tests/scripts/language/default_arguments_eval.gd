# The language: default arguments eval.
var n := 0
func nxt(): n += 1; return n
func f(a = nxt(), b = a + 10, c = [a]): c.append(b); return c
func run():
	print(f(), f(), f(5), f(5, 6), f(1, 2, [3]))
	print(n)
# expect: [1, 11][2, 12][5, 15][5, 6][3, 2]
# expect: 2
