# Declarations: abstract script new.
@abstract class A: pass
func run(): A.new()
# expect refused: The class "A" is abstract and cannot be
