# Declarations: abstract native new.
class A extends PacketPeer: pass
func run(): A.new()
# expect refused: The class "A" extends the native class
