# Weak types: getter missing.
var x := 1: get = get_x
# expect refused: There is no function "get_x()" in this class
