# The language: strings escapes.
func run():
	print("\a\b\f\v".length(), "\t|\r".length(), "\\", "\'", '\"', "\u00e9\U01f600", "a\
b")
	print("tab\there", 'q"q', "q'q")
# expect: 43\'"é😀ab
# expect: tab	hereq"qq'q
