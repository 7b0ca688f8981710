# Constants, conversions and signatures: untyped to typed.
func f(a: Array[int]): print(a)
func run(): f([1, 2])
# expect: [1, 2]
