# Signals of other objects.
class Button1:
	signal pressed(n)
	func press(): pressed.emit(7)
func run():
	var b := Button1.new()
	b.pressed.connect(func(n): print("pressed ", n))
	b.press()  # expect: pressed 7
	print(b.has_signal("pressed"))  # expect: true
