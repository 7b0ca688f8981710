# Types as values: enum dictionary.
enum E { A, B }
func run():
	var e: Dictionary = E
	print(e.A, e.size(), e["B"])
	for k in E: print(k)
	print(E.has("A"), "A" in E)
	print(E["A"])
	var k := "A"
	print(E[k])
# expect: 021
# expect: A
# expect: B
# expect: truetrue
# expect: 0
# expect: 0
