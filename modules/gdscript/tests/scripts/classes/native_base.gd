# Extending native classes.
class N extends Node:
	var extra := 1
	func rename(): name = "Renamed"
func run():
	var n := N.new()
	n.rename()
	print(n.name, " ", n.extra, " ", n is Node, " ", n.get_child_count())  # expect: Renamed 1 true 0
	n.free()
	print(is_instance_valid(n))  # expect: false
