# `text = text + call() + call()`: what the calls see, and where an error ends it.
var member := "m"

func part(v): return v
func text() -> String: return "t"
func look(v): return "[%s]" % v
func change():
	member = "changed"
	return "!"

func fails(number):
	var t := "a"
	t = t + part("b") + part(number) + part("c") # expect error: Invalid operands
	print("no")

func run():
	var typed := "s"
	typed = typed + part("x") + text() + part("y")
	print(typed) # expect: sxty
	typed = typed + look(typed) + look(typed)
	print(typed) # expect: sxty[sxty][sxty]
	var untyped = 1
	untyped = untyped + part(2) + part(3.5)
	print(untyped) # expect: 6.5
	untyped = [1]
	var other = untyped
	untyped = untyped + part([2]) + part([3])
	print(untyped, other) # expect: [1, 2, 3][1]
	member = member + change() + text()
	print(member) # expect: changed!t
	var kept := func(): return typed
	typed = typed.left(1) + part("z") + kept.call()
	print(typed) # expect: szsxty[sxty][sxty]
	typed = typed + typed + part("")
	print(typed.length()) # expect: 36
	fails(1)
