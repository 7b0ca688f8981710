# Declaring, connecting and emitting.
signal plain
signal with_args(a, b)
func run():
	plain.connect(func(): print("plain"))
	with_args.connect(on_args)
	plain.emit()  # expect: plain
	with_args.emit(1, "x")  # expect: 1x
	emit_signal("with_args", 2, "y")  # expect: 2y
	print(plain.is_connected(on_args), " ", with_args.get_connections().size())  # expect: false 1
func on_args(a, b):
	print(a, b)
