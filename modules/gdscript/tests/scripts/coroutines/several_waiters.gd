# Several wait for one call, by await and by its signal: they go on in the order in which they came.
signal go

func slow() -> int:
	await go
	return 7

func wait_for(state, name: String) -> void:
	print(name, " ", await state)

func run():
	var first = call("slow")
	wait_for(first, "a")
	first.completed.connect(func(value): print("signal ", value))
	wait_for(first, "b")
	go.emit()
	# expect: a 7
	# expect: signal 7
	# expect: b 7

	var second = call("slow")
	second.completed.connect(func(value): print("earlier ", value))
	wait_for(second, "c")
	go.emit()
	# expect: earlier 7
	# expect: c 7

	# Who has been let go of is not resumed.
	var third = call("slow")
	var node := Node.new()
	var script := GDScript.new()
	script.source_code = "extends Node\nfunc wait(state):\n\tprint('never ', await state)\n"
	script.reload()
	node.set_script(script)
	node.call("wait", third)
	node.free()
	go.emit()
	print("end")
	# expect: end
