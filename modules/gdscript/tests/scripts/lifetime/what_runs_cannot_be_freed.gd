# An operation of a history cannot free it, objects that go may change it, and parts that a node has made itself may be freed.
# expect error: is locked and can't be freed
# expect error: Error calling an operation of UndoRedo
# expect error: The region cannot change while a way is being searched for
# expect error: cannot be replaced by itself
class Guard extends Node:
	var history: UndoRedo
	func _notification(what):
		if what == NOTIFICATION_PREDELETE and history:
			history.clear_history()

class Grid extends AStarGrid2D:
	var tried := false
	func _estimate_cost(_a, _b):
		if not tried:
			tried = true
			region = Rect2i(0, 0, 30, 30)
		return 1.0

func run():
	var history := UndoRedo.new()
	history.create_action("free")
	history.add_do_method(history.free)
	history.add_do_reference(history)
	history.commit_action()
	print(is_instance_valid(history))  # expect: true
	history.undo()
	history.clear_history()
	print(is_instance_valid(history))  # expect: true

	var guards := []
	for i in 3:
		var guard := Guard.new()
		guards.append(guard)
		guard.history = history
		history.create_action("guard")
		history.add_do_reference(guard)
		history.commit_action()
	history.undo()
	history.undo()
	history.clear_history()
	print(history.get_history_count())  # expect: 0
	history.free()
	for guard in guards:
		if is_instance_valid(guard):
			guard.history = null
			guard.free()

	var box := SpinBox.new()
	box.get_line_edit().free()
	box.value = 3
	box.prefix = "p"
	box.editable = false
	box.apply()
	print(box.get_line_edit(), " ", box.editable)  # expect: <Object#null> false
	box.free()

	var grid := Grid.new()
	grid.region = Rect2i(0, 0, 8, 8)
	grid.update()
	print(grid.get_id_path(Vector2i(0, 0), Vector2i(7, 7)).size())  # expect: 8

	var node := Node.new()
	node.add_child(Node.new())
	node.replace_by(node)
	print(node.get_child_count())  # expect: 1
	node.free()
