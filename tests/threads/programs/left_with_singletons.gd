# Whatever scripts leave with the engine's own objects, which outlive the language, is let go of without harm when the program ends.
# expect: left
extends SceneTree

class Held extends RefCounted:
	var lambda := func(): return self

	func _notification(what: int) -> void:
		if what == NOTIFICATION_PREDELETE:
			Engine.set_meta("again", RefCounted.new())

class Held_by_hand extends Object:
	var held := Held.new()

func script_of(base: String) -> GDScript:
	var script := GDScript.new()
	script.source_code = "extends %s\nvar values = [RefCounted.new(), func(): return 1]\n" % base
	script.reload()
	return script

func _initialize() -> void:
	Performance.add_custom_monitor("left/behind", func(): return 1, [Held.new()])
	ProjectSettings.set_setting("left/behind", [Held.new(), func(): return self])
	Engine.register_singleton("LeftBehind", Held_by_hand.new())
	var thread := Thread.new()
	thread.start(func(): return Held.new())
	Engine.set_meta("thread", thread)
	for name in Engine.get_singleton_list():
		var object := Engine.get_singleton(name)
		if object == null or object is Held_by_hand:
			continue
		object.set_meta("left", {Held.new(): func(): return name})
		object.add_user_signal("left")
		object.connect("left", func(): return Held.new())
		object.set_script(script_of("Object"))
	print("left")
	quit()
