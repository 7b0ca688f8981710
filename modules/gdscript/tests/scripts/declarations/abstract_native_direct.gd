# Declarations: abstract native direct.
func run(): PacketPeer.new()
# expect refused: The class "PacketPeer" is abstract or a
