# The language: signals.
signal simple
signal with_args(a: int, b: String)
var log := []
func on(a, b): log.append([a, b])
func run():
	simple.connect(func(): log.append("s"))
	with_args.connect(on)
	with_args.connect(on.bind().unbind(0))
	simple.emit()
	with_args.emit(1, "x")
	emit_signal("with_args", 2, "y")
	print(log)
	print(with_args.is_connected(on), with_args.get_name(), has_signal("simple"))
	with_args.disconnect(on)
	print(with_args.is_connected(on))
	simple.connect(func(): print("once"), CONNECT_ONE_SHOT)
	simple.emit(); simple.emit()
	var sg := Signal(self, "simple")
	print(sg == simple, sg.get_connections().size())
	add_user_signal("dyn", [{"name": "x", "type": TYPE_INT}])
	connect("dyn", func(x): print("dyn ", x))
	emit_signal("dyn", 4)
	for c in simple.get_connections(): simple.disconnect(c.callable)
	disconnect("dyn", get_signal_connection_list("dyn")[0].callable)
# expect: ["s", [1, "x"], [2, "y"]]
# expect: truewith_argstrue
# expect: false
# expect: once
# expect: true1
# expect: dyn 4
# expect error: unbind() needs a number of arguments greater
# expect error: Signal 'with_args' is already connected to
