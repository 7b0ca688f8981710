# Too few and too many arguments end the caller.
func f(a, b = 1):
	return a + b
func run():
	few()
	many()
	print("end")  # expect: end
func few():
	var o: Variant = self
	o.f()  # expect error: argument
	print("no")
func many():
	var o: Variant = self
	o.f(1, 2, 3)  # expect error: argument
	print("no")
