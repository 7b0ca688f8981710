# The language: strings escapes.
func run():
	print("\a\b\f\v".length(), "\t|\r".length(), "\\", "\'", '\"', "\u00e9\U01f600", "a\
b")
	print("tab\there", 'q"q', "q'q", "\x41" if false else "")
# expect refused: Unknown escape sequence in a string. To write
