# Declarations: abstract canvasitem.
class A extends CanvasItem: pass
func run(): A.new()
# expect refused: The class "A" extends the native class
