# The % operator.
func run():
	print("%d + %s = %.2f" % [1, "two", 3.0])  # expect: 1 + two = 3.00
	print("%5d|%-5d|%05d" % [42, 42, 42])  # expect:    42|42   |00042
	print("%x %X %o" % [255, 255, 8])  # expect: ff FF 10
	print("100%%" % [])  # expect: 100%
	print("%s" % [[1, 2]])  # expect: [1, 2]
