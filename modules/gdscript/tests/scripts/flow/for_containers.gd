# Loops over arrays, dictionaries, strings.
func run():
	var out := ""
	for x in [1, "b"]:
		out += str(x) + ";"
	for k in {"k1": 1, "k2": 2}:
		out += k + ";"
	for c in "hi":
		out += c + ";"
	print(out)  # expect: 1;b;k1;k2;h;i;
