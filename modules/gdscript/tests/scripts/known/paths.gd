# Nodes that follow paths, outside of the tree: there only what is kept can be seen..
func run():
	var follower := PathFollow2D.new()
	follower.progress = 30
	print(follower.progress, follower.progress_ratio, follower.position) # expect: 30.00.0(0.0, 0.0)
	follower.free()
	var turned := Transform3D(Basis(Vector3(1, 2, 3).normalized(), 1.0), Vector3(1, 1, 1))
	print(PathFollow3D.correct_posture(turned, PathFollow3D.ROTATION_Y)) # expect: [X: (0.836147, 0.0, -0.548505), Y: (0.0, 1.0, 0.0), Z: (0.548505, 0.0, 0.836147), O: (1.0, 1.0, 1.0)]
	print(PathFollow3D.correct_posture(turned, PathFollow3D.ROTATION_XY)) # expect: [X: (0.836147, 0.0, -0.548505), Y: (0.015292, 0.999611, 0.023311), Z: (0.548292, -0.027879, 0.835822), O: (1.0, 1.0, 1.0)]
