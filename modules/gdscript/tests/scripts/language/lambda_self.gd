# The language: lambda self.
var v = 5
func mk(): return func(): return v + self.v
func run(): print(mk().call())
# expect: 10
