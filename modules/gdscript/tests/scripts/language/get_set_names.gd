# The language: get set names.
var get = 1
var set = 2
func run(): print(get, set)
# expect: 12
