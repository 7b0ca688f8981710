# The language: hex under.
func run(): print(0xdead_beef, 0b1111_0000, 1_000.5)
# expect: 37359285592401000.5
