# Node3D: its transform in every form, against recorded results of the stock engine.
class Watcher extends Node3D:
	func _notification(what):
		if what in [NOTIFICATION_TRANSFORM_CHANGED, NOTIFICATION_LOCAL_TRANSFORM_CHANGED, NOTIFICATION_VISIBILITY_CHANGED, NOTIFICATION_ENTER_WORLD, NOTIFICATION_EXIT_WORLD]:
			print(name, " hears ", what)

func rounded(value):
	if value is Vector3:
		return value.snappedf(0.001) + Vector3.ZERO
	if value is Quaternion:
		return [snappedf(value.x, 0.001), snappedf(value.y, 0.001), snappedf(value.z, 0.001), snappedf(value.w, 0.001)]
	if value is Basis:
		return [rounded(value.x), rounded(value.y), rounded(value.z)]
	return [rounded(value.basis), rounded(value.origin)]

func show(node: Node3D) -> void:
	print(rounded(node.position), rounded(node.rotation), rounded(node.scale), rounded(node.quaternion), rounded(node.basis), rounded(node.rotation_degrees))

func run():
	var node := Node3D.new()
	show(node)
	node.rotation = Vector3(0.3, 4.0, -7.0)
	show(node)
	node.scale = Vector3(1, 2, 0.5)
	show(node)
	node.rotation_order = EULER_ORDER_XYZ
	show(node)
	node.rotation_order = EULER_ORDER_ZXY
	show(node)
	node.quaternion = Quaternion(Vector3(1, 2, 3).normalized(), 1.1)
	show(node)
	node.basis = Basis(Vector3(1, 0.2, 0), Vector3(0, 1.5, 0.1), Vector3(0.3, 0, -1))
	show(node)
	node.rotate_x(0.4)
	node.rotate_y(-0.4)
	node.rotate_z(1.4)
	node.rotate(Vector3(0, 0.6, 0.8), 0.7)
	show(node)
	node.rotate_object_local(Vector3(0, 1, 0), 0.2)
	node.translate(Vector3(1, 2, 3))
	node.translate_object_local(Vector3(0.5, 0, 0))
	node.scale_object_local(Vector3(2, 1, 1))
	show(node)
	node.orthonormalize()
	show(node)
	node.rotation_degrees = Vector3(10, 20, 30)
	show(node)
	node.look_at_from_position(Vector3(1, 1, 1), Vector3(4, 2, -3))
	show(node)
	node.set_identity()
	show(node)
	node.free()
# expect: (0.0, 0.0, 0.0)(0.0, 0.0, 0.0)(1.0, 1.0, 1.0)[0.0, 0.0, 0.0, 1.0][(1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)](0.0, 0.0, 0.0)
# expect: (0.0, 0.0, 0.0)(0.3, 4.0, -7.0)(1.0, 1.0, 1.0)[-0.374, 0.82, 0.017, -0.433][(-0.346, -0.628, 0.697), (-0.598, 0.72, 0.352), (-0.723, -0.296, -0.624)](17.189, 229.183, -401.07)
# expect: (0.0, 0.0, 0.0)(0.3, 4.0, -7.0)(1.0, 2.0, 0.5)[-0.374, 0.82, 0.017, -0.433][(-0.346, -0.628, 0.697), (-1.196, 1.44, 0.703), (-0.362, -0.148, -0.312)](17.189, 229.183, -401.07)
# expect: (0.0, 0.0, 0.0)(0.3, 4.0, -7.0)(1.0, 2.0, 0.5)[-0.374, 0.82, 0.272, -0.338][(-0.493, -0.796, 0.351), (-0.859, 1.147, 1.396), (-0.378, 0.097, -0.312)](17.189, 229.183, -401.07)
# expect: (0.0, 0.0, 0.0)(0.3, 4.0, -7.0)(1.0, 2.0, 0.5)[0.257, 0.864, 0.272, -0.338][(-0.64, 0.261, 0.723), (1.255, 1.44, 0.591), (-0.222, 0.321, -0.312)](17.189, 229.183, -401.07)
# expect: (0.0, 0.0, 0.0)(0.492, 0.42, 0.807)(1.0, 2.0, 0.5)[0.14, 0.279, 0.419, 0.853][(0.493, 0.793, -0.359), (-1.273, 1.219, 0.945), (0.297, -0.002, 0.402)](28.187, 24.056, 46.231)
# expect: (0.0, 0.0, 0.0)(-0.068, 0.0, -2.944)(-1.02, -1.503, -1.044)[0.003, -0.034, 0.995, -0.098][(1.0, 0.2, 0.0), (0.0, 1.5, 0.1), (0.3, 0.0, -1.0)](-3.889, 0.0, -168.69)
# expect: (0.0, 0.0, 0.0)(-0.692, 0.752, -0.663)(-1.02, -1.503, -1.044)[-0.186, 0.429, -0.403, 0.787][(-0.313, 0.809, 0.536), (-0.789, -0.661, 1.095), (-0.85, 0.363, -0.485)](-39.643, 43.081, -38.002)
# expect: (-4.473, 1.308, 2.018)(-0.647, 0.945, -0.687)(-1.924, -1.503, -1.098)[-0.121, 0.501, -0.42, 0.746][(-0.276, 1.441, 1.244), (-0.789, -0.661, 1.095), (-0.896, 0.517, -0.369)](-37.055, 54.128, -39.343)
# expect: (-4.473, 1.308, 2.018)(-0.647, 0.945, -0.687)(-1.0, -1.0, -1.0)[-0.121, 0.501, -0.42, 0.746][(-0.144, 0.749, 0.647), (-0.506, -0.617, 0.603), (-0.851, 0.241, -0.468)](-37.055, 54.128, -39.343)
# expect: (-4.473, 1.308, 2.018)(0.175, 0.349, 0.524)(-1.0, -1.0, -1.0)[0.038, 0.189, 0.269, 0.944][(-0.784, -0.521, 0.337), (0.492, -0.853, -0.174), (-0.378, -0.03, -0.925)](10.0, 20.0, 30.0)
# expect: (1.0, 1.0, 1.0)(0.158, -0.653, 0.119)(-1.0, -1.0, -1.0)[0.093, -0.315, 0.031, 0.944][(-0.8, 0.0, -0.6), (0.118, -0.981, -0.157), (0.588, 0.196, -0.784)](9.027, -37.411, 6.843)
# expect: (0.0, 0.0, 0.0)(0.0, 0.0, 0.0)(1.0, 1.0, 1.0)[0.0, 0.0, 0.0, 1.0][(1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)](0.0, 0.0, 0.0)
