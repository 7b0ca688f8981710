# What a window shows, and in which order nodes hear that they enter and leave the tree.
extends Control

const UNSEEN = [NOTIFICATION_DRAW, NOTIFICATION_TRANSFORM_CHANGED, NOTIFICATION_POSTINITIALIZE]


class Plain extends Node:
	func _notification(what):
		if what not in UNSEEN:
			print(name, " hears ", what)

	func _enter_tree():
		print(name, " enters")

	func _exit_tree():
		print(name, " exits")

	func _ready():
		print(name, " is ready")


class Shown extends Control:
	func _notification(what):
		if what not in UNSEEN:
			print(name, " hears ", what, " ", size)

	func _enter_tree():
		print(name, " enters ", size)

	func _exit_tree():
		print(name, " exits")

	func _ready():
		print(name, " is ready ", size)


func _enter_tree():
	print("entered ", get_viewport_rect().size, get_window().size, get_window().title, size)


func _ready():
	watch_order.call_deferred()


func watch(node: Node):
	for what: String in ["tree_entered", "tree_exiting", "tree_exited", "ready", "visibility_changed", "hidden", "resized"]:
		if node.has_signal(what):
			node.connect(what, func(): print(node.name, ": ", what))
	node.child_entered_tree.connect(func(child): print(node.name, ": child entered ", child.name))
	node.child_exiting_tree.connect(func(child): print(node.name, ": child exits ", child.name))


func pair(parent: Node, child: Node, parent_name: String, child_name: String) -> Node:
	parent.name = parent_name
	child.name = child_name
	parent.add_child(child)
	watch(parent)
	watch(child)
	return parent


func watch_order():
	get_tree().node_added.connect(func(node): print("added ", node.name))
	get_tree().node_removed.connect(func(node): print("removed ", node.name))
	var plain := pair(Plain.new(), Plain.new(), "P", "Q")
	var shown := pair(Shown.new(), Shown.new(), "S", "T")
	shown.anchor_right = 0.5
	shown.get_child(0).anchor_right = 0.5
	for node in [plain, shown]:
		add_child(node)
		remove_child(node)
	shown.hide()
	add_child(shown)
	shown.show()
	shown.hide()
	add_child(plain)
	shown.queue_free()
	plain.queue_free()
	await plain.tree_exited
	watch_window()


func watch_window():
	var window := get_window()
	print(window.content_scale_size, window.content_scale_mode, window.content_scale_aspect, window.get_visible_rect())
	window.size_changed.connect(func(): print("window ", window.size, " shows ", window.get_visible_rect().size, ", main ", size))
	for mode: Window.ContentScaleMode in 3:
		window.content_scale_mode = mode
		for aspect: Window.ContentScaleAspect in 5:
			window.content_scale_aspect = aspect
			for pixels: Vector2i in [Vector2i(64, 64), Vector2i(1000, 300), Vector2i(1279, 799)]:
				window.size = pixels
				print(mode, aspect, " ", window.get_final_transform())
	get_tree().quit()
