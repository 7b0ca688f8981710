# The language: function named like global.
func abs(x): return "mine"
func run(): print(abs(-1), self.abs(-1))
# expect: 1mine
