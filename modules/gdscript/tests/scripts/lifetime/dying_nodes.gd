# A node that dies gets no new parent and no new children, and its own children die with it whoever else dies meanwhile.
class Giver extends Node:
	var victim
	var other
	func _notification(what):
		if what == NOTIFICATION_CHILD_ORDER_CHANGED and is_instance_valid(victim) and not victim.get_parent():
			other.add_child(victim)
class Inviter extends Node:
	var stranger
	func _notification(what):
		if what == NOTIFICATION_PREDELETE and get_parent():
			get_parent().add_child(stranger)

func run():
	var giver := Giver.new()
	giver.other = Node.new()
	giver.victim = Node.new()
	giver.add_child(giver.victim)
	giver.victim.free()
	# expect error: is being freed
	print(giver.other.get_child_count())
	# expect: 0
	giver.other.free()
	giver.free()
	var parent := Node.new()
	var inviter := Inviter.new()
	var stranger := Node.new()
	inviter.stranger = stranger
	parent.add_child(inviter)
	parent.free()
	# expect error: is being freed
	print(stranger.get_parent())
	# expect: <Object#null>
	stranger.free()
	var above := Node.new()
	var dies := Node.new()
	var below := Node.new()
	above.add_child(dies)
	dies.add_child(below)
	dies.renamed.connect(above.free)
	dies.set_script(load_dying())
	dies.free()
	print(is_instance_valid(above), is_instance_valid(dies), is_instance_valid(below))
	# expect: falsefalsefalse

func load_dying() -> GDScript:
	var script := GDScript.new()
	script.source_code = "extends Node\nfunc _notification(what):\n\tif what == NOTIFICATION_PREDELETE: renamed.emit()\n"
	script.reload()
	return script
