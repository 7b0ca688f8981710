# `name.emit()` of an object's own signal, wherever it stands.
# expect error: is locked and can't be freed
signal plain
signal pair(x, y)

class Freed extends Node:
	signal gone(x)
	func go():
		gone.connect(func(x):
			print("heard ", x)
			free() # expect error: Attempted to free a locked object
		)
		gone.emit(4)
		print("after ", is_instance_valid(self))
		renamed.connect(func(): print("renamed"))
		renamed.emit()

class Kept extends RefCounted:
	signal said(v)
	func go():
		said.connect(func(v): print("said ", v))
		said.emit([1, said.get_name()])
		var later := func(): said.emit("from a lambda")
		later.call()
	func say(x):
		said.emit(x)
		return said

func wait():
	print("got ", await pair)

func run():
	plain.connect(func(): print("plain"))
	plain.emit() # expect: plain
	self.plain.emit() # expect: plain
	var value := plain
	value.emit() # expect: plain
	pair.connect(func(x, y): print("pair ", x, y))
	pair.emit(1, "q") # expect: pair 1q
	wait()
	pair.emit(2, 3)
	# expect: pair 23
	# expect: got [2, 3]
	var freed := Freed.new()
	freed.go()
	# expect: heard 4
	# expect: after true
	# expect: renamed
	freed.free()
	Kept.new().go()
	# expect: said [1, &"said"]
	# expect: said from a lambda
	var kept := Kept.new()
	kept.said.connect(func(v): print("kept ", v))
	kept.say(5).emit(6)
	# expect: kept 5
	# expect: kept 6
