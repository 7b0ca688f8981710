extends SceneTree
# A script that hears of the end has time for its work.
# signal: TERM
# expect: saving
# expect: saved
# expect: left
class Saver extends Node:
	func _notification(what: int) -> void:
		if what == NOTIFICATION_WM_CLOSE_REQUEST:
			print("saving")
			var end := Time.get_ticks_msec() + 1000
			while Time.get_ticks_msec() < end:
				pass
			print("saved")

	func _exit_tree() -> void:
		print("left")

func _initialize() -> void:
	root.add_child(Saver.new())
	await process_frame
	print("ready")
