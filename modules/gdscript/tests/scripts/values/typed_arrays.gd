# Typed arrays convert what converts and refuse the rest.
func run():
	var a: Array[int] = [1, 2]
	a.append(3.7)
	print(a, " ", a.is_typed())  # expect: [1, 2, 3] true
	a.append("text")  # expect error: "String"
	print(a.size())  # expect: 3
	var b: Array[String] = []
	b.append(&"name")
	print(typeof(b[0]) == TYPE_STRING)  # expect: true
