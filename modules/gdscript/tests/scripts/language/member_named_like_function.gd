# The language: member named like function.
var print_it = 3
func run(): print(print_it)
# expect: 3
