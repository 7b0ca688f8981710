# The language: getter inline short.
var a: get = _ga
func _ga(): return 3
var b: set = _sb
func _sb(v): b = v
var c = 1: set = _sc, get = _gc
func _sc(v): c = v + 1
func _gc(): return c
func run():
	print(a); b = 4; print(b); c = 5; print(c)
# expect: 3
# expect: 4
# expect: 6
