# Formats that do not fit.
func run():
	go("%d", "text")
	print("end")  # expect: end
func go(f, v):
	print(f % v)  # expect error: %
