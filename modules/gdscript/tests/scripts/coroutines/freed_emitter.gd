# Freeing the emitter leaves the waiter unresumed.
class E extends Object:
	signal s
func wait(sig):
	await sig
	print("never")
func run():
	var e := E.new()
	wait(e.s)
	e.free()
	print("end")  # expect: end
