# The language: enum ref self.
enum E { A = 1, B = A + 1, C = E.A }
# expect refused: The values of the enum "E" depend on itself;
