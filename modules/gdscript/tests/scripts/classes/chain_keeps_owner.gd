# What a chain of calls works on lives to the end of the statement, as long as nobody lets it go.
class Holder extends RefCounted:
	var node := Node.new()
	func get_node() -> Node: return node
	func _notification(what: int) -> void:
		if what == NOTIFICATION_PREDELETE:
			node.free()
			print("gone")
func untyped(): return Holder.new()
func run():
	print(Holder.new().get_node().get_child_count())  # expect: 0
	# expect: gone
	print(Holder.new().node.get_class())  # expect: Node
	# expect: gone
	print(untyped().get_node().get_children().size() + untyped().node.get_child_count())  # expect: 0
	# expect: gone
	# expect: gone
	print("done")  # expect: done
