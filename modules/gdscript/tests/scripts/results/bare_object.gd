# Results of functions: bare object.
class T:
	var v := 1
func f(n) -> T:
	if n: return
	return T.new()
func run(): print(f(1), f(0).v)
# expect: <null>1
