# Weak types: cycle parameter.
func f(x = x): pass
# expect refused: There is no "x" here.
