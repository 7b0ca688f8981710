# Constants, conversions and signatures: packed to typed call.
func f(a: Array[String]): print(a, a.is_typed())
func run():
	call("f", PackedStringArray(["1"]))
	f.call(PackedStringArray(["2"]))
# expect: ["1"]true
# expect: ["2"]true
