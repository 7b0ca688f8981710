# The language: hex under.
func run(): print(0xdead_beef, 0b1111_0000, 1_000.5, 1e1_0)
# expect: 37359285592401000.510000000000.0
