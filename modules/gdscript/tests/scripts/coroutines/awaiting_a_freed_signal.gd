# Awaiting the signal of a freed object is an error.
class E extends Object:
	signal s
func run():
	var e := E.new()
	var sig := e.s
	e.free()
	go(sig)
	print("end")  # expect: end
func go(sig):
	await sig  # expect error: gone
	print("never")
