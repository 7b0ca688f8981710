# The language: enum negated expression.
enum E { A = -5, B = 1 + 2, C = E.A if false else 3 }
# expect refused: The values of the enum "E" depend on itself;
