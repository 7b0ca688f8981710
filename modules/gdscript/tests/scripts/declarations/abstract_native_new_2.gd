# Declarations: abstract native new 2.
class A extends PacketPeer: pass
class B extends A: pass
func run(): print(B.new())
# expect refused: The class "B" extends the native class
