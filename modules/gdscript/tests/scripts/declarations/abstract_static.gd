# Declarations: abstract static.
@abstract class C:
	@abstract static func f()
# expect refused: A static function cannot be abstract, since
