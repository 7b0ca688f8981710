# The language: function named string.
func str(x): return "mine"
func run(): print(str(1))
# expect: 1
