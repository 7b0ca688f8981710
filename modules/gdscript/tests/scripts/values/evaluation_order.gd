# Operands are evaluated from left to right, an assignment's value before its index.
var log := []
func t(x):
	log.append(x)
	return x
func run():
	var a := [0, 0, 0]
	a[t(1)] = t(2)
	var _s = t("l") + t("r")
	var _l := [t(7), t(8)]
	print(log)  # expect: [2, 1, "l", "r", 7, 8]
