# The language: docs and strings stmt.
"""doc string"""
var x = 1
"another"
func run():
	"statement string"
	'''multi
	line'''
	print(x)
# expect: 1
