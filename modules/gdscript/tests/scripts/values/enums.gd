# Enums: named, unnamed, as dictionaries.
enum Kind { ONE, TWO = 5, THREE }
enum { LOOSE = 7, NEXT }
func run():
	print(Kind.ONE, " ", Kind.TWO, " ", Kind.THREE, " ", LOOSE, " ", NEXT)  # expect: 0 5 6 7 8
	print(Kind.keys(), " ", Kind.find_key(5))  # expect: ["ONE", "TWO", "THREE"] TWO
	var k: Kind = Kind.TWO
	print(k == 5, " ", Kind.size())  # expect: true 3
