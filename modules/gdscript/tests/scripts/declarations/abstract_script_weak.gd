# Declarations: abstract script weak.
@abstract class A: pass
func run():
	var k = A
	k.new()
# expect refused: The class "A" is abstract and cannot be
