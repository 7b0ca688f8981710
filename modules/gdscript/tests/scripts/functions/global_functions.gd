# Global functions, also as values.
func run():
	print(absi(-3), " ", maxi(2, 9), " ", clampf(5.0, 0.0, 1.0), " ", snappedf(3.14159, 0.01))  # expect: 3 9 1.0 3.14
	print([-1, 2].map(absi), " ", str(1, "a", null), " ", max(1, 2.5))  # expect: [1, 2] 1a<null> 2.5
