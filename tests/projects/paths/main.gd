extends Node2D
# Nodes that follow paths in the plane and in space.

func flat() -> void:
	var path: Path2D = $Path
	var follower: PathFollow2D = $Path/Follower
	print(follower.position, " ", snappedf(follower.rotation, 0.0001), " ", snappedf(follower.progress_ratio, 0.0001))
	follower.progress_ratio = 0.75
	print(follower.position, " ", snappedf(follower.progress, 0.001))
	follower.progress = 300
	print(snappedf(follower.progress, 0.001), follower.position)
	follower.loop = false
	follower.progress = 300
	print(snappedf(follower.progress, 0.001), follower.position)
	follower.loop = true
	follower.progress = -3
	print(snappedf(follower.progress, 0.001), follower.position)
	follower.progress = path.curve.get_baked_length()
	print(follower.position)
	follower.progress = 30
	follower.h_offset = 2
	follower.v_offset = 3
	print(follower.position)
	follower.rotates = false
	print(follower.position)
	follower.rotates = true
	follower.scale = Vector2(2, 3)
	follower.progress = 31
	print(follower.scale, follower.position)
	path.curve.set_point_position(1, Vector2(10, 10))
	await get_tree().process_frame
	print(follower.position)
	path.curve = null
	follower.progress = 12
	print(follower.progress)

func rounded(place: Transform3D) -> Array:
	return [place.basis.x, place.basis.y, place.basis.z, place.origin].map(func(v): return v.snapped(Vector3.ONE * 0.001) + Vector3.ZERO)

func in_space() -> void:
	var path := Path3D.new()
	path.curve_changed.connect(func(): print("curve changed"))
	path.curve = Curve3D.new()
	for point in [Vector3(), Vector3(10, 5, 1), Vector3(10, 15, -5)]:
		path.curve.add_point(point)
	var follower := PathFollow3D.new()
	path.add_child(follower)
	add_child(path)
	path.curve.set_point_tilt(1, 0.7)
	for mode in [PathFollow3D.ROTATION_Y, PathFollow3D.ROTATION_XY, PathFollow3D.ROTATION_XYZ, PathFollow3D.ROTATION_ORIENTED]:
		follower.rotation_mode = mode
		for progress in [3, 8, 16]:
			follower.progress = progress
			print(mode, " ", progress, " ", rounded(follower.transform))
	follower.tilt_enabled = false
	follower.use_model_front = true
	follower.h_offset = 1
	follower.v_offset = 0.5
	follower.scale = Vector3(2, 2, 2)
	follower.progress = 5
	print(rounded(follower.transform))

func _ready() -> void:
	await flat()
	in_space()
	get_tree().quit()
