# Weak types: cycle enum.
enum { A = B, B = A }
# expect refused: The value of "A" depends on itself.
