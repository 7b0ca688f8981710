# Weak types: const ref.
const K = JSON
func run():
	var k := K.new()
	var e := k.parse("1")
	print(e)
# expect refused: The value of the constant "K" is only known
