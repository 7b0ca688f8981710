# Declarations: abstract native dynamic.
func run():
	var s := GDScript.new()
	s.source_code = "extends PacketPeer\n"
	print(s.reload())
	print("made ", s.new())
	print("goes on")
# expect: 0
# expect: made <null>
# expect: goes on
# expect error: Class 'PacketPeer' cannot be instantiated: it
# expect error: Cannot make an instance of 'GDScript': its
