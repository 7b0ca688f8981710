# Declarations: abstract viewport.
class A extends Viewport: pass
func run(): A.new()
# expect refused: The class "A" extends the native class
