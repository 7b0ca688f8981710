# Declarations: abstract body.
@abstract class C:
	@abstract func f() -> int: return 1
# expect refused: An abstract function has no body; remove the
