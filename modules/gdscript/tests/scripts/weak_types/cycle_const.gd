# Weak types: cycle const.
const A = B
const B = A
# expect refused: The constant "A" depends on itself.
