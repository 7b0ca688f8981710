# A lambda keeps what it captured.
func make(text):
	var parts := [text, "!"]
	return func(): return "".join(parts)
func run():
	print(make("kept").call())  # expect: kept!
