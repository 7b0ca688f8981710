# A Node2D keeps a matrix that was set whole, until a part of it changes.
func run():
	var node := Node2D.new()
	var matrix := Transform2D(Vector2(1, 2), Vector2(3, 4), Vector2(5, 6))
	node.transform = matrix
	print(node.transform == matrix)
	# expect: true
	node.position = Vector2(7, 8)
	print(node.transform.origin, " ", node.transform.is_equal_approx(Transform2D(Vector2(1, 2), Vector2(3, 4), Vector2(7, 8))))
	# expect: (7.0, 8.0) true
	node.rotation = 0.0
	print(node.transform.x.is_equal_approx(Vector2(sqrt(5.0), 0)))
	# expect: true
	var before := Performance.get_monitor(Performance.OBJECT_ORPHAN_NODE_COUNT)
	node.free()
	print(before - Performance.get_monitor(Performance.OBJECT_ORPHAN_NODE_COUNT))
	# expect: 1.0
