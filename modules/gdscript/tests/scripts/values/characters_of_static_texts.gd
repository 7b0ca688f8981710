# Characters of static texts are set where the text stands; copies stay as they are.
static var text = "abc"
static var typed: String = "abc"
static var guarded = "abc":
	set(value):
		guarded = value
		print("set ", value)
class K:
	static var text := "abc"
func run():
	var copy = text
	text[1] = "X"
	typed[-1] = "Y"
	K.text[0] = "Z"
	guarded[0] = "Q"  # expect: set Qbc
	text[0] += "!"
	print(text, typed, K.text, guarded, copy)  # expect: aXcabYZbcQbcabc
	text = ["a"]
	text[0] = "b"
	print(text)  # expect: ["b"]
	wrong()
func wrong():
	typed[9] = "x"  # expect error: '9'
