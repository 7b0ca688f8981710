# What a loop or a match held is let go when the next one begins.
class P extends RefCounted:
	var name: String
	func _init(n: String) -> void: name = n
	func _notification(what: int) -> void:
		if what == NOTIFICATION_PREDELETE: print("gone ", name)
func loops():
	for x in [P.new("a")]: print("in ", x.name)
	print("after")
	for i in 2: pass
	print("after range")
func matches():
	match P.new("b"):
		var x: print("branch ", x.name)
	print("after")
	match 3:
		3: print("matched")
func rounds():
	for i in 2:
		for x in [P.new(str(i))]: print("in")
		print("round")
func run():
	loops()
	# expect: in a
	# expect: after
	# expect: gone a
	# expect: after range
	matches()
	# expect: branch b
	# expect: after
	# expect: gone b
	# expect: matched
	rounds()
	# expect: in
	# expect: round
	# expect: gone 0
	# expect: in
	# expect: round
	# expect: gone 1
