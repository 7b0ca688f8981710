# Constants, conversions and signatures: lookalike annot.
@ехport var x = 1
# expect refused: There is no annotation "@ехport". Did you
