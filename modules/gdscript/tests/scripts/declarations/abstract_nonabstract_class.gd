# Declarations: abstract nonabstract class.
class C:
	@abstract func f() -> int
# expect refused: A class with an abstract function must itself
