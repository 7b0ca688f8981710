# The values of @onready are made whenever a script calls _ready(), the base's first.
class Box extends Node:
	var n := 1
	@onready var x := n
	func _ready(): print("box ", x)
class Derived extends Box:
	@onready var y := x + n
	func _ready():
		super()
		print("derived ", y)
func run():
	var d := Derived.new()
	print(d.x)  # expect: 0
	d.n = 5
	d._ready()
	# expect: box 5
	# expect: derived 10
	d.n = 6
	d.call("_ready")
	# expect: box 6
	# expect: derived 12
	Callable(d, "_ready").call()
	# expect: box 6
	# expect: derived 12
	d.free()
