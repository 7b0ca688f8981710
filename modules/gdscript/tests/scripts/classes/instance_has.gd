# A script knows its instances, and that nothing is none of them.
class Shape:
	pass


func run():
	var script: GDScript = Shape
	print(script.instance_has(Shape.new()))  # expect: true
	print(script.instance_has(RefCounted.new()))  # expect: false
	print(script.instance_has(null))  # expect: false
