# Declarations: abstract native weak.
class A extends PacketPeer: pass
func run():
	var k = A
	k.new()
# expect refused: The class "A" extends the native class
