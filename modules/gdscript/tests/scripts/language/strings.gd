# The language: strings.
func run():
	print("a\tb\\n\"q\" \u0041 \U01F600 \x41" if false else "a\tb\\n\"q\" \u0041 \U01F600")
	print('single "double"', "it's")
	print("""multi
line "quoted" """)
	print('''triple 'single' ''')
	print(r"raw \n \" q", r'raw "x"')
	print(r"""raw
triple \t""")
	print("a" "b" if false else "c")
# expect refused: Unknown escape sequence in a string. To write
# expect refused: Expected "," or ")" in the arguments, but
