# Constants, conversions and signatures: const array bad.
const C: Array[int] = [1, "a"]
# expect refused: An element of type "String" cannot be in
