# The language: strings bad escape.
func run(): print("\q")
# expect refused: Unknown escape sequence in a string. To write
