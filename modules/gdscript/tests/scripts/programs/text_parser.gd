# A small expression parser.
var text := ""
var at := 0
func number():
	var start := at
	while at < text.length() and text[at] >= "0" and text[at] <= "9":
		at += 1
	return int(text.substr(start, at - start))
func product():
	var value = number()
	while at < text.length() and text[at] == "*":
		at += 1
		value *= number()
	return value
func sum():
	var value = product()
	while at < text.length() and text[at] == "+":
		at += 1
		value += product()
	return value
func run():
	text = "2+3*4+10"
	print(sum())  # expect: 24
