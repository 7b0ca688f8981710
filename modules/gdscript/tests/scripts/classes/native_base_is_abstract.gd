# new() of a script on an abstract class of the engine gives null with an error, and the function goes on.
func run():
	var s := GDScript.new()
	s.source_code = "extends PacketPeer\n"
	print(s.reload())  # expect: 0
	print("made ", s.new())  # expect: made <null>
	# expect error: cannot be instantiated
	# expect error: is abstract
	print("goes on")  # expect: goes on
