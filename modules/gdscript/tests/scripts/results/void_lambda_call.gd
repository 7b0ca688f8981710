# Results of functions: void lambda call.
func g() -> void: print("g")
func run():
	var l = func(): g()
	l.call()
	var m = func() -> void: return g()
	m.call()
	var n = func(): return g()
# expect refused: "g()" returns nothing, so there is no value
