# Weak types: cycle parameter 2.
func f(x = y, y = x): pass
# expect refused: There is no "y" here.
